using Platform.Model.Libraries;

namespace Platform.Model.Catalogue.Import;

/// <summary>One file read into one library: how far it got and what became of it. Saved with the rows it counts, so it is true after any crash.</summary>
public sealed class ImportBatch : IVersioned, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library that receives the records.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The file's name, without its folder.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file, hexadecimal: by it a broken import is found again.</summary>
    public required string FileHash { get; init; }

    /// <summary>Where the import stands.</summary>
    public required ImportState State { get; set; }

    /// <summary>What becomes of a record whose publication the catalogue has already, unless its line is decided otherwise.</summary>
    public MatchPolicy OnMatch { get; set; }

    /// <summary>What the columns of a register hold, from the left, by names parted by commas; null to go by the register's own header.</summary>
    public string? Columns { get; set; }

    /// <summary>Tags that an overlay or merge leaves as they are besides those that always stay, parted by commas; null for none.</summary>
    public string? ProtectedFields { get; init; }

    /// <summary>Records of the file that are dealt with: an import that goes on begins after them.</summary>
    public int Position { get; set; }

    /// <summary>Records that the file has; 0 until it is read to its end for a review.</summary>
    public int Total { get; set; }

    /// <summary>How much of the step under way is done, in percent.</summary>
    public int Percent { get; set; }

    /// <summary>The first rows of a register, cells parted by tabs, a row a line, for a person to say what its columns hold; null for records.</summary>
    public string? Sample { get; set; }

    /// <summary>Why the file cannot be read, in one English sentence; null when it can.</summary>
    public string? Fault { get; set; }

    /// <summary>Until when a process works on it; another one takes over afterwards. Null while nobody does.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>Records that became new bibliographic records, or would as their lines are decided now.</summary>
    public int Added { get; set; }

    /// <summary>Records that the library had already, byte for byte.</summary>
    public int Identical { get; set; }

    /// <summary>Records that were found to be publications of the catalogue: their copies were entered there.</summary>
    public int Matched { get; set; }

    /// <summary>Records, among the added and identical ones, that had to be repaired to be read.</summary>
    public int Repaired { get; set; }

    /// <summary>Records that could not be taken; their lines say why.</summary>
    public int Rejected { get; set; }

    /// <summary>Copies entered in the register.</summary>
    public int ItemsAdded { get; set; }

    /// <summary>Copies that could not be entered; the lines of their records say why.</summary>
    public int ItemsRejected { get; set; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended; null while it runs or waits to go on.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The receiving library.</summary>
    public Library Library { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>Where an import stands.</summary>
public enum ImportState : byte
{
    /// <summary>Begun; if nothing runs, it was broken off and goes on when the same file is imported again.</summary>
    Running = 1,

    /// <summary>The whole file is dealt with.</summary>
    Finished = 2,

    /// <summary>All that it added is taken away again, and what it changed is as it was.</summary>
    Undone = 3,

    /// <summary>Taken in for a review: it is read, or waits to be.</summary>
    Received = 4,

    /// <summary>A register that does not name its columns: they must be assigned before it can be read.</summary>
    NeedsColumns = 5,

    /// <summary>Read and matched: its lines wait for decisions. Nothing of it is in the catalogue.</summary>
    Staged = 6,

    /// <summary>What was decided is being done; broken off, it goes on by itself.</summary>
    Applying = 7,

    /// <summary>Thrown away before anything was done.</summary>
    Discarded = 8,

    /// <summary>The file holds nothing that can be read; see the fault.</summary>
    Refused = 9,
}
