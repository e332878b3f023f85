using System.Xml;
using Platform.Storage.Spreadsheets;

namespace Platform.Storage.Catalogue.Import;

/// <summary>An accession register in a spreadsheet: a row a copy. Headers are matched without marks, in any order; before them may stand titles of the form.</summary>
internal static class RegisterFile
{
    /// <summary>What is wrong with a register that does not name its columns.</summary>
    public const string NoColumns = "no row names the columns: assign them, such as 'Number,Title,Author,Publisher,Year,Price'";

    private const int SampleRows = 10;

    // A form's head (school, name of the register, year) is not longer.
    private const int LongestHead = 20;

    /// <summary>Why the register cannot be read; null when it can.</summary>
    public static string? FaultOf(Stream stream, string? columns)
    {
        try
        {
            return Rows(stream, columns).Any() ? null : "the register has no row with a title or a number";
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException)
        {
            return fault.Message;
        }
    }

    /// <summary>The rows that describe copies.</summary>
    /// <exception cref="InvalidDataException">It is no register, or has no header and no columns were assigned.</exception>
    public static IEnumerable<RegisterRow> Rows(Stream stream, string? columns)
    {
        var assigned = columns is null ? null : RegisterColumns.Assigned(columns);
        var head = 0;
        using var reader = new SheetReader(stream);
        foreach (var row in reader.Rows(reader.Sheets[0].Path))
        {
            if (assigned is null)
            {
                assigned = RegisterColumns.From(row);
                if (assigned is null && ++head > LongestHead)
                    break;
                continue;
            }
            if (new RegisterRow(row, assigned) is { IsCopy: true } copy)
                yield return copy;
        }
        if (assigned is null)
            throw new InvalidDataException(NoColumns);
    }

    /// <summary>The first rows as they are, for a person to say what the columns hold: cells parted by tabs, a row a line.</summary>
    public static string Sample(Stream stream)
    {
        using var reader = new SheetReader(stream);
        var rows = reader.Rows(reader.Sheets[0].Path).Take(SampleRows)
            .Select(row => string.Join('\t', Enumerable.Range(0, row.Cells.Keys.Max() + 1).Select(column => Cell(row[column]))));
        return string.Join('\n', rows);
    }

    private static string Cell(string? text) => text is null ? "" : text[..Math.Min(text.Length, 100)].ReplaceLineEndings(" ").Replace('\t', ' ');
}
