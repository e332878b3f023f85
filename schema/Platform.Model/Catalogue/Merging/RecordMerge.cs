using Platform.Model.Libraries;

namespace Platform.Model.Catalogue.Merging;

/// <summary>One record taken into another that describes the same publication, and all that is needed to part them again exactly.</summary>
public sealed class RecordMerge : IVersioned, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library that keeps the record that stays.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The record that stays.</summary>
    public required long KeptId { get; init; }

    /// <summary>The record that was taken in; deleted while the merge holds.</summary>
    public required long AbsorbedId { get; init; }

    /// <summary>Title of the record that was taken in.</summary>
    public required string AbsorbedTitle { get; init; }

    /// <summary>When it was done.</summary>
    public required DateTimeOffset MergedAt { get; init; }

    /// <summary>Who did it: an account or client, never a person's name.</summary>
    public required string Actor { get; init; }

    /// <summary>When it was undone; null while it holds.</summary>
    public DateTimeOffset? UndoneAt { get; set; }

    /// <summary>The description of the record that stays as it was before the merge completed it; null when it was left as it is.</summary>
    public byte[]? KeptBefore { get; init; }

    /// <summary>How <see cref="KeptBefore"/> is to be read.</summary>
    public StoredFormat? KeptFormat { get; init; }

    /// <summary>Version of the record that stays after the merge: a greater one means that somebody has worked on it since.</summary>
    public required int KeptVersionAfter { get; set; }

    /// <summary>What moved from one record to the other.</summary>
    public ICollection<MergedRow> Rows { get; init; } = [];

    /// <summary>The record that stays.</summary>
    public BibliographicRecord Kept { get; init; } = null!;

    /// <summary>The library that keeps the record that stays.</summary>
    public Library Library { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>A row that moved to the other record.</summary>
public sealed class MergedRow
{
    /// <summary>The merge.</summary>
    public long MergeId { get; init; }

    /// <summary>What kind of row.</summary>
    public required MergedKind Kind { get; init; }

    /// <summary>Its key.</summary>
    public required long RowId { get; init; }
}

/// <summary>Kinds of rows that hang on a record.</summary>
public enum MergedKind : byte
{
    /// <summary>A copy.</summary>
    Item = 1,

    /// <summary>A hold.</summary>
    Hold = 2,

    /// <summary>A hold of a patron who waits for the other record too: closed by the merge, waiting again after it is undone.</summary>
    ClosedHold = 3,

    /// <summary>A loan between libraries.</summary>
    InterLibraryLoan = 4,

    /// <summary>An e-resource.</summary>
    EResource = 5,
}
