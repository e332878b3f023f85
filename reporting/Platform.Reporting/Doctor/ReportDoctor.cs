using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Reporting.Definitions;
using Platform.Reporting.Metrics;
using Platform.Reporting.Runs;
using Platform.Reporting.Snapshots;
using Platform.Storage;

namespace Platform.Reporting.Doctor;

/// <summary>Runs a report dry before it is closed, and groups what is wrong with it by root cause.</summary>
public sealed class ReportDoctor(ReportRunner runner, DefinitionCatalogue catalogue, LibraryDbFactory databases, TimeProvider clock)
{
    /// <summary>What stands in the way of a good report, the causes that clear most first; null where the form does not hold in the period.</summary>
    public async Task<IReadOnlyList<ReportFinding>?> DiagnoseAsync(string report, Library library, ReportPeriod period, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(period);
        if (catalogue.Find(report, period.LastOn) is not { } definition || !definition.Periods.Contains(period.Kind))
            return null;
        var document = (await runner.PreviewAsync(definition, library, period, cancellationToken)).Document;
        var sources = document.Metrics.Select(m => catalogue.Metric(m.Code, period.LastOn).Source).ToHashSet(StringComparer.Ordinal);
        await using var db = databases.For(Scope.System);
        var query = new FactQuery(db, library.Id, period);
        List<ReportFinding> findings = [.. OnPaper(document, library, period), .. await ClosedFindings.OfAsync(db, definition, library, period, document, cancellationToken)];
        if (sources.Overlaps(["loans", "borrowers", "cards", "visits"]))
            findings.AddRange(await ReaderFindings.OfAsync(query, sources.Contains("visits"), cancellationToken));
        if (sources.Any(s => s is "acquisitions" or "withdrawals" || s.StartsWith("stock-", StringComparison.Ordinal)))
            findings.AddRange(await StockFindings.OfAsync(query, UsesSubjects(document), cancellationToken));
        if (sources.Contains("activities"))
            findings.AddRange(await ReaderFindings.OfActivitiesAsync(query, cancellationToken));
        return [.. findings.OrderByDescending(f => f.Blocks).ThenByDescending(f => f.Clears).ThenBy(f => f.Cause)];
    }

    private IEnumerable<ReportFinding> OnPaper(ReportDocument document, Library library, ReportPeriod period)
    {
        if (clock.Today() <= period.LastOn)
        {
            yield return new(
                ReportCause.PeriodNotOver, true, $"Kỳ {period.Code} kết thúc ngày {VietnameseFormat.Day(period.LastOn)}.", $"The period {period.Code} ends on {period.LastOn:yyyy-MM-dd}.",
                "Chốt báo cáo từ ngày hôm sau.", 1, null, []);
        }
        var blanks = new[] { (library.Principal, "hiệu trưởng"), (library.Librarian, "cán bộ thư viện"), (library.Place, "địa danh"), (document.Letterhead.Parent, "cơ quan quản lý") }
            .Where(b => string.IsNullOrWhiteSpace(b.Item1)).Select(b => b.Item2).ToList();
        if (blanks.Count > 0)
        {
            yield return new(
                ReportCause.LetterheadIncomplete, false, $"Chưa khai báo {string.Join(", ", blanks)} của trường.", $"{blanks.Count} names of the letterhead are not known.",
                "Bổ sung ở thông tin thư viện.", blanks.Count, nameof(Library), [library.Id]);
        }
        var empty = document.Sections.OfType<NarrativeSection>().Where(n => n.Text is null).Select(n => n.Label?.TrimEnd(':') ?? n.Code).ToList();
        if (empty.Count > 0)
        {
            yield return new(
                ReportCause.NarrativesMissing, false, $"Chưa viết: {string.Join("; ", empty)}.", $"{empty.Count} sections are not written.",
                "Viết nội dung trước khi chốt, hoặc để dòng kẻ viết tay.", empty.Count, null, []);
        }
    }

    private static bool UsesSubjects(ReportDocument document) =>
        document.Cells.Any(c => c.Where?.Any(w => w.Dimension is Dimension.Subject) is true);
}
