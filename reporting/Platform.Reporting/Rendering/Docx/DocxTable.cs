using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Rendering.Docx;

/// <summary>A ruled table whose heading is repeated on every page and whose rows are not torn apart.</summary>
internal static class DocxTable
{
    private const int MostColumnsInFullSize = 10;

    public static Table Of(TableSection table, int width)
    {
        var text = new DocxText(table.Texts.Count + table.Columns.Count > MostColumnsInFullSize ? 10 : 12);
        var shares = table.Texts.Select(t => t.Width).Concat(table.Columns.Select(c => c.Width)).ToList();
        int[] widths = [.. shares.Select(share => (int)(share / shares.Sum() * width))];
        return new Table(
        [
            Properties(width),
            new TableGrid(widths.Select(w => new GridColumn { Width = w.ToString(CultureInfo.InvariantCulture) })),
            .. HeadRows(table, text with { Bold = true }),
            .. table.Rows.All(r => r.IsTotal) ? [Nothing(widths.Length, text)] : Array.Empty<DocumentFormat.OpenXml.Wordprocessing.TableRow>(),
            .. table.Rows.Select(row => Row(table, row, text with { Bold = row.IsTotal })),
        ]);
    }

    private static IEnumerable<DocumentFormat.OpenXml.Wordprocessing.TableRow> HeadRows(TableSection table, DocxText style)
    {
        var cells = HeadGrid.CellsOf(table);
        for (var row = 0; row < HeadGrid.RowsOf(table); row++)
        {
            var line = new DocumentFormat.OpenXml.Wordprocessing.TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
            foreach (var head in cells.Where(c => c.Row <= row && row < c.Row + c.Rows).OrderBy(c => c.Column))
            {
                var cell = Cell(head.Row == row ? head.Text : "", style, JustificationValues.Center, head.Columns);
                if (head.Rows > 1)
                    cell.TableCellProperties!.VerticalMerge = new VerticalMerge { Val = head.Row == row ? MergedCellValues.Restart : MergedCellValues.Continue }; // Cell makes them
                line.Append(cell);
            }
            yield return line;
        }
    }

    private static DocumentFormat.OpenXml.Wordprocessing.TableRow Row(TableSection table, Snapshots.TableRow row, DocxText style)
    {
        var line = new DocumentFormat.OpenXml.Wordprocessing.TableRow(new TableRowProperties(new CantSplit()));
        line.Append(row.Texts.Select((text, i) => Cell(text, style, table.Texts[i].Centred ? JustificationValues.Center : JustificationValues.Left)));
        line.Append(row.Cells.Select(cell => Cell(VietnameseFormat.Figure(cell), style, JustificationValues.Right)));
        return line;
    }

    private static DocumentFormat.OpenXml.Wordprocessing.TableRow Nothing(int columns, DocxText text) =>
        new(Cell(Wording.Nothing, text with { Italic = true }, JustificationValues.Center, columns));

    private static TableCell Cell(string text, DocxText style, JustificationValues alignment, int columns = 1)
    {
        var properties = new TableCellProperties { TableCellVerticalAlignment = new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center } };
        if (columns > 1)
            properties.GridSpan = new GridSpan { Val = columns };
        return new TableCell(properties, style.Paragraph(text, alignment));
    }

    private static TableProperties Properties(int width) => new(
        new TableWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
        new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = 4 },
            new LeftBorder { Val = BorderValues.Single, Size = 4 },
            new BottomBorder { Val = BorderValues.Single, Size = 4 },
            new RightBorder { Val = BorderValues.Single, Size = 4 },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
            new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
        new TableLayout { Type = TableLayoutValues.Fixed },
        new TableCellMarginDefault(
            new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
            new TableCellLeftMargin { Width = 50, Type = TableWidthValues.Dxa },
            new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
            new TableCellRightMargin { Width = 50, Type = TableWidthValues.Dxa }));
}
