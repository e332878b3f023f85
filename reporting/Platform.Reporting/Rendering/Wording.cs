using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Rendering;

/// <summary>The texts that several renderings share.</summary>
internal static class Wording
{
    public const string Country = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    public const string Motto = "Độc lập - Tự do - Hạnh phúc";
    public const string Nothing = "Không phát sinh trong kỳ";
    public const string NotConfirmed = "chưa xác nhận";
    public const string RecipientsHead = "Nơi nhận:";

    public static string Number(Letterhead letterhead) => $"Số:         /{letterhead.NumberEnding}";

    public static string PlaceAndDay(Letterhead letterhead) => $"{letterhead.Place ?? "……………"}, ngày      tháng      năm {letterhead.Year:0000}";

    /// <summary>A row as a line of text: "- Số lượt học sinh đến: 120 lượt (bình quân 27,1 lượt/tuần)".</summary>
    public static string Line(TableRow row)
    {
        if (row.Cells.Count is 0)
            return $"- {row.Label}: {row.Note}.";
        var figures = string.Join("; ", row.Cells.Select(c => $"{VietnameseFormat.Figure(c)} {c.Unit}".TrimEnd()));
        return row.Note is null ? $"- {row.Label}: {figures}." : $"- {row.Label}: {figures} ({row.Note}).";
    }

    public static IEnumerable<string> Recipients(Letterhead letterhead) =>
        letterhead.Recipients.Select((recipient, index) => $"- {recipient}{(index == letterhead.Recipients.Count - 1 ? "." : ";")}");

    /// <summary>Warns of a form or metric whose source was not read in full; null when all were.</summary>
    public static string? Unconfirmed(ReportDocument document)
    {
        var metrics = document.Metrics.Where(m => !m.Confirmed).Select(m => $"{m.Name} ({m.LegalBasis})").ToList();
        if (!document.Definition.Confirmed)
            metrics.Insert(0, $"biểu mẫu {document.Definition.Code} ({document.Definition.Source})");
        return metrics.Count is 0 ? null : $"Chưa xác nhận: {string.Join("; ", metrics)}.";
    }

    /// <summary>What the printed code holds: the address of the page that verifies it, or the hash alone where no address is known.</summary>
    public static string CheckAddress(FrozenReport report) => report.Document.Letterhead.VerifyAt is { } address ? address + report.Hash : report.Hash;

    public static IEnumerable<string> CheckLines(FrozenReport report) => report.Document.Letterhead.VerifyAt is { } address
        ? [Check(report.Hash), $"Tra cứu tại {address}…"]
        : [Check(report.Hash)];

    public static string Check(string hash) => $"Mã kiểm tra (SHA-256): {hash}";
}
