using System.Globalization;
using System.IO.Packaging;
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
            package.CompressionOption = CompressionOption.NotCompressed; // the archive is written anew below
            var workbook = package.AddWorkbookPart();
            package.ChangeIdOfPart(workbook, "rId1");
            using (var part = workbook.AddNewPart<WorksheetPart>("rId1").GetStream(FileMode.Create))
                XlsxRows.Write(part, sheet, styles);
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
}
