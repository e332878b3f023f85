using Platform.Model.Libraries;

namespace Platform.Model.Reporting;

/// <summary>
/// One report of one library for one period: a line of the run ledger. The unique key (definition, version, library, period) makes
/// a repeated or misfired run harmless. What the report says is in its snapshots.
/// </summary>
public sealed class ReportRun : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library that reports.</summary>
    public required long LibraryId { get; init; }

    /// <summary>Code of the report definition, for example <c>R-01</c>.</summary>
    public required string DefinitionCode { get; init; }

    /// <summary>Version of the definition.</summary>
    public required int DefinitionVersion { get; init; }

    /// <summary>What kind of span the report covers.</summary>
    public required PeriodKind PeriodKind { get; init; }

    /// <summary>The period's code, for example <c>2026-05</c>.</summary>
    public required string Period { get; init; }

    /// <summary>First day of the period.</summary>
    public required DateOnly FirstOn { get; init; }

    /// <summary>Last day of the period.</summary>
    public required DateOnly LastOn { get; init; }

    /// <summary>When the period was closed: facts that are entered later do not change the report.</summary>
    public required DateTimeOffset ClosedAt { get; init; }

    /// <summary>Number of the snapshot that holds now; greater than 1 after a correction.</summary>
    public required int CurrentSnapshot { get; set; }

    /// <summary>Where the report stands on its way to the managing body.</summary>
    public SubmissionState State { get; set; } = SubmissionState.Draft;

    /// <summary>The steps of that way, oldest first.</summary>
    public ICollection<SubmissionStep> Steps { get; init; } = [];

    /// <summary>The signed papers of its versions, scanned.</summary>
    public ICollection<ReportScan> Scans { get; init; } = [];

    /// <summary>The frozen contents, the first and every correction.</summary>
    public ICollection<ReportSnapshot> Snapshots { get; init; } = [];

    /// <summary>The library that reports.</summary>
    public Library Library { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }
}
