using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Submissions;

/// <summary>A figure that a correction changed.</summary>
/// <param name="Table">Name of the table within the form.</param>
/// <param name="Row">Name of the row.</param>
/// <param name="Label">What the row is.</param>
/// <param name="Column">Name of the column.</param>
/// <param name="Before">The value before; null where the row is new.</param>
/// <param name="After">The value after; null where the row is gone.</param>
public sealed record CellDifference(string Table, string Row, string Label, string Column, long? Before, long? After)
{
    /// <summary>The figures that differ between two versions of a report, in the order of the later one; rows that are gone stand last.</summary>
    public static IReadOnlyList<CellDifference> Between(ReportDocument before, ReportDocument after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, now) = (Figures(before), Figures(after));
        return
        [
            .. now.Where(f => !old.TryGetValue(f.Key, out var value) || value.Value != f.Value.Value)
                .Select(f => Of(f.Key, f.Value.Label, old.TryGetValue(f.Key, out var value) ? value.Value : null, f.Value.Value)),
            .. old.Where(f => !now.ContainsKey(f.Key)).Select(f => Of(f.Key, f.Value.Label, f.Value.Value, null)),
        ];
    }

    private static CellDifference Of((string Table, string Row, string Column) place, string label, long? before, long? after) =>
        new(place.Table, place.Row, label, place.Column, before, after);

    private static Dictionary<(string Table, string Row, string Column), (string Label, long Value)> Figures(ReportDocument document) => document.Tables
        .SelectMany(table => table.Rows.SelectMany(row => table.Columns.Zip(row.Cells, (column, cell) => (Place: (table.Code, row.Code, column.Code), Figure: (row.Label, cell.Value)))))
        .ToDictionary(f => f.Place, f => f.Figure);
}
