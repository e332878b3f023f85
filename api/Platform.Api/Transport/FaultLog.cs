using GraphQL.Execution;

namespace Platform.Api.Transport;

/// <summary>Logs a fault of ours once, under the number that the client gets.</summary>
internal sealed partial class FaultLog(ILogger<FaultLog> log)
{
    public const string Code = "INTERNAL_ERROR";

    public Task RecordAsync(UnhandledExceptionContext fault, Correlation correlation)
    {
        Faulted(log, fault.OriginalException, fault.FieldContext is { } field ? $"{field.ParentType.Name}.{field.FieldDefinition.Name}" : "the operation", correlation.Id);
        fault.Exception = new InternalFault(correlation.Id);
        fault.ErrorMessage = $"Logged under {correlation.Id}.";
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Where} failed; correlation {Correlation}")]
    private static partial void Faulted(ILogger log, Exception fault, string where, string correlation);

    private sealed class InternalFault(string correlation) : Exception($"Logged under {correlation}.");
}
