using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Platform.Reporting.Rendering;
using SheetName = Platform.Reporting.Rendering.Xlsx.SheetName;

namespace Platform.Reporting.Exchange;

/// <summary>
/// Fills a portal template: title, heading of three rows with merged cells, one row for each line. Codes are text, as the portal reads
/// them; figures are real numbers. The same lines give the same bytes.
/// </summary>
internal static class PortalWorkbook
{
    private const int TitleRow = 1;
    private const int HeadRow = 3;
    private const int HeadRows = 3;
    private const double HeadHeight = 32; // two lines: no program makes rows higher for merged cells

    /// <summary>First row of data, from 1.</summary>
    public const int FirstRow = HeadRow + HeadRows;

    /// <summary>The file.</summary>
    /// <param name="template">The layout.</param>
    /// <param name="lines">For each line the values of its fields: text, whole or decimal numbers; a missing one leaves its cell empty.</param>
    public static byte[] Write(PortalTemplate template, IReadOnlyList<IReadOnlyDictionary<string, object>> lines)
    {
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = package.AddWorkbookPart();
            package.ChangeIdOfPart(workbook, "rId1");
            workbook.AddNewPart<WorksheetPart>("rId1").Worksheet = Worksheet(template, lines);
            workbook.AddNewPart<WorkbookStylesPart>("rId2").Stylesheet = PortalStyles.Stylesheet();
            workbook.Workbook = new Workbook(new Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = template.Sheet, SheetId = 1, Id = "rId1" }));
        }
        return FixedZip.Rewrite(stream.ToArray());
    }

    private static Worksheet Worksheet(PortalTemplate template, IReadOnlyList<IReadOnlyDictionary<string, object>> lines)
    {
        var heads = HeadGrid.CellsOf([.. template.Columns.Select(column => column.Heads)], HeadRows);
        var data = new SheetData(Rows(template, lines, heads));
        IEnumerable<string> merges =
        [
            Area(TitleRow, 0, 1, template.Columns.Count),
            .. heads.Where(head => head.Rows * head.Columns > 1).Select(head => Area(HeadRow + head.Row, head.Column, head.Rows, head.Columns)),
        ];
        return new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView(new Pane { VerticalSplit = FirstRow - 1, TopLeftCell = SheetName.Cell(FirstRow, 1), ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
            new Columns(template.Columns.Select((column, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = column.Width, CustomWidth = true })),
            data,
            new MergeCells(merges.Select(area => new MergeCell { Reference = area })),
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
    }

    private static IEnumerable<Row> Rows(PortalTemplate template, IReadOnlyList<IReadOnlyDictionary<string, object>> lines, IReadOnlyList<HeadGrid.HeadCell> heads)
    {
        yield return new Row(Text(TitleRow, 1, template.Title, PortalStyles.Title)) { RowIndex = TitleRow };
        for (var row = 0; row < HeadRows; row++)
        {
            var words = heads.Where(head => head.Row == row).ToDictionary(head => head.Column, head => head.Text);
            yield return new Row(template.Columns.Select((_, i) => Text(HeadRow + row, i + 1, words.GetValueOrDefault(i), PortalStyles.Head))) { RowIndex = (uint)(HeadRow + row), Height = HeadHeight, CustomHeight = true };
        }
        for (var i = 0; i < lines.Count; i++)
        {
            var number = FirstRow + i;
            yield return new Row(template.Columns.Select((column, c) => Value(number, c + 1, lines[number - FirstRow].GetValueOrDefault(column.Field)))) { RowIndex = (uint)number };
        }
    }

    private static Cell Value(int row, int column, object? value) => value switch
    {
        null => Text(row, column, null, PortalStyles.Text),
        string text => Text(row, column, text, PortalStyles.Text),
        int number => Number(row, column, number.ToString(CultureInfo.InvariantCulture), PortalStyles.Whole),
        double number => Number(row, column, number.ToString("R", CultureInfo.InvariantCulture), PortalStyles.Decimal),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "No value of a portal file."),
    };

    private static Cell Text(int row, int column, string? text, uint style)
    {
        var cell = new Cell { CellReference = SheetName.Cell(row, column), StyleIndex = style };
        if (text is not null)
            (cell.DataType, cell.InlineString) = (CellValues.InlineString, new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
        return cell;
    }

    private static Cell Number(int row, int column, string number, uint style) =>
        new() { CellReference = SheetName.Cell(row, column), StyleIndex = style, CellValue = new CellValue(number) };

    private static string Area(int row, int column, int rows, int columns) =>
        $"{SheetName.Cell(row, column + 1)}:{SheetName.Cell(row + rows - 1, column + columns)}";
}
