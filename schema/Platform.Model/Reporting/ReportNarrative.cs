using Platform.Model.Libraries;

namespace Platform.Model.Reporting;

/// <summary>
/// A text that people write in a report, for one library and period: difficulties, results in words, plans. Each saving is a new version;
/// the latest one goes into the report when the period is closed or corrected, and the older ones stay.
/// </summary>
public sealed class ReportNarrative : ILibraryOwned, IFeedSubject
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library that reports.</summary>
    public required long LibraryId { get; init; }

    /// <summary>Code of the report definition.</summary>
    public required string DefinitionCode { get; init; }

    /// <summary>Code of the period.</summary>
    public required string Period { get; init; }

    /// <summary>Name of the section within the form.</summary>
    public required string Section { get; init; }

    /// <summary>Number of the version, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The text; empty to leave the section to be written by hand.</summary>
    public required string Text { get; init; }

    /// <summary>The account that wrote it, never a person's name.</summary>
    public required string Author { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>The library that reports.</summary>
    public Library Library { get; init; } = null!;
}
