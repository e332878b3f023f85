using Platform.Model.Libraries;
using Platform.Model.Patrons;

namespace Platform.Model.Notices;

/// <summary>
/// A notice to a reader: written once for each occasion, sent at most once. What it says is forgotten when it is sent; that it was, stays.
/// </summary>
public sealed class Notice : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>To whom; null once anonymised.</summary>
    public long? PatronId { get; set; }

    /// <summary>What it is about.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>The occasion, unique in the library: no loan or hold has two notices of one occasion.</summary>
    public required string Key { get; init; }

    /// <summary>Address; empty once it is over.</summary>
    public required string Address { get; set; }

    /// <summary>Subject; empty once it is over.</summary>
    public required string Subject { get; set; }

    /// <summary>Text; empty once it is over.</summary>
    public required string Body { get; set; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public NoticeState State { get; set; } = NoticeState.Waiting;

    /// <summary>How often sending was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>When it is tried next.</summary>
    public required DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>When it was handed to the mail server; null before.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>What the mail server said against it; null when nothing.</summary>
    public string? Fault { get; set; }

    /// <summary>The library.</summary>
    public Library Library { get; init; } = null!;

    /// <summary>To whom.</summary>
    public Patron? Patron { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>What a notice is about.</summary>
public enum NoticeKind : byte
{
    /// <summary>A loan ends soon (sắp đến hạn).</summary>
    DueSoon = 1,

    /// <summary>A loan is overdue (quá hạn).</summary>
    Overdue = 2,

    /// <summary>A copy is kept at the desk (đã có sách đặt trước).</summary>
    HoldReady = 3,
}

/// <summary>Where a notice stands.</summary>
public enum NoticeState : byte
{
    /// <summary>Waits to be sent.</summary>
    Waiting = 1,

    /// <summary>A process is sending it; if that process died, nobody knows whether it went, and it is not sent again.</summary>
    Sending = 2,

    /// <summary>The mail server took it.</summary>
    Sent = 3,

    /// <summary>It was refused for good, or tried too often.</summary>
    Failed = 4,

    /// <summary>Nobody knows whether the mail server took it: it is not sent again.</summary>
    Unknown = 5,
}

/// <summary>Where notices to a person go.</summary>
public sealed class NoticeContact : IVersioned, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The person.</summary>
    public required long PatronId { get; init; }

    /// <summary>The mail address: the person's own, or for a child the guardian's.</summary>
    public required string Mail { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>A library's own words for a kind of notice.</summary>
public sealed class NoticeTemplate : IVersioned, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The kind.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>The subject, with placeholders.</summary>
    public required string Subject { get; set; }

    /// <summary>The text, with placeholders.</summary>
    public required string Body { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
