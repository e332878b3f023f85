namespace Platform.Model.Reporting.Delivery;

/// <summary>One time that a worker took a delivery up. One without an end belongs to a worker that was stopped before it knew the outcome.</summary>
public sealed class DeliveryAttempt
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The delivery.</summary>
    public long DeliveryId { get; init; }

    /// <summary>The fencing number of the lease.</summary>
    public required long Fence { get; init; }

    /// <summary>The worker.</summary>
    public required string Worker { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the outcome was known; null when it never was.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Where the delivery stood afterwards.</summary>
    public DeliveryState? Result { get; set; }

    /// <summary>The receipt, the refusal or the fault.</summary>
    public string? Detail { get; set; }
}
