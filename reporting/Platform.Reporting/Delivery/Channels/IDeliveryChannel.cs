using Platform.Model.Reporting.Delivery;

namespace Platform.Reporting.Delivery.Channels;

/// <summary>
/// One way for a delivery to travel. A channel never throws for what goes wrong outside, it says what came of the attempt; and when an
/// earlier attempt may have arrived (<see cref="ReportDelivery.Fence"/> above 1) it looks, where it can, before it sends again.
/// </summary>
internal interface IDeliveryChannel
{
    /// <summary>Which one it is.</summary>
    ChannelKind Kind { get; }

    /// <summary>Whether its settings are filled in.</summary>
    bool IsConfigured { get; }

    /// <summary>Sends the delivery, whose files and bytes are loaded.</summary>
    Task<DeliveryOutcome> SendAsync(ReportDelivery delivery, CancellationToken cancellationToken);
}
