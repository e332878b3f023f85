namespace Platform.Model.Reporting;

/// <summary>
/// The frozen content of a report: its document (figures, texts, layout) and, in <see cref="Chunks"/>, the facts behind every figure.
/// Written once and never changed; every rendering is made from it alone.
/// </summary>
public sealed class ReportSnapshot : ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The report.</summary>
    public long RunId { get; init; }

    /// <summary>The library that reports.</summary>
    public required long LibraryId { get; init; }

    /// <summary>1 for the first closing, then one more for each correction.</summary>
    public required int Number { get; init; }

    /// <summary>The snapshot's content address: SHA-256, hexadecimal, over the canonical document, which holds the Merkle root of the chunks.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was frozen.</summary>
    public required DateTimeOffset FrozenAt { get; init; }

    /// <summary>The canonical document, compressed.</summary>
    public required byte[] Document { get; init; }

    /// <summary>SHA-256 of <see cref="Document"/> as stored.</summary>
    public required string StoredHash { get; init; }

    /// <summary>How many facts are behind the figures.</summary>
    public required long Facts { get; init; }

    /// <summary>The facts, in order of source, dimension values, day and key, and what they are about.</summary>
    public ICollection<SnapshotChunk> Chunks { get; init; } = [];

    /// <summary>The report.</summary>
    public ReportRun Run { get; init; } = null!;
}

/// <summary>
/// A stretch of a snapshot's facts, or of the things that they are about. All stretches but the last of a kind are equally long, so that
/// one page of contributors loads one or two of each.
/// </summary>
public sealed class SnapshotChunk : ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The snapshot.</summary>
    public long SnapshotId { get; init; }

    /// <summary>The library that reports.</summary>
    public required long LibraryId { get; init; }

    /// <summary>What it holds.</summary>
    public required ChunkKind Kind { get; init; }

    /// <summary>Position among the snapshot's chunks of the kind, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>How many facts or subjects it holds.</summary>
    public required int Count { get; init; }

    /// <summary>SHA-256 of the content before compression: a leaf of the snapshot's Merkle tree.</summary>
    public required string Hash { get; init; }

    /// <summary>SHA-256 of <see cref="Bytes"/> as stored.</summary>
    public required string StoredHash { get; init; }

    /// <summary>The content, compressed.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>The snapshot.</summary>
    public ReportSnapshot Snapshot { get; init; } = null!;
}

/// <summary>What a chunk holds.</summary>
public enum ChunkKind : byte
{
    /// <summary>Facts, which refer to subjects by number.</summary>
    Facts = 1,

    /// <summary>Subjects: natural keys and labels.</summary>
    Subjects = 2,
}
