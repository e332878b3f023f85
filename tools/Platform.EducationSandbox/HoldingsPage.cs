using System.Globalization;
using System.Net;

namespace Platform.EducationSandbox;

/// <summary>The page that shows what the sandbox holds.</summary>
internal static class HoldingsPage
{
    public static string Of(Holdings holdings)
    {
        var rows = holdings.Accepted.Reverse().Select(held => string.Create(CultureInfo.InvariantCulture, $"""
            <tr><td>{Safe(held.Receipt)}</td><td>{held.ReceivedAt.ToOffset(TimeSpan.FromHours(7)):dd/MM/yyyy HH:mm:ss}</td><td>{Safe(held.Title)}<br><small>{Safe(held.Key)}</small></td>
            <td>{string.Join("<br>", held.Files.Select(file => Safe(file.Name)))}</td></tr>
            """));
        var records = holdings.Records.Select(record => string.Create(
            CultureInfo.InvariantCulture, $"<tr><td>{Safe(record.Object)}</td><td>{Safe(record.Id)}</td><td>{record.Version}</td><td>{Safe(record.Event)}</td></tr>"));
        var verdict = holdings.Doubled is { Count: > 0 } doubled
            ? $"<p class=bad>Nhận trùng: {Safe(string.Join(", ", doubled))}</p>"
            : string.Create(CultureInfo.InvariantCulture, $"<p>Mỗi báo cáo được nhận một lần. Đã nhận {holdings.Accepted.Count}, gửi lặp {holdings.Repeats}.</p>");
        return $$"""
            <!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>CSDL ngành (mô phỏng)</title>
            <style>body{font:16px sans-serif;margin:1rem}table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:.3rem;text-align:left}.bad{color:#b00}</style>
            <h1>CSDL ngành (mô phỏng)</h1>{{verdict}}
            <h2>Báo cáo đã nhận</h2><table><tr><th>Biên nhận</th><th>Lúc</th><th>Báo cáo</th><th>Tệp</th></tr>{{string.Concat(rows)}}</table>
            <h2>Bản ghi</h2><table><tr><th>Đối tượng</th><th>Mã</th><th>Phiên bản</th><th>Sự kiện</th></tr>{{string.Concat(records)}}</table></html>
            """;
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
