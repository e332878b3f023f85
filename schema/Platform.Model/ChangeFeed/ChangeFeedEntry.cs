namespace Platform.Model.ChangeFeed;

/// <summary>
/// One committed change of one row, written in the transaction that made it. The search index, webhooks, subscriptions, harvesting,
/// delta sync and the audit read this feed in the order of <see cref="Sequence"/>; nothing polls tables. Entries of records are kept
/// forever: harvesters must learn of a deletion whenever they ask.
/// </summary>
public sealed class ChangeFeedEntry
{
    /// <summary>Position in the feed: grows, may have gaps.</summary>
    public long Sequence { get; init; }

    /// <summary>Name of the entity type, for example <c>BibliographicRecord</c>.</summary>
    public required string Entity { get; init; }

    /// <summary>Key of the row.</summary>
    public required long EntityId { get; init; }

    /// <summary>What happened to the row.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>The library the row belongs to; null for rows of no library.</summary>
    public long? LibraryId { get; init; }

    /// <summary>Who did it: an account, client or job, never a person's name.</summary>
    public required string Actor { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>What happened to a row.</summary>
public enum ChangeKind : byte
{
    /// <summary>The row is new.</summary>
    Created = 1,

    /// <summary>The row changed.</summary>
    Updated = 2,

    /// <summary>The row was deleted, or marked as deleted.</summary>
    Deleted = 3,
}
