using Microsoft.Extensions.Options;
using Platform.Storage;

namespace Platform.Api;

/// <summary>Says in one sentence why the process cannot start, for faults that its operator can mend.</summary>
internal static class StartFault
{
    /// <summary>The sentence; null for a fault that is ours: it keeps its stack trace.</summary>
    public static string? Describe(Exception fault) => fault switch
    {
        OptionsValidationException options => $"The configuration is wrong: {string.Join(" ", options.Failures)}",
        DatabaseNotReadyException database => database.Message,
        AggregateException many when many.InnerExceptions.All(inner => Describe(inner) is not null) => string.Join(" ", many.InnerExceptions.Select(Describe)),
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } address => address.Message,
        _ => null,
    };
}
