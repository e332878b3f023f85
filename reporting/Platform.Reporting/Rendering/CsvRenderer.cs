using System.Globalization;
using System.Text;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Rendering;

/// <summary>
/// Writes one line for each figure. With byte order mark and semicolons, as spreadsheets in Vietnamese expect; a text that a spreadsheet
/// would take for a formula is kept a text by an apostrophe before it.
/// </summary>
internal sealed class CsvRenderer : IRenderer
{
    private static readonly string[] Head = ["Báo cáo", "Trường", "Kỳ", "Bảng", "Mã dòng", "Dòng", "Mã cột", "Cột", "Số liệu", "Đơn vị", "Chỉ tiêu", "Ghi chú"];

    public ReportFormat Format => ReportFormat.Csv;

    public byte[] Render(FrozenReport report)
    {
        var document = report.Document;
        var text = new StringBuilder();
        Append(text, Head);
        var unconfirmed = document.Metrics.Where(m => !m.Confirmed).Select(m => m.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var table in document.Tables)
        {
            foreach (var row in table.Rows)
            {
                foreach (var (column, cell) in table.Columns.Zip(row.Cells))
                {
                    Append(text, document.Definition.Code, document.Library.Code, document.Period.Code, table.Code, row.Code, row.Label, column.Code,
                        string.Join(" / ", column.Heads).Replace('\n', ' '), Number(cell), cell.Unit ?? "", cell.Metric ?? "",
                        !document.Definition.Confirmed || (cell.Metric is { } metric && unconfirmed.Contains(metric)) ? Wording.NotConfirmed : "");
                }
            }
        }
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    // Decimals with a comma, as the spreadsheets that take semicolons expect.
    private static string Number(FrozenCell cell) => cell.Ratio switch
    {
        null => cell.Value.ToString(CultureInfo.InvariantCulture),
        { Absent: true } => "",
        var ratio => DecimalNumber.Of(cell.Value, ratio.Decimals, ','),
    };

    private static void Append(StringBuilder text, params ReadOnlySpan<string> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0)
                text.Append(';');
            text.Append(Quoted(fields[i]));
        }
        text.Append("\r\n");
    }

    private static string Quoted(string field)
    {
        var isNumber = long.TryParse(field, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
        var safe = !isNumber && field is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + field : field;
        return safe.AsSpan().IndexOfAny(";\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
