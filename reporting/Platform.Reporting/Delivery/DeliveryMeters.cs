using System.Diagnostics.Metrics;
using Platform.Model.Reporting.Delivery;

namespace Platform.Reporting.Delivery;

/// <summary>Counts attempts by channel and result, for the operator's dashboards: meter <c>Platform.Reporting.Delivery</c>.</summary>
internal static class DeliveryMeters
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "Platform.Reporting.Delivery";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Attempts = Meter.CreateCounter<long>(
        "platform.delivery.attempts", description: "Attempts to deliver, by channel and the state they came to.");

    public static void Count(ChannelKind channel, DeliveryState? state) => Attempts.Add(
        1,
        new KeyValuePair<string, object?>("channel", channel.ToString()),
        new KeyValuePair<string, object?>("state", state?.ToString() ?? "LeaseLost"));
}
