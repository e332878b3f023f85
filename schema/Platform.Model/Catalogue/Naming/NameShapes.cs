using System.Text.RegularExpressions;
using Platform.Model.Text;

namespace Platform.Model.Catalogue.Naming;

/// <summary>What names look like: Vietnamese ones, those of bodies, titles before them, and what only stands in their place.</summary>
internal static partial class NameShapes
{
    private static readonly HashSet<string> FamilyNames =
    [
        "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương", "lý", "lí", "đào", "đoàn", "vương",
        "trịnh", "trương", "đinh", "lâm", "phùng", "mai", "tô", "hà", "tạ", "cao", "châu", "thái", "lưu", "quách", "kiều", "chu", "đàm", "nghiêm", "tôn", "thân",
        "bạch", "la", "lã", "lại", "lương", "luyện", "ma", "mạc", "ninh", "ông", "quản", "thạch", "tiêu", "triệu", "từ", "văn", "viên", "xuân", "giang", "giàng",
        "sùng", "vàng", "thào", "lò", "cầm", "quàng", "hầu", "khuất", "khổng", "khương", "phí", "tăng", "uông", "vi", "nông", "hứa", "doãn", "diệp", "cù", "bành",
        "âu", "an", "ân", "đậu", "đồng", "lục", "mạnh", "nhữ", "nhâm", "phó", "tống", "trang", "trà", "ung", "yên", "hàn", "hạ",
    ];

    // A body's name begins with one of these words, or holds one of the others.
    private static readonly string[] BodyStarts =
    [
        "bộ ", "viện ", "trường ", "đại học ", "học viện", "hội ", "ban ", "công ty", "tổng công ty", "trung tâm", "nhà xuất bản", "nxb", "tổng cục", "cục ", "vụ ", "sở ",
        "ủy ban", "uỷ ban", "quốc hội", "chính phủ", "đảng ", "tập đoàn", "ngân hàng", "văn phòng", "liên hiệp", "hiệp hội", "nhóm ", "tổng hội", "khoa ", "bộ môn", "thư viện",
        "bảo tàng", "quỹ ", "tạp chí", "báo ", "câu lạc bộ", "mặt trận", "tòa án", "đoàn thanh niên", "cộng hòa", "ngân hàng", "tổng công đoàn", "đài ", "phòng ", "thành phố", "việt nam. ", "đội ngũ", "tập thể", "the society", "the institute",
    ];

    private static readonly string[] BodyWords =
    [
        "society", "institute", "institution", "committee", "university", "association", "inc", "corporation", "corp", "press", "co", "ltd", "department", "ministry", "bank", "laboratory", "company",
        "organization", "organisation", "council", "commission", "group", "staff", "center", "centre", "college", "academy", "board", "agency", "office", "federation", "foundation", "union", "international",
    ];

    private static readonly HashSet<string> Nobody =
    [
        "khong ro", "khong ro tac gia", "khong co tac gia", "nhieu tac gia", "cac tac gia", "nhieu nguoi", "tap the tac gia", "nhom tac gia", "khong tac gia", "khuyet danh", "vo danh", "nhieu tac gia khac", "anonymous", "various",
    ];

    /// <summary>Whether the name is Vietnamese by its family name.</summary>
    public static bool IsVietnamese(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && FamilyNames.Contains(words[0].ToLowerInvariant());
    }

    /// <summary>Whether the name is a body's.</summary>
    public static bool IsBody(string name)
    {
        return BeginsAsBody(name) || name.ToLowerInvariant().Split(' ', ',', '.', '(', ')').Any(word => BodyWords.Contains(word));
    }

    /// <summary>Whether the name begins with a word for a body.</summary>
    public static bool BeginsAsBody(string name)
    {
        var lower = name.ToLowerInvariant() + " ";
        if (name.Count(c => c == ' ') < 2 && (lower.StartsWith("trường ", StringComparison.Ordinal) || lower.StartsWith("ban ", StringComparison.Ordinal)))
            return false; // "Trường Kỳ" is a person
        return BodyStarts.Any(start => lower.StartsWith(start, StringComparison.Ordinal)) && !IsVietnamese(name);
    }

    /// <summary>Whether the text only says that there is no one to name.</summary>
    public static bool IsNobody(string text) => Nobody.Contains(VietnameseText.Fold(text));

    /// <summary>Whether the text is the number of a standard.</summary>
    public static bool IsStandard(string text) => Standard().IsMatch(text);

    /// <summary>The name without academic titles in front.</summary>
    public static string WithoutTitles(string name) => Titles().Replace(name, "");

    /// <summary>Whether the part only completes the name before it: Jr., III, Ph.D.</summary>
    public static bool IsSuffix(string part) => Suffix().IsMatch(part);

    [GeneratedRegex(@"^\W*(TCVN|TCXD\w*|TCN|\d+ ?TCN|QCVN|ISO|ASTM|BS|ST SEV|IEC|TC)[\s:\-/]*[A-Z]*[\s:\-]*\d", RegexOptions.CultureInvariant)]
    private static partial Regex Standard();

    [GeneratedRegex(@"^((PGS|GS|TSKH|TS|ThS|Th\.S|KS|BS|CN|KTS|NGND|NGƯT|NSND|LS|DS|Ts|Ths|Gs|Pgs|Ks|Dr|Prof)[\.\s,]+(?=\S))+", RegexOptions.CultureInvariant)]
    private static partial Regex Titles();

    [GeneratedRegex(@"^(Jr|Sr|II|III|IV|Ph\.? ?D|M\.? ?D|MD|PhD|M\.?S|M\.?A|Inc|Ltd|P\.? ?E)\.?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Suffix();
}
