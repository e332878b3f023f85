using Microsoft.Extensions.Logging;
using Platform.Model.Reporting.Delivery;

namespace Platform.Reporting.Delivery;

/// <summary>What the log says of deliveries. <see cref="Dead"/> is the alarm: event 7001, level Critical.</summary>
internal static partial class DeliveryLog
{
    [LoggerMessage(7001, LogLevel.Critical, "Delivery {Key} is dead: {Reason}")]
    public static partial void Dead(ILogger logger, string key, string? reason);

    [LoggerMessage(7002, LogLevel.Warning, "Delivery {Key} was rejected by its receiver: {Reason}")]
    public static partial void Rejected(ILogger logger, string key, string? reason);

    [LoggerMessage(7003, LogLevel.Warning, "Delivery {Key} will be tried again after attempt {Attempt}: {Reason}")]
    public static partial void TriedAgain(ILogger logger, string key, int attempt, string? reason);

    [LoggerMessage(7004, LogLevel.Information, "Delivery {Key} is {State}")]
    public static partial void Delivered(ILogger logger, string key, DeliveryState state);

    [LoggerMessage(7005, LogLevel.Warning, "The lease {Fence} of delivery {Key} was lost: another worker goes on with it")]
    public static partial void LeaseLost(ILogger logger, string key, long fence);

    [LoggerMessage(7006, LogLevel.Error, "Looking for due deliveries failed; the next look is in {Interval}")]
    public static partial void LookFailed(ILogger logger, TimeSpan interval, Exception fault);
}
