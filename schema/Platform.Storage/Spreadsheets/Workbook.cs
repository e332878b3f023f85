using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Platform.Model.Text;

namespace Platform.Storage.Spreadsheets;

/// <summary>
/// The values of an XLSX file, sheet by sheet, as text in stored form (NFC, white space collapsed). Reads what exports of Vietnamese school
/// systems hold: shared and inline strings, numbers, dates as serials or as text, line breaks in cells.
/// </summary>
public sealed class Workbook
{
    private Workbook(IReadOnlyList<Sheet> sheets) => Sheets = sheets;

    /// <summary>The sheets in their order.</summary>
    public IReadOnlyList<Sheet> Sheets { get; }

    /// <summary>Reads the file; null when it is no XLSX workbook.</summary>
    /// <param name="content">The file; read from its position, seekable.</param>
    public static Workbook? TryRead(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        try
        {
            using var document = SpreadsheetDocument.Open(content, isEditable: false);
            if (document.WorkbookPart is not { Workbook: { } workbook } part)
                return null;
            var shared = SharedStrings(part);
            return new Workbook([.. workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => Read(part, sheet, shared)).OfType<Sheet>()]);
        }
        // What the package reader says of files that are something else, cut off or damaged.
        catch (Exception fault) when (fault is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException)
        {
            return null;
        }
    }

    private static Sheet? Read(WorkbookPart part, DocumentFormat.OpenXml.Spreadsheet.Sheet sheet, string[] shared)
    {
        if (sheet.Id?.Value is not { } id || part.GetPartById(id) is not WorksheetPart worksheet)
            return null;
        var rows = new List<SheetRow>();
        // Streamed: an export of a province has tens of thousands of rows, and the tree of a sheet is many times its file.
        using var reader = OpenXmlReader.Create(worksheet);
        var number = 0;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
                continue;
            var row = (Row)reader.LoadCurrentElement()!; // a start element has its element
            number = (int?)row.RowIndex?.Value ?? number + 1;
            var cells = row.Elements<Cell>().Select((cell, at) => (Column: ColumnOf(cell, at), Text: TextOf(cell, shared))).Where(cell => cell.Text.Length > 0).ToList();
            if (cells.Count > 0)
                rows.Add(new SheetRow(number, cells.DistinctBy(cell => cell.Column).ToDictionary(cell => cell.Column, cell => cell.Text)));
        }
        return new Sheet(sheet.Name?.Value ?? "", rows);
    }

    private static string[] SharedStrings(WorkbookPart part) =>
        part.SharedStringTablePart?.SharedStringTable is { } table ? [.. table.Elements<SharedStringItem>().Select(item => VietnameseText.Clean(item.InnerText))] : [];

    private static int ColumnOf(Cell cell, int position)
    {
        if (cell.CellReference?.Value is not { } reference)
            return position;
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter))
            column = column * 26 + (char.ToUpperInvariant(letter) - 'A' + 1);
        return column - 1;
    }

    private static string TextOf(Cell cell, string[] shared)
    {
        if (cell.DataType?.Value == CellValues.SharedString)
            return int.TryParse(cell.CellValue?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Length ? shared[at] : "";
        if (cell.DataType?.Value == CellValues.InlineString)
            return VietnameseText.Clean(cell.InlineString?.InnerText ?? "");
        return VietnameseText.Clean(cell.CellValue?.Text ?? "");
    }
}

/// <summary>A sheet.</summary>
/// <param name="Name">Its name on the tab.</param>
/// <param name="Rows">The rows that hold anything.</param>
public sealed record Sheet(string Name, IReadOnlyList<SheetRow> Rows);

/// <summary>A row of a sheet.</summary>
/// <param name="Number">Its number as the user sees it, from 1.</param>
/// <param name="Cells">The cells that hold anything, by column from 0.</param>
public sealed record SheetRow(int Number, IReadOnlyDictionary<int, string> Cells)
{
    /// <summary>The text of a column; empty when there is none.</summary>
    public string this[int column] => Cells.GetValueOrDefault(column, "");
}
