namespace Platform.Model.Catalogue.Import;

/// <summary>A description as it was before an import changed it, so that the import can be undone exactly.</summary>
public sealed class ReplacedContent
{
    /// <summary>The import.</summary>
    public required long BatchId { get; init; }

    /// <summary>Position of the record in the file that brought the change.</summary>
    public required int Number { get; init; }

    /// <summary>The record that was changed.</summary>
    public required long RecordId { get; init; }

    /// <summary>How <see cref="Bytes"/> are to be read.</summary>
    public required StoredFormat Format { get; init; }

    /// <summary>The description before the change.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>When the record had been deleted, for one that the import revived; otherwise null.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>The record's version after the change: a greater one means that somebody has worked on it since.</summary>
    public required int VersionAfter { get; init; }
}
