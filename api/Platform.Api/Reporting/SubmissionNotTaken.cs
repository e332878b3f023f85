using Platform.Api.GraphQL.Mutations;
using Platform.Model.Reporting;
using Platform.Reporting.Submissions;

namespace Platform.Api.Reporting;

/// <summary>The report cannot take the step.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record SubmissionNotTaken(SubmissionRefusal Reason, string Vietnamese, string English) : MutationError("SUBMISSION_NOT_TAKEN", Vietnamese, English)
{
    /// <summary>The error that a refused step answers.</summary>
    public static MutationError Of(SubmissionOutcome outcome)
    {
        var reason = outcome.Refusal ?? throw new ArgumentException("A step that was not refused.", nameof(outcome));
        return reason switch
        {
            SubmissionRefusal.NotFound => NotFound.At("reportRunId"),
            SubmissionRefusal.NotAllowed => NotPermitted.ForLibrary,
            SubmissionRefusal.Stale => StaleVersion.Now,
            SubmissionRefusal.WrongState => new SubmissionNotTaken(reason, "Trạng thái hiện tại của báo cáo không cho phép bước này.", outcome.Message),
            SubmissionRefusal.MessageMissing => new SubmissionNotTaken(reason, "Bước này cần ghi lý do.", outcome.Message),
            SubmissionRefusal.ChildrenOpen => new SubmissionNotTaken(reason, $"Còn báo cáo của cấp dưới chưa được duyệt: {SubmissionDecision.Named(outcome.Missing)}.", outcome.Message),
            SubmissionRefusal.ParentClosed => new SubmissionNotTaken(reason, "Cấp trên đã gửi báo cáo tổng hợp dựa trên báo cáo này: phải trả lại hoặc mở khóa báo cáo tổng hợp trước.", outcome.Message),
            SubmissionRefusal.NothingChanged => new SubmissionNotTaken(reason, "Số liệu hiện tại không khác bản đã chốt: không có gì để đính chính.", outcome.Message),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), reason, "Unknown refusal."),
        };
    }
}
