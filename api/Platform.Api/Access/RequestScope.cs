using Platform.Model.Access;

namespace Platform.Api.Access;

/// <summary>
/// The scope of the request, or of one operation on a socket: whoever opens a service scope for an operation sets it before the
/// database is opened. Until then it is nobody.
/// </summary>
internal sealed class RequestScope
{
    /// <summary>Who acts.</summary>
    public Scope Current { get; set; } = Scope.Anonymous;
}
