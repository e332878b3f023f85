using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Reporting.Snapshots;

namespace Platform.Api.Reporting;

/// <summary>The tables of frozen reports, as far as the caller may see them, with the snapshot behind each figure at hand.</summary>
internal static class SnapshotTables
{
    /// <summary>The tables of many reports, opened with one statement.</summary>
    public static async Task<IReadOnlyDictionary<long, object?>> ReadAsync(LibraryDb db, IReadOnlyList<long> runs, CancellationToken cancellationToken)
    {
        var rows = await db.ReportSnapshots.AsNoTracking()
            .Where(s => runs.Contains(s.RunId) && s.Number == s.Run.CurrentSnapshot)
            .Select(s => new { Snapshot = s, s.Run.State })
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Snapshot.RunId, row => (object?)TablesOf(SnapshotStore.Open(row.Snapshot), Disclosure.ReaderOf(db.Scope, row.Snapshot.LibraryId, row.State)));
    }

    private static List<ReportTable> TablesOf(OpenSnapshot snapshot, ReportReader reader)
    {
        var disclosure = Disclosure.Of(snapshot.Report.Document, reader);
        return
        [
            .. snapshot.Report.Document.Tables.Select(table => new ReportTable(
                table.Code, table.Caption, [.. table.Columns.Select(column => new ReportColumn(column.Code, column.Heads))],
                [.. table.Rows.Where(disclosure.ShowsRow).Select(row => RowOf(snapshot, disclosure, table, row))])),
        ];
    }

    private static ReportRow RowOf(OpenSnapshot snapshot, Disclosure disclosure, TableSection table, TableRow row)
    {
        var document = snapshot.Report.Document;
        var figures = row.Cells.Zip(table.Columns, (cell, column) => (Cell: cell, column.Code)).ToLookup(figure => disclosure.Shows(document, figure.Cell));
        return new ReportRow(
            row.Code, row.Label, row.Texts, row.IsTotal, disclosure.ShowsNotes ? row.Note : null,
            [.. figures[true].Select(figure => CellOf(snapshot, disclosure, figure.Cell, figure.Code))],
            [.. figures[false].Select(figure => figure.Code)]);
    }

    private static ReportCell CellOf(OpenSnapshot snapshot, Disclosure disclosure, FrozenCell cell, string column) =>
        new(cell.Id, column, cell.Value, cell.Metric, cell.Unit, cell.Ratio?.Decimals ?? 0, VietnameseFormat.Figure(cell))
        {
            Snapshot = snapshot,
            Opens = disclosure.Opens(snapshot.Report.Document, cell),
        };
}

/// <summary>A table of a frozen report.</summary>
/// <param name="Code">Name of the table within the form.</param>
/// <param name="Caption">Words above the table.</param>
/// <param name="Columns">The columns of figures.</param>
/// <param name="Rows">The rows.</param>
internal sealed record ReportTable(string Code, string? Caption, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<ReportRow> Rows);

/// <summary>A column of figures.</summary>
/// <param name="Code">Name of the column within the table.</param>
/// <param name="Heads">The heading, from the widest merged one down.</param>
internal sealed record ReportColumn(string Code, IReadOnlyList<string> Heads);

/// <summary>A row of a table.</summary>
/// <param name="Code">Name of the row within the table.</param>
/// <param name="Label">What the row is.</param>
/// <param name="Texts">The texts before the figures.</param>
/// <param name="IsTotal">Whether it sums other rows.</param>
/// <param name="Note">Words after the figures.</param>
/// <param name="Cells">The figures, one for each column; empty for a line of words. Figures about readers are left out for callers outside the school to whom the report was not sent.</param>
/// <param name="Withheld">Codes of the columns whose figures were left out.</param>
internal sealed record ReportRow(string Code, string Label, IReadOnlyList<string> Texts, bool IsTotal, string? Note, IReadOnlyList<ReportCell> Cells, IReadOnlyList<string> Withheld);

/// <summary>A figure of a frozen report. Its value is the sum of its contributors' amounts, or the quotient of two such figures.</summary>
/// <param name="Number">Number of the cell in the report, from 0.</param>
/// <param name="Column">Code of its column.</param>
/// <param name="Value">The value.</param>
/// <param name="Metric">Code of the metric that was counted; null for a sum over different metrics.</param>
/// <param name="Unit">The unit of the value; null when parts differ.</param>
/// <param name="Decimals">How many of the value's last digits are decimals: 0 for counts, 1 or 2 for quotients.</param>
/// <param name="Printed">The figure as it stands on paper: 1.234, 2,75, 12,5 %, a dash for a quotient that has none.</param>
internal sealed record ReportCell(int Number, string Column, long Value, string? Metric, string? Unit, int Decimals, string Printed)
{
    /// <summary>The snapshot in which the contributors stand.</summary>
    public required OpenSnapshot Snapshot { get; init; }

    /// <summary>Whether the caller may see the contributors.</summary>
    public required bool Opens { get; init; }
}
