using Platform.Reporting.Definitions;
using Platform.Reporting.Rendering;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Summaries;

/// <summary>Who reports above the schools: a commune, a department of education, a group of libraries.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name, as it stands at the head of the document.</param>
/// <param name="Parent">Name of the body above it; null when none is known.</param>
/// <param name="Level">Its level.</param>
public sealed record ReportingBody(string Code, string Name, string? Parent, ReportLevel Level);

/// <summary>A school or body whose report a summary rests on.</summary>
/// <param name="Key">Key of the school's library; of a body its key as a negative number.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
public sealed record ReportBelow(long Key, string Code, string Name)
{
    /// <summary>Key of the school's report; null for a body, and while none is accepted.</summary>
    public long? RunId { get; init; }

    /// <summary>The school's frozen report; null for a body, and while none is accepted.</summary>
    public FrozenReport? Accepted { get; init; }

    /// <summary>The body's own summary; null for a school.</summary>
    public SummaryReport? Summary { get; init; }

    /// <summary>What it reported; null while nothing is accepted.</summary>
    public ReportDocument? Document => Accepted?.Document ?? (Reported > 0 ? Summary?.Content.Document : null);

    /// <summary>How many schools are meant: itself, or those below the body.</summary>
    public int Expected => Summary is null ? 1 : Summary.Below.Sum(b => b.Expected);

    /// <summary>How many of them have an accepted report.</summary>
    public int Reported => Summary is null ? Accepted is null ? 0 : 1 : Summary.Below.Sum(b => b.Reported);

    /// <summary>Those that have none.</summary>
    public IEnumerable<ReportBelow> Missing => Summary is not null ? Summary.Below.SelectMany(b => b.Missing) : Accepted is null ? [this] : [];
}

/// <summary>
/// A form of a body above the schools: every figure is the sum, or a quotient of sums, of the accepted figures below it. Made from frozen
/// reports alone: the same reports give the same bytes and the same hash.
/// </summary>
/// <param name="Content">The document, with the figures below as its facts.</param>
/// <param name="Below">The schools and bodies below, by code, with or without an accepted report.</param>
/// <param name="Parts">Of each counted cell, by its number, the cells below that it sums.</param>
public sealed record SummaryReport(SnapshotContent Content, IReadOnlyList<ReportBelow> Below, IReadOnlyDictionary<int, IReadOnlyList<SummaryPart>> Parts)
{
    /// <summary>Every school below, with or without an accepted report.</summary>
    public IEnumerable<ReportBelow> Schools => Below.SelectMany(b => b.Summary is { } summary ? summary.Schools : [b]);

    /// <summary>The report, ready to be rendered.</summary>
    public FrozenReport Frozen => new(Content.Document, Content.Hash);
}

/// <summary>A figure below that a summary's figure sums.</summary>
/// <param name="Of">The school or body.</param>
/// <param name="Cell">Number of the cell in its report; null where the form has no total, so that several cells stand for it.</param>
/// <param name="Value">The value.</param>
public sealed record SummaryPart(ReportBelow Of, int? Cell, long Value);
