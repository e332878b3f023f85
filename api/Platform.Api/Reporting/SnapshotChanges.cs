using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Reporting;
using Platform.Reporting.Snapshots;
using Platform.Reporting.Submissions;

namespace Platform.Api.Reporting;

/// <summary>Which figures corrections changed.</summary>
internal static class SnapshotChanges
{
    /// <summary>The figures by which each report's current version differs from the one before, as far as the caller may see them; read with one statement.</summary>
    public static async Task<IReadOnlyDictionary<long, object?>> OfLastCorrectionAsync(LibraryDb db, IReadOnlyList<long> runs, CancellationToken cancellationToken)
    {
        var rows = await db.ReportSnapshots.AsNoTracking()
            .Where(s => runs.Contains(s.RunId) && (s.Number == s.Run.CurrentSnapshot || s.Number == s.Run.CurrentSnapshot - 1))
            .OrderBy(s => s.Number)
            .Select(s => new { Snapshot = s, s.Run.State })
            .ToListAsync(cancellationToken);
        return rows.GroupBy(s => s.Snapshot.RunId).ToDictionary(
            g => g.Key, g => (object?)ChangesOf([.. g.Select(s => s.Snapshot)], Disclosure.ReaderOf(db.Scope, g.First().Snapshot.LibraryId, g.First().State)));
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
        return rows.GroupBy(s => s.RunId).ToDictionary(g => g.Key, g => (object?)ChangesOf([.. g.Where(s => s.Number >= approved[g.Key])], ReportReader.School).Count); // a number of figures, none of them
    }

    private static List<ReportChange> ChangesOf(IReadOnlyList<ReportSnapshot> versions, ReportReader reader)
    {
        if (versions.Count < 2)
            return [];
        var (before, after) = (SnapshotStore.Open(versions[0]).Report.Document, SnapshotStore.Open(versions[^1]).Report.Document);
        var shown = Shown(before, reader).Union(Shown(after, reader)).ToHashSet();
        return [.. CellDifference.Between(before, after).Where(d => shown.Contains((d.Table, d.Row, d.Column))).Select(d => new ReportChange(d.Table, d.Row, d.Label, d.Column, d.Before, d.After))];
    }

    private static IEnumerable<(string Table, string Row, string Column)> Shown(ReportDocument document, ReportReader reader)
    {
        var disclosure = Disclosure.Of(document, reader);
        return from table in document.Tables
               from row in table.Rows
               where disclosure.ShowsRow(row)
               from figure in row.Cells.Zip(table.Columns)
               where disclosure.Shows(document, figure.First)
               select (table.Code, row.Code, figure.Second.Code);
    }
}

/// <summary>A figure that a correction changed.</summary>
/// <param name="Table">Code of the table.</param>
/// <param name="Row">Code of the row.</param>
/// <param name="Label">What the row is.</param>
/// <param name="Column">Code of the column.</param>
/// <param name="Before">The value before; null where the row is new.</param>
/// <param name="After">The value after; null where the row is gone.</param>
internal sealed record ReportChange(string Table, string Row, string Label, string Column, long? Before, long? After);
