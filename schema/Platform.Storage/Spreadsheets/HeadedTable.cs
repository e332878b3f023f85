using System.Globalization;
using Platform.Model.Text;

namespace Platform.Storage.Spreadsheets;

/// <summary>
/// The rows of a sheet under a header row. The header is found by its words, folded: templates move columns from version to version,
/// break lines in cells and mix composed and decomposed letters.
/// </summary>
public sealed class HeadedTable
{
    // Above the header stand the ministry, the school, a title: seldom more than ten rows.
    private const int HeaderWithin = 12;

    private readonly IReadOnlyDictionary<string, int> _columns;

    private HeadedTable(Sheet sheet, int headerRow, IReadOnlyDictionary<string, int> columns, IReadOnlyList<SheetRow> rows) =>
        (Sheet, HeaderRow, _columns, Rows) = (sheet, headerRow, columns, rows);

    /// <summary>The sheet.</summary>
    public Sheet Sheet { get; }

    /// <summary>Number of the header row.</summary>
    public int HeaderRow { get; }

    /// <summary>The rows below the header.</summary>
    public IReadOnlyList<SheetRow> Rows { get; }

    /// <summary>The first table of the workbook whose header has at least so many of the headings, the best row of the best sheet; null when none has.</summary>
    public static HeadedTable? Find(Workbook workbook, IReadOnlyCollection<string> headings, int atLeast)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        var wanted = headings.Select(VietnameseText.Fold).ToHashSet();
        var best = workbook.Sheets
            .SelectMany(sheet => sheet.Rows.Where(row => row.Number <= HeaderWithin).Select(row => (Sheet: sheet, Row: row, Hits: row.Cells.Values.Count(text => wanted.Contains(VietnameseText.Fold(text))))))
            .Where(found => found.Hits >= atLeast)
            .OrderByDescending(found => found.Hits)
            .FirstOrDefault();
        if (best.Sheet is null)
            return null;
        var columns = best.Row.Cells.GroupBy(cell => VietnameseText.Fold(cell.Value)).ToDictionary(group => group.Key, group => group.Min(cell => cell.Key));
        return new HeadedTable(best.Sheet, best.Row.Number, columns, [.. best.Sheet.Rows.Where(row => row.Number > best.Row.Number)]);
    }

    /// <summary>The column of a heading; null when the table has none.</summary>
    public int? Column(string heading) => _columns.TryGetValue(VietnameseText.Fold(heading), out var column) ? column : null;

    /// <summary>The letters of a column, as the user sees them: 0 is A, 26 is AA.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + (rest - 1) % 26) + letters;
        return letters;
    }

    /// <summary>A date written as dd/mm/yyyy, as yyyy-mm-dd, or as a serial of the spreadsheet; null for anything else.</summary>
    public static DateOnly? Date(string text)
    {
        string[] formats = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-MM-dd", "d/M/yyyy HH:mm:ss"];
        if (DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var written))
            return DateOnly.FromDateTime(written);
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial) && serial is > 10_000 and < 80_000
            ? DateOnly.FromDateTime(DateTime.FromOADate(serial))
            : null;
    }
}
