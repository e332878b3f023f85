namespace Platform.Model.ChangeFeed.Webhooks;

/// <summary>One attempt to send a message to a webhook. Kept for 30 days; what was answered is not kept, only its status.</summary>
public sealed class WebhookAttempt
{
    /// <summary>For how many days attempts are kept.</summary>
    public const int KeptDays = 30;

    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The webhook.</summary>
    public required long WebhookId { get; init; }

    /// <summary>When it was tried.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether it was a test that somebody asked for, apart from the change feed.</summary>
    public bool IsTest { get; init; }

    /// <summary>Sequence of the message's first change; null for a test.</summary>
    public long? FirstSequence { get; init; }

    /// <summary>Sequence of the message's last change; null for a test.</summary>
    public long? LastSequence { get; init; }

    /// <summary>How many changes the message told of.</summary>
    public int Changes { get; init; }

    /// <summary>How it ended.</summary>
    public required WebhookOutcome Outcome { get; init; }

    /// <summary>Status code of the answer; null when there was none.</summary>
    public int? Status { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public required int Milliseconds { get; init; }

    /// <summary>The webhook.</summary>
    public Webhook Webhook { get; init; } = null!;
}

/// <summary>How an attempt to send to a webhook ended.</summary>
public enum WebhookOutcome : byte
{
    /// <summary>Answered with a status from 200 to 299: the receiver has it.</summary>
    Received = 1,

    /// <summary>Answered with another status; redirects are not followed.</summary>
    Refused = 2,

    /// <summary>No answer in time, or no connection.</summary>
    NoAnswer = 3,

    /// <summary>The name leads to an address within a network that is not public: nothing was sent.</summary>
    AddressForbidden = 4,

    /// <summary>The server could not read the secret to sign with: nothing was sent.</summary>
    SecretLost = 5,
}
