namespace Platform.Model.Reporting.Delivery;

/// <summary>Questions to the delivery ledger in its own words.</summary>
public static class DeliveryQueries
{
    /// <summary>What a worker may take up now: waiting and due, or left behind by a worker whose lease ran out.</summary>
    public static IQueryable<ReportDelivery> Due(this IQueryable<ReportDelivery> deliveries, DateTimeOffset now) => deliveries.Where(d =>
        (d.State == DeliveryState.Waiting && d.NextAttemptAt <= now)
        || (d.State == DeliveryState.Sending && d.LeasedUntil <= now));

    /// <summary>The other editions of the same report to the same receiver that were entered after this one.</summary>
    public static IQueryable<ReportDelivery> LaterThan(this IQueryable<ReportDelivery> deliveries, ReportDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return deliveries.Where(d => d.Subject == delivery.Subject && d.Edition > delivery.Edition);
    }

    /// <summary>Where bodies take deliveries on the day.</summary>
    public static IQueryable<DeliveryRecipient> On(this IQueryable<DeliveryRecipient> recipients, DateOnly day) =>
        recipients.Where(r => r.FromOn <= day && (r.UntilOn == null || r.UntilOn >= day));
}
