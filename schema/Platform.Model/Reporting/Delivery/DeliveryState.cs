namespace Platform.Model.Reporting.Delivery;

/// <summary>Where a delivery stands.</summary>
public enum DeliveryState : byte
{
    /// <summary>To be sent, at once or when the wait after a failed attempt is over.</summary>
    Waiting = 1,

    /// <summary>A worker holds the lease and is sending it.</summary>
    Sending = 2,

    /// <summary>Handed over; the receiver's receipt is awaited and entered by hand.</summary>
    Sent = 3,

    /// <summary>The receiver has it: its receipt is stored.</summary>
    Accepted = 4,

    /// <summary>The receiver said no, with a message: the report is to be corrected and sent as the next edition.</summary>
    Rejected = 5,

    /// <summary>Given up after too many attempts, or because it cannot be sent at all: a person has to look at it.</summary>
    Dead = 6,

    /// <summary>Never sent, because a corrected edition took its place first.</summary>
    Superseded = 7,
}
