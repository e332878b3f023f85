namespace Platform.Model.Reporting.Delivery;

/// <summary>What came of one attempt to send.</summary>
public abstract record DeliveryOutcome
{
    private DeliveryOutcome()
    {
    }

    /// <summary>The receiver has it and said so.</summary>
    /// <param name="Receipt">Its number or words.</param>
    public sealed record Accepted(string Receipt) : DeliveryOutcome;

    /// <summary>The channel took it; whether the receiver did is not known by it.</summary>
    /// <param name="Reference">The channel's number or place.</param>
    public sealed record HandedOver(string Reference) : DeliveryOutcome;

    /// <summary>The receiver looked at it and said no.</summary>
    /// <param name="Message">Why.</param>
    public sealed record Refused(string Message) : DeliveryOutcome;

    /// <summary>It did not work now and may later; whether the receiver has it may be unknown.</summary>
    /// <param name="Reason">What went wrong.</param>
    /// <param name="After">How long the receiver asks to wait; null when it does not say.</param>
    public sealed record TryAgain(string Reason, TimeSpan? After = null) : DeliveryOutcome;

    /// <summary>It can never work as it is.</summary>
    /// <param name="Reason">What is wrong.</param>
    public sealed record Undeliverable(string Reason) : DeliveryOutcome;
}
