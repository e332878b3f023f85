namespace Platform.Model.Catalogue.Import;

/// <summary>A record of a file under review, until it is applied or thrown away.</summary>
public sealed class StagedRecord
{
    /// <summary>The line.</summary>
    public long LineId { get; init; }

    /// <summary>How <see cref="Bytes"/> are to be read.</summary>
    public required StoredFormat Format { get; init; }

    /// <summary>The record, as it will be stored.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>Whether reading had to repair or lose anything.</summary>
    public required bool IsRepaired { get; init; }

    /// <summary>The line.</summary>
    public ImportLine Line { get; init; } = null!;
}
