using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Platform.Reporting.Rendering.Xlsx;

/// <summary>Writes a sheet as an XLSX file. Identifiers and dates are fixed, so that the same sheet gives the same bytes.</summary>
internal static class XlsxPackage
{
    private const string SheetTitle = "Báo cáo";

    public static byte[] Write(Sheet sheet)
    {
        var styles = new XlsxStyles();
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = package.AddWorkbookPart();
            package.ChangeIdOfPart(workbook, "rId1");
            WriteSheet(workbook.AddNewPart<WorksheetPart>("rId1"), sheet, styles);
            var stylesheet = workbook.AddNewPart<WorkbookStylesPart>("rId2");
            stylesheet.Stylesheet = styles.Stylesheet();
            workbook.Workbook = Workbook(sheet);
        }
        return FixedZip.Rewrite(stream.ToArray());
    }

    private static Workbook Workbook(Sheet sheet)
    {
        var workbook = new Workbook(new Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = SheetTitle, SheetId = 1, Id = "rId1" }));
        if (sheet.PrintTitles is { } titles)
            workbook.Append(new DefinedNames(new DefinedName(string.Create(CultureInfo.InvariantCulture, $"'{SheetTitle}'!${titles.First}:${titles.Last}")) { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
        return workbook;
    }

    // In the order that the schema of worksheets asks for.
    private static void WriteSheet(WorksheetPart part, Sheet sheet, XlsxStyles styles)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(new SheetView { WorkbookViewId = 0, ShowGridLines = false }));
        writer.WriteElement(new Columns(sheet.Widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        foreach (var (number, cells) in sheet.Rows)
            WriteRow(writer, number, cells, sheet.Heights, styles);
        writer.WriteEndElement();
        if (sheet.Merges.Count > 0)
            writer.WriteElement(new MergeCells(sheet.Merges.Select(m => new MergeCell { Reference = m })) { Count = (uint)sheet.Merges.Count });
        writer.WriteElement(new PrintOptions { HorizontalCentered = true });
        writer.WriteElement(new PageMargins { Top = 0.79, Bottom = 0.79, Left = 1.18, Right = 0.6, Header = 0.4, Footer = 0.4 });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = sheet.Landscape ? OrientationValues.Landscape : OrientationValues.Portrait, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteElement(new HeaderFooter(new OddHeader("&C&\"Times New Roman,Regular\"&13&P"), new FirstHeader("")) { DifferentFirst = true });
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, int number, SortedDictionary<int, SheetCell> cells, IReadOnlyDictionary<int, double> heights, XlsxStyles styles)
    {
        var row = new Row { RowIndex = (uint)number };
        if (heights.TryGetValue(number, out var height))
            (row.Height, row.CustomHeight) = (Math.Round(height, 1), true);
        writer.WriteStartElement(row);
        foreach (var (column, cell) in cells)
            writer.WriteElement(CellOf(SheetName.Cell(number, column), cell, styles));
        writer.WriteEndElement();
    }

    private static Cell CellOf(string name, SheetCell cell, XlsxStyles styles)
    {
        var element = new Cell { CellReference = name, StyleIndex = styles.IndexOf(cell.Style, cell.Number is not null) };
        if (cell.Formula is { } formula)
            element.CellFormula = new CellFormula(formula);
        if (cell.Number is { } number)
            element.CellValue = new CellValue(cell.Style.Decimals is 0 ? number.ToString(CultureInfo.InvariantCulture) : DecimalNumber.Of(number, cell.Style.Decimals, '.'));
        else if (cell.Text is { } text)
            (element.DataType, element.InlineString) = (CellValues.InlineString, new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
        return element;
    }
}
