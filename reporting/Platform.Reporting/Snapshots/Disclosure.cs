using System.Collections.Frozen;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Patrons;
using Platform.Model.Reporting;
using Platform.Model.Repository;
using Platform.Reporting.Metrics;
using Platform.Reporting.Summaries;

namespace Platform.Reporting.Snapshots;

/// <summary>Who reads a report, as its school sees it.</summary>
public enum ReportReader : byte
{
    /// <summary>Somebody who looks after the school's readers anyway.</summary>
    School = 1,

    /// <summary>The body that receives the report and decides about it, once the report was sent.</summary>
    Recipient = 2,

    /// <summary>Anybody else who reads reports: the hub of the group, the administrator; and the office while nothing was sent.</summary>
    Outside = 3,
}

/// <summary>
/// What of a frozen report its reader may see. The school sees everything. The recipient sees the form whole, as it was signed, but the
/// rows behind figures about readers are not opened: they would tell what single children did (NĐ 56/2017 Đ.33). Others see no figure
/// about readers at all: forms of month, semester and year overlap, so leaving out small figures of each would not hide them.
/// </summary>
/// <param name="reader">Who reads it.</param>
/// <param name="keptAtSchool">Whether it is a register of single readers, which never leaves the school.</param>
/// <param name="aboutReaders">Codes of the metrics that count readers or what they did.</param>
public sealed class Disclosure(ReportReader reader, bool keptAtSchool, IReadOnlySet<string> aboutReaders)
{
    private static readonly FrozenSet<string> Readers = new[] { nameof(Loan), nameof(Patron), nameof(LibraryVisit), nameof(EResourceUse) }.ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<int, bool> _known = [];

    /// <summary>Whether everything may be seen, the files included.</summary>
    public bool IsWhole { get; } = reader is ReportReader.School || (!keptAtSchool && (reader is ReportReader.Recipient || aboutReaders.Count == 0));

    /// <summary>Whether the words that figures gave, such as rankings, may be seen.</summary>
    public bool ShowsNotes => IsWhole;

    /// <summary>What may be seen of a school's report.</summary>
    public static Disclosure Of(ReportDocument document, ReportReader reader)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new Disclosure(reader, document.Definition.KeptAtSchool is true, AboutReaders(document));
    }

    /// <summary>What may be seen of a sum over schools: what may be seen of each of their reports, which were sent.</summary>
    public static Disclosure Of(SummaryReport summary, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var schools = summary.Schools.ToList();
        var reader = schools.Select(s => ReaderOf(scope, s.Key, SubmissionState.Approved)).DefaultIfEmpty(ReportReader.School).Max();
        return new Disclosure(reader, keptAtSchool: false, schools.Where(s => s.Accepted is not null).SelectMany(s => AboutReaders(s.Accepted!.Document)).ToHashSet(StringComparer.Ordinal)); // filtered
    }

    /// <summary>Who the caller is to a report.</summary>
    /// <param name="scope">The caller.</param>
    /// <param name="libraryId">The library that reports.</param>
    /// <param name="state">How far the report has come: a draft was sent to nobody.</param>
    public static ReportReader ReaderOf(Scope scope, long libraryId, SubmissionState state)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.May(Permission.ReadPatrons, libraryId) ? ReportReader.School
            : state is not SubmissionState.Draft && scope.May(Permission.ApproveReports, libraryId) ? ReportReader.Recipient
            : ReportReader.Outside;
    }

    /// <summary>Codes of the document's metrics that count readers, or what readers did.</summary>
    public static IReadOnlySet<string> AboutReaders(ReportDocument document) => document.Metrics
        .Where(m => Readers.Contains(m.Entity) || (m.Entity == nameof(LibraryActivity) && m.Measure is Measure.Value))
        .Select(m => m.Code)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a row may be seen: of a register that stays at the school, its totals only.</summary>
    public bool ShowsRow(TableRow row) => reader is ReportReader.School || !keptAtSchool || row.IsTotal;

    /// <summary>Whether a figure may be seen.</summary>
    public bool Shows(ReportDocument document, FrozenCell cell) => reader is not ReportReader.Outside || !IsAboutReaders(document, cell);

    /// <summary>Whether the rows behind a figure may be seen.</summary>
    public bool Opens(ReportDocument document, FrozenCell cell) => reader is ReportReader.School || !IsAboutReaders(document, cell);

    // A sum or quotient is about readers as soon as one of its parts is.
    private bool IsAboutReaders(ReportDocument document, FrozenCell cell)
    {
        if (_known.Count == 0)
            foreach (var one in document.Cells)
                _known[one.Id] = IsAboutReaders(one);
        return _known[cell.Id];
    }

    private bool IsAboutReaders(FrozenCell cell) =>
        (cell.Metric is not null && aboutReaders.Contains(cell.Metric))
        || (cell.Parts ?? []).Any(part => _known.GetValueOrDefault(part))
        || (cell.Ratio is { } ratio && (_known.GetValueOrDefault(ratio.Of) || _known.GetValueOrDefault(ratio.Per)));
}
