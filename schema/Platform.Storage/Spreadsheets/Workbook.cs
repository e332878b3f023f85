using System.Xml;

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

    /// <summary>Reads the file; null when it is no XLSX workbook, or one beyond all measure.</summary>
    /// <param name="content">The file; read from its position, seekable.</param>
    public static Workbook? TryRead(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        try
        {
            using var reader = new SheetReader(content);
            return new Workbook([.. reader.Sheets.Select(sheet => new Sheet(sheet.Name, [.. reader.Rows(sheet.Path)]))]);
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException)
        {
            return null;
        }
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
