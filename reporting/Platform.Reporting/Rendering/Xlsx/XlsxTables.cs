using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Rendering.Xlsx;

/// <summary>Writes tables into a sheet whose first columns are for texts, so that the figures of all tables stand below each other.</summary>
internal sealed class XlsxTables(Sheet sheet, int textColumns)
{
    private static readonly SheetStyle Text = new(12, Ruled: true);
    private static readonly SheetStyle Head = new(12, Bold: true, Ruled: true, Place: SheetPlace.Centre);
    private static readonly SheetStyle Plain = new(13);
    private readonly Dictionary<int, (int Row, int Column)> _places = [];
    private readonly List<(int First, int Last)> _headings = [];

    /// <summary>First and last row of the heading of each ruled table.</summary>
    public IReadOnlyList<(int First, int Last)> Headings => _headings;

    public void WriteGrid(TableSection table)
    {
        WriteHead(table);
        if (table.Rows.All(r => r.IsTotal))
            sheet.Merge(sheet.Row++, 1, 1, textColumns + table.Columns.Count, Wording.Nothing, Text with { Italic = true, Place = SheetPlace.Centre });
        foreach (var row in table.Rows)
            WriteRow(table, row);
        sheet.Row++;
    }

    /// <summary>Label, number, unit and note of each line in cells of their own.</summary>
    public void WriteLines(TableSection table)
    {
        foreach (var row in table.Rows)
        {
            if (row.Cells.Count is 0)
            {
                sheet.Line($"- {row.Label}: {row.Note}", Plain);
                continue;
            }
            var label = $"- {row.Label}:";
            sheet.Merge(sheet.Row, 1, 1, textColumns, label, Plain);
            sheet.Fit(sheet.Row, label, sheet.Widths.Take(textColumns).Sum(), Plain.Size);
            sheet.Put(sheet.Row, textColumns + 1, Figure(row.Cells[0], sheet.Row, textColumns + 1, Plain with { Place = SheetPlace.Right }));
            var words = row.Note is null ? row.Cells[0].Unit ?? "" : $"{row.Cells[0].Unit} ({row.Note})";
            sheet.Merge(sheet.Row, textColumns + 2, 1, sheet.Columns - textColumns - 1, words, Plain);
            sheet.Fit(sheet.Row, words, sheet.Widths.Skip(textColumns + 1).Sum(), Plain.Size);
            sheet.Row++;
        }
    }

    private void WriteHead(TableSection table)
    {
        var rows = HeadGrid.RowsOf(table);
        foreach (var head in HeadGrid.CellsOf(table))
        {
            var (first, next) = (Place(table, head.Column), Place(table, head.Column + head.Columns));
            sheet.Merge(sheet.Row + head.Row, first, head.Rows, next - first, head.Text, Head);
            if (head.Rows is 1)
                sheet.Fit(sheet.Row + head.Row, head.Text, sheet.Widths.Skip(first - 1).Take(next - first).Sum() - 1, Head.Size);
        }
        _headings.Add((sheet.Row, sheet.Row + rows - 1));
        sheet.Row += rows;
    }

    private void WriteRow(TableSection table, TableRow row)
    {
        var style = Text with { Bold = row.IsTotal };
        for (var i = 0; i < row.Texts.Count; i++)
        {
            var (first, next) = (Place(table, i), Place(table, i + 1));
            var place = table.Texts[i].Centred ? SheetPlace.Centre : SheetPlace.Left;
            sheet.Merge(sheet.Row, first, 1, next - first, row.Texts[i], style with { Place = place });
            sheet.Fit(sheet.Row, row.Texts[i], sheet.Widths.Skip(first - 1).Take(next - first).Sum(), style.Size);
        }
        for (var i = 0; i < row.Cells.Count; i++)
            sheet.Put(sheet.Row, textColumns + 1 + i, Figure(row.Cells[i], sheet.Row, textColumns + 1 + i, style with { Place = SheetPlace.Right }));
        sheet.Row++;
    }

    private SheetCell Figure(FrozenCell cell, int row, int column, SheetStyle style)
    {
        _places[cell.Id] = (row, column);
        if (cell.Ratio is { } ratio)
            return Quotient(cell, ratio, style);
        return new SheetCell(null, cell.Value, cell.Parts is { Count: > 0 } parts ? SheetFormula.Sum([.. parts.Select(p => _places[p])]) : null, style);
    }

    private SheetCell Quotient(FrozenCell cell, FrozenRatio ratio, SheetStyle style)
    {
        if (ratio.Absent)
            return new SheetCell(VietnameseFormat.Figure(cell), null, null, style);
        var (of, per) = (_places[ratio.Of], _places[ratio.Per]);
        var formula = $"{SheetName.Cell(of.Row, of.Column)}/{SheetName.Cell(per.Row, per.Column)}{(ratio.Percent ? "*100" : "")}";
        return new SheetCell(null, cell.Value, formula, style with { Decimals = ratio.Decimals });
    }

    // The last column of text takes the text columns that the table does not use.
    private int Place(TableSection table, int column) =>
        column < table.Texts.Count ? column + 1 : textColumns + 1 + column - table.Texts.Count;
}

/// <summary>Formulas.</summary>
internal static class SheetFormula
{
    /// <summary>The sum of cells, as a range where they stand together.</summary>
    public static string Sum(IReadOnlyList<(int Row, int Column)> cells)
    {
        var (first, last) = (cells[0], cells[^1]);
        var isRange = cells.Select((cell, i) => cell == (first.Row + i, first.Column)).All(same => same)
            || cells.Select((cell, i) => cell == (first.Row, first.Column + i)).All(same => same);
        return isRange
            ? $"SUM({SheetName.Cell(first.Row, first.Column)}:{SheetName.Cell(last.Row, last.Column)})"
            : $"SUM({string.Join(',', cells.Select(c => SheetName.Cell(c.Row, c.Column)))})";
    }
}
