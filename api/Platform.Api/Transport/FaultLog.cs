using System.Diagnostics;
using GraphQL.Execution;

namespace Platform.Api.Transport;

/// <summary>Logs a fault of ours once, and gives the client the number under which it stands in the log.</summary>
internal sealed partial class FaultLog(ILogger<FaultLog> log)
{
    public const string Code = "INTERNAL_ERROR";

    public Task RecordAsync(UnhandledExceptionContext fault)
    {
        var correlation = Activity.Current?.TraceId.ToHexString() ?? Guid.NewGuid().ToString("N");
        Faulted(log, fault.OriginalException, fault.FieldContext is { } field ? $"{field.ParentType.Name}.{field.FieldDefinition.Name}" : "the operation", correlation);
        fault.Exception = new InternalFault(correlation);
        fault.ErrorMessage = $"Something went wrong on our side; it is logged under {correlation}.";
        fault.Exception.Data["correlationId"] = correlation;
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Where} failed; correlation {Correlation}")]
    private static partial void Faulted(ILogger log, Exception fault, string where, string correlation);

    private sealed class InternalFault(string correlation) : Exception($"Logged under {correlation}.");
}
