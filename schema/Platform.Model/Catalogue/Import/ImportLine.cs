namespace Platform.Model.Catalogue.Import;

/// <summary>What became of one record of an imported file.</summary>
public sealed class ImportLine
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The import.</summary>
    public required long BatchId { get; init; }

    /// <summary>The record's position in the file, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What became of it; in an import under review, what will become of it as it is decided now.</summary>
    public required ImportOutcome Outcome { get; set; }

    /// <summary>The bibliographic record it became or was found to be; null when rejected, or not yet applied.</summary>
    public long? RecordId { get; set; }

    /// <summary>Title of the record in the file; null when no record could be made out, and for imports without a review.</summary>
    public string? Title { get; init; }

    /// <summary>The record of the catalogue that it is likely or surely the same as; null when there is none, and for imports without a review.</summary>
    public long? MatchedRecordId { get; init; }

    /// <summary>Number of the earlier line of the same file that it is likely or surely the same as; null when there is none.</summary>
    public int? SameAsNumber { get; init; }

    /// <summary>How surely it is the record it was found to be, see <see cref="MatchScore"/>; null when it was not compared or is new.</summary>
    public int? MatchPoints { get; set; }

    /// <summary>What was repaired, why the record or some of its copies were rejected, what speaks for a match; null when there is nothing to say.</summary>
    public string? Remark { get; set; }

    /// <summary>Copies that are entered with it.</summary>
    public int Copies { get; set; }

    /// <summary>The import.</summary>
    public ImportBatch Batch { get; init; } = null!;
}

/// <summary>What became of a record of an imported file.</summary>
public enum ImportOutcome : byte
{
    /// <summary>It is a new bibliographic record.</summary>
    Added = 1,

    /// <summary>The library had it already, byte for byte.</summary>
    Identical = 2,

    /// <summary>It was not taken.</summary>
    Rejected = 3,

    /// <summary>The catalogue has the publication: only the copies were entered.</summary>
    Skipped = 4,

    /// <summary>The catalogue has the publication: its description was replaced, protected fields excepted.</summary>
    Overlaid = 5,

    /// <summary>The catalogue has the publication: its description was completed.</summary>
    Merged = 6,

    /// <summary>The library had it, byte for byte, and had deleted it: it is there again.</summary>
    Revived = 7,
}
