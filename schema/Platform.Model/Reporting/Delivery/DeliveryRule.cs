namespace Platform.Model.Reporting.Delivery;

/// <summary>Which way a delivery goes from state to state. Pure: the ledger writes what this decides.</summary>
public static class DeliveryRule
{
    /// <summary>What an attempt's outcome makes of a delivery.</summary>
    /// <param name="delivery">The delivery, being sent.</param>
    /// <param name="outcome">What came of the attempt.</param>
    /// <param name="superseded">Whether a later edition has been entered meanwhile.</param>
    /// <param name="plan">How often to try.</param>
    /// <param name="now">When the outcome was known.</param>
    public static Settlement Settle(ReportDelivery delivery, DeliveryOutcome outcome, bool superseded, RetryPlan plan, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(plan);
        return outcome switch
        {
            DeliveryOutcome.Accepted accepted => Settlement.Received(accepted.Receipt),
            DeliveryOutcome.HandedOver handed when delivery.NeedsConfirmation => new Settlement(DeliveryState.Sent) { Receipt = handed.Reference },
            DeliveryOutcome.HandedOver handed => Settlement.Received(handed.Reference),
            DeliveryOutcome.Refused refused => new Settlement(DeliveryState.Rejected) { Message = refused.Message },
            DeliveryOutcome.Undeliverable broken => Settlement.GivenUp(broken.Reason),
            DeliveryOutcome.TryAgain when superseded => new Settlement(DeliveryState.Superseded) { Message = "A corrected edition took its place." },
            DeliveryOutcome.TryAgain again when delivery.Attempts >= plan.MaxAttempts => Settlement.GivenUp($"{again.Reason} (attempt {delivery.Attempts} of {plan.MaxAttempts})"),
            DeliveryOutcome.TryAgain again => new Settlement(DeliveryState.Waiting)
            {
                Message = again.Reason,
                NextAttemptAt = now + plan.WaitAfter(delivery.Attempts, delivery.Id, again.After),
            },
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Unknown outcome."),
        };
    }

    /// <summary>Whether a person may enter the receiver's answer: to what was handed over, and to what had to be handed over by hand because it was dead.</summary>
    public static DeliveryRefusal? AgainstAnswer(ReportDelivery delivery) => delivery.State is DeliveryState.Sent or DeliveryState.Dead
        ? null
        : DeliveryRefusal.NotAwaitingAnswer(delivery);

    /// <summary>Whether a person may have the same bytes sent again.</summary>
    public static DeliveryRefusal? AgainstRetry(ReportDelivery delivery, bool superseded) => delivery.State switch
    {
        DeliveryState.Dead or DeliveryState.Rejected when superseded => DeliveryRefusal.Superseded(delivery),
        DeliveryState.Dead or DeliveryState.Rejected => null,
        DeliveryState.Waiting or DeliveryState.Sending or DeliveryState.Sent or DeliveryState.Accepted or DeliveryState.Superseded =>
            DeliveryRefusal.NotStopped(delivery),
        _ => throw new ArgumentOutOfRangeException(nameof(delivery), delivery.State, "Unknown state."),
    };
}

/// <summary>What becomes of a delivery after an attempt.</summary>
/// <param name="State">Where it stands now.</param>
public sealed record Settlement(DeliveryState State)
{
    /// <summary>The receiver's or the channel's number or words.</summary>
    public string? Receipt { get; init; }

    /// <summary>The refusal or the fault.</summary>
    public string? Message { get; init; }

    /// <summary>When to try again; null when nothing more is tried.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>Whether a person has to look at it.</summary>
    public bool IsAlarm => State is DeliveryState.Dead;

    internal static Settlement Received(string receipt) => new(DeliveryState.Accepted) { Receipt = receipt };

    internal static Settlement GivenUp(string reason) => new(DeliveryState.Dead) { Message = reason };
}
