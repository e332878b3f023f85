namespace Platform.Reporting.Doctor;

/// <summary>A root cause of faults in a report, with everything that it spoils, so that one repair clears them all.</summary>
/// <param name="Cause">What kind of cause it is.</param>
/// <param name="Blocks">Whether the report should not be closed before it is repaired.</param>
/// <param name="Vietnamese">The cause in a Vietnamese sentence with its object.</param>
/// <param name="English">The cause in an English sentence with its object.</param>
/// <param name="Fix">What to do, in Vietnamese.</param>
/// <param name="Clears">How many faulty facts the repair clears.</param>
/// <param name="Entity">Name of the entity to repair, for example <c>Item</c>; null for the library's own settings.</param>
/// <param name="Examples">Keys of some of the rows to repair, at most five.</param>
public sealed record ReportFinding(
    ReportCause Cause, bool Blocks, string Vietnamese, string English, string Fix, int Clears, string? Entity, IReadOnlyList<long> Examples);

/// <summary>Kinds of causes of faults in reports.</summary>
public enum ReportCause : byte
{
    /// <summary>The period has not ended.</summary>
    PeriodNotOver = 1,

    /// <summary>The library's head, librarian or place is not known, or no body above it: head and foot stay blank.</summary>
    LetterheadIncomplete = 2,

    /// <summary>A class has no grade, so its pupils' loans stand under no grade.</summary>
    ClassWithoutGrade = 3,

    /// <summary>Pupils have neither class nor grade.</summary>
    PupilsWithoutClass = 4,

    /// <summary>Copies of an entry have no price, so sums are too small.</summary>
    CopiesWithoutPrice = 5,

    /// <summary>Publications have no Dewey number, so their copies stand under no subject.</summary>
    RecordsWithoutSubject = 6,

    /// <summary>Copies left the stock without a reason.</summary>
    WithdrawalsWithoutReason = 7,

    /// <summary>Activities have no number of participants.</summary>
    ActivitiesWithoutParticipants = 8,

    /// <summary>Sections that people write are empty.</summary>
    NarrativesMissing = 9,

    /// <summary>The diary has no visits in the period.</summary>
    NoVisits = 10,

    /// <summary>The report is closed, and what is stored of a version is not what was frozen.</summary>
    StoredReportDamaged = 11,

    /// <summary>The report is closed, and facts were entered or changed since: they go into a correction.</summary>
    LateFacts = 12,
}
