using Platform.Model.Access;

namespace Platform.Model.ChangeFeed.Webhooks;

/// <summary>
/// An address outside that is told of committed changes: signed, in the order of the change feed, each at least once. It is paused, never
/// deleted, so that what was told to whom stays known.
/// </summary>
public sealed class Webhook : IVersioned, IFeedSubject
{
    /// <summary>Most characters of a title.</summary>
    public const int LongestTitle = 100;

    /// <summary>Most characters of an address.</summary>
    public const int LongestAddress = 1000;

    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The account on whose behalf it listens: it is told of what this account may see at that time, and of nothing else.</summary>
    public required long AccountId { get; init; }

    /// <summary>What it is for, in words.</summary>
    public required string Title { get; set; }

    /// <summary>Where messages are posted to.</summary>
    public required string Address { get; set; }

    /// <summary>Names of the types whose changes it is told of, with a space between; empty for all.</summary>
    public string Types { get; set; } = "";

    /// <summary>The key of the signatures, encrypted with the server's own keys; never shown.</summary>
    public required string ProtectedSecret { get; set; }

    /// <summary>Whether messages are sent.</summary>
    public WebhookState State { get; set; } = WebhookState.Active;

    /// <summary>Why it is paused; null while it is active.</summary>
    public WebhookPause? PausedBecause { get; set; }

    /// <summary>Since when it is paused; null while it is active.</summary>
    public DateTimeOffset? PausedAt { get; set; }

    /// <summary>The last sequence of the change feed that was taken care of: all up to it was received or was not for this webhook.</summary>
    public required long Position { get; set; }

    /// <summary>Where the message ends that is being sent, so that a repeated attempt sends the same; null between messages.</summary>
    public long? SendingUpTo { get; set; }

    /// <summary>Attempts that failed since the last success.</summary>
    public int FailedAttempts { get; set; }

    /// <summary>Nothing is sent before.</summary>
    public required DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>Which attempt holds the webhook; null when none does.</summary>
    public string? Lease { get; set; }

    /// <summary>Until when the attempt holds it: a server that died lets go by this.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>When it was registered.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The account on whose behalf it listens.</summary>
    public Account Account { get; init; } = null!;

    /// <summary>What was tried, newest last.</summary>
    public ICollection<WebhookAttempt> Attempts { get; init; } = [];

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Whether it asks to be told of changes of the type.</summary>
    public bool WantsType(string type) => Types.Length == 0 || Types.Split(' ').Contains(type);

    /// <summary>Sends on, from where it stands.</summary>
    public void Resume(DateTimeOffset now)
    {
        (State, PausedBecause, PausedAt) = (WebhookState.Active, null, null);
        (FailedAttempts, NextAttemptAt) = (0, now);
    }

    /// <summary>Stops sending; what happens meanwhile waits in the change feed.</summary>
    public void Pause(WebhookPause because, DateTimeOffset now) =>
        (State, PausedBecause, PausedAt) = (WebhookState.Paused, because, now);

    /// <summary>Goes back (or on) to a place in the change feed. An attempt that is on its way loses its lease: it must not move the place again.</summary>
    public void MoveTo(long sequence, DateTimeOffset now) =>
        (Position, SendingUpTo, Lease, LeasedUntil, FailedAttempts, NextAttemptAt) = (sequence, null, null, null, 0, now);
}

/// <summary>Whether a webhook sends.</summary>
public enum WebhookState : byte
{
    /// <summary>Changes are sent as they come.</summary>
    Active = 1,

    /// <summary>Nothing is sent; the place in the change feed is kept.</summary>
    Paused = 2,
}

/// <summary>Why a webhook is paused.</summary>
public enum WebhookPause : byte
{
    /// <summary>Somebody asked for it.</summary>
    Asked = 1,

    /// <summary>Too many attempts in a row failed.</summary>
    Failing = 2,

    /// <summary>The account on whose behalf it listens is locked.</summary>
    AccountLocked = 3,

    /// <summary>The server cannot read the secret any more (its keys were lost): give it a new one.</summary>
    SecretLost = 4,
}
