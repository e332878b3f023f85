namespace Platform.Model.Catalogue.Import;

/// <summary>What became of one record of an imported file.</summary>
public sealed class ImportLine
{
    /// <summary>The import.</summary>
    public required long BatchId { get; init; }

    /// <summary>The record's position in the file, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What became of it.</summary>
    public required ImportOutcome Outcome { get; set; }

    /// <summary>The bibliographic record it became or was found to be; null when rejected.</summary>
    public long? RecordId { get; set; }

    /// <summary>What was repaired, or why the record or some of its copies were rejected; null when there is nothing to say.</summary>
    public string? Remark { get; set; }

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
}
