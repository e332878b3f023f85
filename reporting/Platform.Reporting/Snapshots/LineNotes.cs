using Platform.Model.Reporting;
using Platform.Reporting.Definitions;

namespace Platform.Reporting.Snapshots;

/// <summary>Words that follow from counted cells: averages of a week, the types of books that are read most, what nobody recorded.</summary>
internal static class LineNotes
{
    public static void Add(IReadOnlyList<TableDraft> tables, ReportPeriod period)
    {
        foreach (var row in tables.SelectMany(t => t.Rows))
        {
            if (row.Form is { NoneIsUnknown: true } && row.Cells.TrueForAll(c => c.FoundNothing))
                row.MarkUnknown();
            if (row.Form?.Ranking is { } ranking)
                row.Note = Rank(tables.Single(t => t.Form.Code == ranking.Table), ranking);
            else if (row is { Form.PerWeek: true, Cells: [var cell] })
                row.Note = $"bình quân {VietnameseFormat.OneDecimal(PerWeek(cell.Value, period))} {cell.Metric?.Unit}/tuần";
        }
    }

    private static decimal PerWeek(long value, ReportPeriod period) => value * 7m / (period.LastOn.DayNumber - period.FirstOn.DayNumber + 1);

    private static string Rank(TableDraft table, RankingForm ranking)
    {
        var row = table.Rows.Single(r => r.Code == ranking.Row);
        var best = table.Form.Columns.Zip(row.Cells)
            .Where(pair => pair.Second.IsCounted && pair.Second.Value > 0)
            .OrderByDescending(pair => pair.Second.Value)
            .Take(ranking.Top)
            .Select(pair => $"{pair.First.Heads[^1]} ({VietnameseFormat.Number(pair.Second.Value)} {pair.Second.Metric?.Unit})")
            .ToList();
        return best.Count is 0 ? "không phát sinh" : string.Join("; ", best);
    }
}
