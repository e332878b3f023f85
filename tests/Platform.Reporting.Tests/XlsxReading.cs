using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Platform.Reporting.Tests;

/// <summary>Reads a spreadsheet back as lines "D7 = number [formula]" or "A1 = 'text'".</summary>
internal static class XlsxReading
{
    public static string CellsOf(byte[] xlsx)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(xlsx), isEditable: false);
        var workbook = document.WorkbookPart.ShouldNotBeNull();
        var worksheet = workbook.WorksheetParts.Single().Worksheet.ShouldNotBeNull();
        var text = new StringBuilder();
        foreach (var cell in worksheet.Descendants<Cell>().Where(c => c.CellValue is not null || c.InlineString is not null))
            text.Append(cell.CellReference).Append(" = ").Append(Describe(cell)).Append('\n');
        foreach (var merge in worksheet.Descendants<MergeCell>())
            text.Append("merged ").Append(merge.Reference).Append('\n');
        foreach (var name in workbook.Workbook.ShouldNotBeNull().Descendants<DefinedName>())
            text.Append(name.Name).Append(" = ").Append(name.Text).Append('\n');
        return text.ToString();
    }

    private static string Describe(Cell cell)
    {
        if (cell.InlineString is { } inline)
            return $"'{inline.InnerText.Replace("\n", "\\n", StringComparison.Ordinal)}'";
        return cell.CellFormula is { } formula ? $"{cell.CellValue!.Text} [{formula.Text}]" : cell.CellValue!.Text; // filtered by the caller
    }
}
