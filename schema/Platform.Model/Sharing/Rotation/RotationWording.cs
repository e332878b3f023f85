using System.Globalization;
using System.Text;
using Platform.Model.Catalogue;

namespace Platform.Model.Sharing.Rotation;

/// <summary>Says in Vietnamese why a plan is as it is, for the people who approve it and carry it out.</summary>
public static class RotationWording
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>Why a set goes where it goes, in one sentence.</summary>
    public static string ReasonOf(RotationSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return string.Create(Vietnamese, $"Thư viện nhận thiếu {set.MissingBefore} bản {CellOf(set.Cell)}; cách {set.Kilometres:F1} km; thư viện chủ giữ lại {set.StaysAtHome} bản.");
    }

    /// <summary>What a proposal is worth and what stays at home, a line each.</summary>
    public static string ExplanationOf(RotationProposal proposal)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var text = new StringBuilder();
        text.Append(Vietnamese, $"Đáp ứng {proposal.Score.Filled} bản còn thiếu; trừ {proposal.Score.Distance:F1} điểm đường đi, {proposal.Score.Unfairness:F1} điểm chênh lệch giữa các trường.");
        text.Append(Vietnamese, $"\nGiá trị {proposal.Score.Total:F1} điểm; chia theo trường gần nhất được {proposal.Baseline.Total:F1} điểm.");
        foreach (var (reason, titles) in proposal.NotSent.OrderBy(pair => pair.Key))
            text.Append(Vietnamese, $"\n{titles} nhan đề ở lại: {ReasonOf(reason)}.");
        return text.ToString();
    }

    private static string CellOf(NeedCell cell)
    {
        var grade = cell.Grade > 0 ? string.Create(Vietnamese, $" khối {cell.Grade}") : "";
        return $"{TypeOf(cell.Type)}{(cell.Subject.Length > 0 ? $" môn loại {cell.Subject}" : "")}{grade}";
    }

    private static string TypeOf(ItemType type) => type switch
    {
        ItemType.Textbook => "sách giáo khoa",
        ItemType.TeacherBook => "sách nghiệp vụ",
        ItemType.ReferenceBook => "sách tham khảo",
        ItemType.ChildrensBook => "sách thiếu nhi",
        ItemType.Periodical => "báo, tạp chí",
        ItemType.Other => "tài liệu khác",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    private static string ReasonOf(StayReason reason) => reason switch
    {
        StayReason.TooFewCopies => "chưa đủ số bản để luân chuyển",
        StayReason.OwnerAtMinimum => "thư viện chủ không được xuống dưới mức tối thiểu",
        StayReason.NobodyCanTakeIt => "không trường nào thiếu, hoặc trường thiếu đã có hay hết chỗ",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}
