using System.Globalization;
using System.Text.RegularExpressions;

namespace Platform.Model.Notices;

/// <summary>What a notice can say.</summary>
/// <param name="Reader">Name of the reader.</param>
/// <param name="Title">Title of the publication.</param>
/// <param name="Number">Registration number of the copy.</param>
/// <param name="On">Last day of the loan, or on which the copy is kept.</param>
/// <param name="DaysLate">Days late; 0 when not.</param>
/// <param name="Library">Name of the school.</param>
public sealed record NoticeFacts(string Reader, string Title, string Number, DateOnly On, int DaysLate, string Library);

/// <summary>The words of notices, in Vietnamese: the platform's own, or a library's, with placeholders in braces.</summary>
public static partial class NoticeWording
{
    /// <summary>The placeholders that a template may use.</summary>
    public static IReadOnlyList<string> Placeholders { get; } = ["ban_doc", "nhan_de", "so_dkcb", "ngay", "so_ngay", "thu_vien"];

    /// <summary>The platform's own words.</summary>
    public static (string Subject, string Body) Default(NoticeKind kind) => kind switch
    {
        NoticeKind.DueSoon => ("Sắp đến hạn trả: {nhan_de}", "Kính gửi {ban_doc},\n\nTài liệu “{nhan_de}” (số ĐKCB {so_dkcb}) đến hạn trả ngày {ngay}. Bạn có thể trả hoặc xin gia hạn tại thư viện.\n\nThư viện {thu_vien}"),
        NoticeKind.Overdue => ("Quá hạn trả: {nhan_de}", "Kính gửi {ban_doc},\n\nTài liệu “{nhan_de}” (số ĐKCB {so_dkcb}) đã quá hạn {so_ngay} ngày (hạn trả {ngay}). Đề nghị bạn mang trả thư viện.\n\nThư viện {thu_vien}"),
        _ => ("Đã có tài liệu đặt trước: {nhan_de}", "Kính gửi {ban_doc},\n\nTài liệu “{nhan_de}” (số ĐKCB {so_dkcb}) bạn đặt trước đã có tại thư viện và được giữ đến hết ngày {ngay}.\n\nThư viện {thu_vien}"),
    };

    /// <summary>The first placeholder of a template that is unknown; null when all are known.</summary>
    public static string? UnknownIn(string template)
    {
        ArgumentNullException.ThrowIfNull(template);
        return Placeholder().Matches(template).Select(match => match.Groups[1].Value).FirstOrDefault(name => !Placeholders.Contains(name));
    }

    /// <summary>The template with its placeholders filled in, on one line where it is a subject.</summary>
    public static string Fill(string template, NoticeFacts facts)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(facts);
        return Placeholder().Replace(template, match => match.Groups[1].Value switch
        {
            "ban_doc" => facts.Reader,
            "nhan_de" => facts.Title,
            "so_dkcb" => facts.Number,
            "ngay" => facts.On.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            "so_ngay" => facts.DaysLate.ToString(CultureInfo.InvariantCulture),
            "thu_vien" => facts.Library,
            _ => match.Value,
        });
    }

    [GeneratedRegex(@"\{([a-z_]+)\}")]
    private static partial Regex Placeholder();
}
