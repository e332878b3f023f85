using Platform.Model.Libraries;

namespace Platform.Model.Catalogue.Standardising;

/// <summary>A review list of proposed corrections of a library's records: previewed, decided line by line, applied, undone exactly.</summary>
public sealed class StandardisationJob : IVersioned, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library whose records are looked at.</summary>
    public required long LibraryId { get; init; }

    /// <summary>Where the job stands.</summary>
    public StandardisationState State { get; set; } = StandardisationState.Previewed;

    /// <summary>Records that were looked at.</summary>
    public required int Examined { get; init; }

    /// <summary>Key of the last record looked at; another job goes on behind it.</summary>
    public required long LastRecordId { get; init; }

    /// <summary>Records that were changed; 0 until the job is applied.</summary>
    public int Changed { get; set; }

    /// <summary>When the list was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was applied; null until then.</summary>
    public DateTimeOffset? AppliedAt { get; set; }

    /// <summary>When it was undone; null until then.</summary>
    public DateTimeOffset? UndoneAt { get; set; }

    /// <summary>The library.</summary>
    public Library Library { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>One record and one rule of a review list.</summary>
public sealed class StandardisationLine : ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The job.</summary>
    public required long JobId { get; init; }

    /// <summary>The library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The record.</summary>
    public required long RecordId { get; init; }

    /// <summary>Version of the record that was looked at.</summary>
    public required int RecordVersion { get; init; }

    /// <summary>The rule that proposes.</summary>
    public required StandardisationRule Rule { get; init; }

    /// <summary>The fields as they are, one a line.</summary>
    public required string Before { get; init; }

    /// <summary>The fields as they would be, one a line.</summary>
    public required string After { get; init; }

    /// <summary>Why it is proposed; for a duplicate what speaks for the two being one.</summary>
    public string? Reason { get; init; }

    /// <summary>The other record of a duplicate; null for any other rule.</summary>
    public long? OtherRecordId { get; init; }

    /// <summary>What was decided. What cannot go wrong is accepted from the beginning, what needs a person's eye is open.</summary>
    public required LineDecision Decision { get; set; }

    /// <summary>The job.</summary>
    public StandardisationJob Job { get; init; } = null!;

    /// <summary>The record.</summary>
    public BibliographicRecord Record { get; init; } = null!;
}

/// <summary>A record as it was before a job changed it.</summary>
public sealed class StandardisedRecord
{
    /// <summary>The job.</summary>
    public required long JobId { get; init; }

    /// <summary>The record.</summary>
    public required long RecordId { get; init; }

    /// <summary>Its content before.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>How <see cref="Bytes"/> are to be read.</summary>
    public required StoredFormat Format { get; init; }

    /// <summary>Its version after the change: a greater one means that somebody has worked on it since.</summary>
    public required int VersionAfter { get; init; }
}

/// <summary>Where a job stands.</summary>
public enum StandardisationState : byte
{
    /// <summary>The list waits for decisions.</summary>
    Previewed = 1,

    /// <summary>What was accepted is done.</summary>
    Applied = 2,

    /// <summary>The records are as they were before.</summary>
    Undone = 3,
}

/// <summary>What was decided of a line.</summary>
public enum LineDecision : byte
{
    /// <summary>Nothing yet: it is not applied.</summary>
    Open = 1,

    /// <summary>It is to be applied.</summary>
    Accepted = 2,

    /// <summary>It is not to be applied.</summary>
    Rejected = 3,
}

/// <summary>What a job looks for.</summary>
public enum StandardisationRule : byte
{
    /// <summary>Decomposed text, characters that cannot be seen, needless blanks. Accepted from the beginning.</summary>
    Characters = 1,

    /// <summary>Forms of headings in 100 and 700: names turned round, final commas. Accepted from the beginning.</summary>
    HeadingForms = 2,

    /// <summary>Forms of 260: places spelt out or abbreviated as ISBD does in Vietnam, "Nxb" before publishers, punctuation. Accepted from the beginning.</summary>
    PublicationForms = 3,

    /// <summary>Forms of 650: capital letter, subdivisions, final full stops, the same heading twice. Accepted from the beginning.</summary>
    SubjectForms = 4,

    /// <summary>Parts of the title that stand together in 245 $a.</summary>
    TitleParts = 5,

    /// <summary>Names and roles that stand together in 100 $a. After the title is parted: the statement goes behind it.</summary>
    NamesAndRoles = 6,

    /// <summary>Damaged DDC numbers, book marks behind them, and numbers of other schemes, which go to 084.</summary>
    Ddc = 7,

    /// <summary>Running numbers of an old system in 020, which go to 035.</summary>
    LegacyNumbers = 8,

    /// <summary>Records that are likely the same publication; they are merged by mergeRecords.</summary>
    Duplicates = 9,
}
