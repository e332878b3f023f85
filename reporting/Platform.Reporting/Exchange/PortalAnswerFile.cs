using System.Globalization;
using Platform.Model.Text;
using Platform.Storage.Spreadsheets;

namespace Platform.Reporting.Exchange;

/// <summary>
/// Reads what the portal exports about records that were sent to it (receipts and refusals): an XLSX sheet whose columns are found by their
/// headings, wherever they stand. No such export of the Ministry was seen: the headings are this platform's proposal, unconfirmed.
/// </summary>
public static class PortalAnswerFile
{
    private static readonly string[] Id = ["Mã bản ghi", "idbanghi"];
    private static readonly string[] Number = ["Phiên bản", "phienban"];
    private static readonly string[] Result = ["Kết quả", "Trạng thái"];
    private static readonly string[] Words = ["Thông báo", "Lý do", "Số biên nhận"];
    private static readonly string[] Yes = ["da nhan", "da tiep nhan", "thanh cong", "hop le"];
    private static readonly string[] No = ["tu choi", "khong hop le", "loi", "that bai"];

    /// <summary>The answers, in the order of the rows; null when the file is no workbook or has no such table.</summary>
    public static IReadOnlyList<PortalAnswer>? TryRead(Stream file)
    {
        if (Workbook.TryRead(file) is not { } workbook || HeadedTable.Find(workbook, [.. Id, .. Number, .. Result, .. Words], atLeast: 3) is not { } table
            || ColumnOf(table, Id) is not { } id || ColumnOf(table, Number) is not { } number || ColumnOf(table, Result) is not { } result)
            return null;
        var words = ColumnOf(table, Words);
        return
        [
            .. table.Rows.Where(row => row[id].Length > 0).Select(row => new PortalAnswer(
                row.Number, row[id], int.TryParse(row[number], NumberStyles.None, CultureInfo.InvariantCulture, out var sent) ? sent : null,
                VerdictOf(row[result]), words is { } at && row[at].Length > 0 ? row[at] : null)),
        ];
    }

    private static int? ColumnOf(HeadedTable table, string[] headings) => headings.Select(table.Column).FirstOrDefault(column => column is not null);

    private static bool? VerdictOf(string text)
    {
        var folded = VietnameseText.Fold(text);
        // "không hợp lệ" holds "hợp lệ": refusals are looked for first.
        return No.Any(folded.Contains) ? false : Yes.Any(folded.Contains) ? true : null;
    }
}

/// <summary>What the portal says of one record.</summary>
/// <param name="Row">Number of the row in the sheet.</param>
/// <param name="RecordId">The record's natural key (<c>idbanghi</c>).</param>
/// <param name="Number">The number that it has at the portal (<c>phienban</c>); null when it cannot be read.</param>
/// <param name="IsAccepted">Whether it was accepted; null when the words are not known.</param>
/// <param name="Words">The receipt or the reason; null where there is none.</param>
public sealed record PortalAnswer(int Row, string RecordId, int? Number, bool? IsAccepted, string? Words);
