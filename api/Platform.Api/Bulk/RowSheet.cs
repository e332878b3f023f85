using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Platform.Api.Bulk;

/// <summary>Makes a workbook of JSON Lines: a heading of the names, then a row a line. Every cell is text or a number, never a formula.</summary>
internal static class RowSheet
{
    /// <summary>Rows that a sheet holds besides its heading.</summary>
    public const int MostRows = 1_048_575;

    // What Excel takes in one cell.
    private const int MostCharacters = 32_767;

    public static void Write(string lines, string workbook)
    {
        using var package = SpreadsheetDocument.Create(workbook, SpreadsheetDocumentType.Workbook);
        var book = package.AddWorkbookPart();
        var sheet = book.AddNewPart<WorksheetPart>();
        using (var writer = OpenXmlWriter.Create(sheet))
        {
            writer.WriteStartElement(new Worksheet());
            writer.WriteStartElement(new SheetData());
            var isFirst = true;
            foreach (var line in File.ReadLines(lines))
            {
                using var row = JsonDocument.Parse(line);
                if (isFirst)
                    WriteRow(writer, row.RootElement.EnumerateObject().Select(v => TextCell(v.Name)));
                isFirst = false;
                WriteRow(writer, row.RootElement.EnumerateObject().Select(v => CellOf(v.Value)));
            }
            writer.WriteEndElement();
            writer.WriteEndElement();
        }
        book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(
            new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "Data" }));
    }

    private static void WriteRow(OpenXmlWriter writer, IEnumerable<Cell> cells)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells)
            writer.WriteElement(cell);
        writer.WriteEndElement();
    }

    private static Cell CellOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => new Cell(),
        JsonValueKind.Number => new Cell { CellValue = new CellValue(value.GetRawText()), DataType = CellValues.Number },
        JsonValueKind.Object => CellOf(value.EnumerateObject().First().Value), // a row that is pointed to: its id
        JsonValueKind.Array => TextCell(string.Join("; ", value.EnumerateArray().Select(v => v.ToString()))),
        _ => TextCell(value.ToString()),
    };

    private static Cell TextCell(string text) => new()
    {
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve }),
    };

    // XML holds no control characters besides tab and line ends.
    private static string Clean(string text)
    {
        var clean = text.Any(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r')) ? string.Concat(text.Where(c => !char.IsControl(c) || c is '\t' or '\n' or '\r')) : text;
        return clean.Length <= MostCharacters ? clean : clean[..MostCharacters];
    }
}
