using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Reporting;
using Platform.Reporting.Snapshots;
using Platform.Reporting.Submissions;

namespace Platform.Api.Reporting;

/// <summary>Which figures corrections changed.</summary>
internal static class SnapshotChanges
{
    /// <summary>The figures by which each report's current version differs from the one before, read with one statement.</summary>
    public static async Task<IReadOnlyDictionary<long, object?>> OfLastCorrectionAsync(LibraryDb db, IReadOnlyList<long> runs, CancellationToken cancellationToken)
    {
        var rows = await db.ReportSnapshots.AsNoTracking()
            .Where(s => runs.Contains(s.RunId) && (s.Number == s.Run.CurrentSnapshot || s.Number == s.Run.CurrentSnapshot - 1))
            .OrderBy(s => s.Number)
            .ToListAsync(cancellationToken);
        return rows.GroupBy(s => s.RunId).ToDictionary(g => g.Key, g => (object?)ChangesOf([.. g]));
    }

    /// <summary>How many figures of each report differ from the version that was approved last; reports that never were are left out.</summary>
    public static async Task<IReadOnlyDictionary<long, object?>> SinceApprovalAsync(LibraryDb db, IReadOnlyList<long> runs, CancellationToken cancellationToken)
    {
        var approved = await db.SubmissionSteps.AsNoTracking()
            .Where(s => runs.Contains(s.RunId) && s.Action == SubmissionAction.Approve)
            .GroupBy(s => s.RunId)
            .Select(steps => new { RunId = steps.Key, Number = steps.Max(s => s.Snapshot) })
            .ToDictionaryAsync(a => a.RunId, a => a.Number, cancellationToken);
        var (keys, numbers) = (approved.Keys.ToList(), approved.Values.Distinct().ToList());
        var rows = await db.ReportSnapshots.AsNoTracking()
            .Where(s => keys.Contains(s.RunId) && (s.Number == s.Run.CurrentSnapshot || numbers.Contains(s.Number)))
            .OrderBy(s => s.Number)
            .ToListAsync(cancellationToken);
        return rows.GroupBy(s => s.RunId).ToDictionary(g => g.Key, g => (object?)ChangesOf([.. g.Where(s => s.Number >= approved[g.Key])]).Count);
    }

    private static List<ReportChange> ChangesOf(IReadOnlyList<ReportSnapshot> versions) => versions.Count < 2 ? [] :
    [
        .. CellDifference.Between(SnapshotStore.Open(versions[0]).Report.Document, SnapshotStore.Open(versions[^1]).Report.Document)
            .Select(d => new ReportChange(d.Table, d.Row, d.Label, d.Column, d.Before, d.After)),
    ];
}

/// <summary>A figure that a correction changed.</summary>
/// <param name="Table">Code of the table.</param>
/// <param name="Row">Code of the row.</param>
/// <param name="Label">What the row is.</param>
/// <param name="Column">Code of the column.</param>
/// <param name="Before">The value before; null where the row is new.</param>
/// <param name="After">The value after; null where the row is gone.</param>
internal sealed record ReportChange(string Table, string Row, string Label, string Column, long? Before, long? After);
