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

    /// <summary>Records of the file that are dealt with: an import that goes on begins after them.</summary>
    public int Position { get; set; }

    /// <summary>Records that became new bibliographic records.</summary>
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
}
