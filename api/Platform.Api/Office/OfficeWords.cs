using System.Globalization;
using Platform.Model.Reporting;

namespace Platform.Api.Office;

/// <summary>The words of the office pages for values of the domain.</summary>
internal static class OfficeWords
{
    public static string Of(SubmissionState state) => state switch
    {
        SubmissionState.Draft => "Bản thảo",
        SubmissionState.Submitted => "Đã gửi",
        SubmissionState.Approved => "Đã phê duyệt",
        SubmissionState.Rejected => "Bị trả lại",
        SubmissionState.Locked => "Đã khóa",
        SubmissionState.UnlockRequested => "Xin mở khóa",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };

    public static string Of(SubmissionAction action) => action switch
    {
        SubmissionAction.Submit => "Gửi lên cấp trên",
        SubmissionAction.Approve => "Phê duyệt",
        SubmissionAction.Reject => "Trả lại",
        SubmissionAction.Lock => "Khóa",
        SubmissionAction.RequestUnlock => "Xin mở khóa",
        SubmissionAction.Unlock => "Mở khóa",
        SubmissionAction.RefuseUnlock => "Không cho mở khóa",
        SubmissionAction.Correct => "Đính chính",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Unknown action."),
    };

    public static string Of(SubmissionRefusal refusal) => refusal switch
    {
        SubmissionRefusal.WrongState => "Trạng thái của báo cáo không cho phép việc này: có thể người khác vừa xử lý.",
        SubmissionRefusal.MessageMissing => "Việc này cần ghi lý do.",
        SubmissionRefusal.ChildrenOpen => "Báo cáo của cấp dưới chưa được phê duyệt hết.",
        SubmissionRefusal.ParentClosed => "Báo cáo tổng hợp của cấp trên dựa trên báo cáo này và đã gửi: phải trả lại hoặc mở khóa báo cáo tổng hợp trước.",
        SubmissionRefusal.NotFound => "Không có báo cáo này.",
        SubmissionRefusal.NotAllowed => "Tài khoản không có quyền làm việc này với thư viện đó.",
        SubmissionRefusal.Stale => "Người khác vừa thay đổi báo cáo: hãy xem lại rồi làm tiếp.",
        SubmissionRefusal.NothingChanged => "Số liệu không đổi: không có gì để đính chính.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Unknown refusal."),
    };

    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>An instant as a clock in Vietnam shows it.</summary>
    public static string Moment(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(7)).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);
}
