using GraphQL;
using GraphQL.Execution;

namespace Platform.Api.Transport;

/// <summary>What a client sees of an error: message, place, a stable code; of a fault of ours only the number under which it is logged.</summary>
internal sealed class ErrorMask(IHostEnvironment environment) : IErrorInfoProvider
{
    private const string Suggestion = " Did you mean";

    public ErrorInfo GetInfo(ExecutionError executionError) => new()
    {
        Message = MessageOf(executionError),
        Extensions = ExtensionsOf(executionError),
    };

    // A name that does not exist must not teach a stranger the names that do.
    private string MessageOf(ExecutionError error)
    {
        var at = environment.IsDevelopment() ? -1 : error.Message.IndexOf(Suggestion, StringComparison.Ordinal);
        return at < 0 ? error.Message : error.Message[..at];
    }

    private static Dictionary<string, object?> ExtensionsOf(ExecutionError error)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = error is UnhandledError ? FaultLog.Code : error.Code ?? "INVALID_REQUEST" };
        foreach (var (key, value) in error.Extensions ?? [])
            extensions[key] = value;
        return extensions;
    }
}
