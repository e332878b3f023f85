using System.Diagnostics;

namespace Platform.Api.Transport;

/// <summary>The number under which a request stands in traces and logs; a client that asks for help names it.</summary>
internal sealed class Correlation
{
    private string? _id;

    public string Id => _id ??= Activity.Current?.TraceId.ToHexString() ?? Guid.NewGuid().ToString("N");
}
