using System.Diagnostics.Metrics;
using Platform.Model.Reporting.Delivery;

namespace Platform.Reporting.Delivery;

/// <summary>
/// What the operator's dashboards see of deliveries, meter <c>Platform.Reporting.Delivery</c>: attempts by channel and result, and how many are
/// dead, which is an alarm until a person has looked at each.
/// </summary>
public static class DeliveryMeters
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "Platform.Reporting.Delivery";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Attempts = Meter.CreateCounter<long>(
        "platform.delivery.attempts", description: "Attempts to deliver, by channel and the state they came to.");

    private static long _dead;

    static DeliveryMeters() => Meter.CreateObservableGauge(
        "platform.delivery.dead", () => Interlocked.Read(ref _dead), description: "Deliveries that were given up and wait for a person; anything above 0 is an alarm.");

    internal static void Dead(long count) => Interlocked.Exchange(ref _dead, count);

    internal static void Count(ChannelKind channel, DeliveryState? state) => Attempts.Add(
        1,
        new KeyValuePair<string, object?>("channel", channel.ToString()),
        new KeyValuePair<string, object?>("state", state?.ToString() ?? "LeaseLost"));
}
