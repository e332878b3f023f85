namespace Platform.Model.Reporting;

/// <summary>One step of a report's way: who did what when, and what was said. Written once and never changed.</summary>
public sealed class SubmissionStep : IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The report.</summary>
    public required long RunId { get; init; }

    /// <summary>The library that reports.</summary>
    public required long LibraryId { get; init; }

    /// <summary>What was done.</summary>
    public required SubmissionAction Action { get; init; }

    /// <summary>The state that followed.</summary>
    public required SubmissionState State { get; init; }

    /// <summary>The snapshot that held after the step.</summary>
    public required int Snapshot { get; init; }

    /// <summary>The message: why it was rejected, corrected, or should be opened; null where none was needed.</summary>
    public string? Message { get; init; }

    /// <summary>The account, client or job that did it, never a person's name.</summary>
    public required string Actor { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The report.</summary>
    public ReportRun Run { get; init; } = null!;
}
