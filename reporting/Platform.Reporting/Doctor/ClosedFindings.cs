using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Reporting.Definitions;
using Platform.Reporting.Snapshots;
using Platform.Reporting.Submissions;

namespace Platform.Reporting.Doctor;

/// <summary>What is to be said of a report that is closed already: whether its versions are what was frozen, and what came too late for it.</summary>
internal static class ClosedFindings
{
    public static async Task<IReadOnlyList<ReportFinding>> OfAsync(
        LibraryDb db, ReportDefinition definition, Library library, ReportPeriod period, ReportDocument now, CancellationToken cancellationToken)
    {
        var run = await db.ReportRuns.AsNoTracking().SingleOrDefaultAsync(
            r => r.LibraryId == library.Id && r.DefinitionCode == definition.Code && r.DefinitionVersion == definition.Version && r.Period == period.Code, cancellationToken);
        if (run is null)
            return [];
        var faults = await SnapshotChain.FaultsOfAsync(db, run.Id, until: null, cancellationToken);
        if (faults.Count > 0)
        {
            var named = string.Join(' ', faults.Take(5).Select(f => f.ToString()));
            return
            [
                new(ReportCause.StoredReportDamaged, true, $"Bản chốt đang lưu không còn nguyên vẹn: {named}", $"What is stored is not what was frozen: {named}",
                    "Khôi phục báo cáo từ bản sao lưu trước khi bị thay đổi.", faults.Count, nameof(ReportRun), [run.Id]),
            ];
        }
        var frozen = await SnapshotStore.OpenAsync(db, run.Id, cancellationToken) ?? throw new InvalidOperationException($"Report {run.Id} has no version {run.CurrentSnapshot}.");
        var late = CellDifference.Between(frozen.Report.Document, now);
        return late.Count is 0 ? [] :
        [
            new(ReportCause.LateFacts, false, $"{late.Count} số liệu đã khác bản chốt số {run.CurrentSnapshot} vì dữ liệu nhập hoặc sửa sau khi chốt.",
                $"{late.Count} figures differ from version {run.CurrentSnapshot}, because facts were entered or changed after it was frozen.",
                "Đính chính báo cáo: bản đã chốt không thay đổi.", late.Count, nameof(ReportRun), [run.Id]),
        ];
    }
}
