using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Reporting;
using Platform.Reporting.Submissions;

namespace Platform.Api.Reporting;

/// <summary>
/// Takes a step with a body's return: the body above approves it, returns it with a message, locks it or opens it; the body itself asks for
/// unlocking with the reason.
/// </summary>
[Requires(Permission.ApproveReports)]
[SavesByItself]
internal sealed class StepConsolidatedReport(LibraryDb db, ConsolidationDesk desk) : IMutation<StepConsolidatedReportInput, StepConsolidatedReportPayload>
{
    public async Task<StepConsolidatedReportPayload> RunAsync(StepConsolidatedReportInput input, CancellationToken cancellationToken)
    {
        if (input.Message?.Length > ReportingTables.MessageLength)
            return new StepConsolidatedReportPayload { Errors = [ConsolidationNotTaken.TooLong] };
        var outcome = await desk.StepAsync(db, input.ConsolidatedReportId.Key, input.Action, input.Message, cancellationToken);
        return outcome.Report is { } report
            ? new StepConsolidatedReportPayload { ConsolidatedReport = report.Id }
            : new StepConsolidatedReportPayload { Errors = [ConsolidationNotTaken.Of(outcome, "consolidatedReportId")] };
    }
}

/// <summary>Which return, and what is done with it.</summary>
internal sealed record StepConsolidatedReportInput : MutationInput
{
    /// <summary>The body's return.</summary>
    public required Ref<ConsolidatedReport> ConsolidatedReportId { get; init; }

    /// <summary>The step; to send again there is a mutation of its own, and a list of hashes is never corrected.</summary>
    public required SubmissionAction Action { get; init; }

    /// <summary>Why; needed to return it, to ask for unlocking and to refuse that.</summary>
    public string? Message { get; init; }
}

/// <summary>The return after the step.</summary>
[FailsWith(typeof(ConsolidationNotTaken))]
internal sealed record StepConsolidatedReportPayload : Payload
{
    /// <summary>The body's return.</summary>
    public Ref<ConsolidatedReport>? ConsolidatedReport { get; init; }
}

/// <summary>A body's return cannot take the step.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Missing">Codes of the schools and bodies below that have no accepted report; empty for other reasons.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record ConsolidationNotTaken(SubmissionRefusal Reason, IReadOnlyList<string> Missing, string Vietnamese, string English)
    : MutationError("CONSOLIDATION_NOT_TAKEN", Vietnamese, English)
{
    public static InvalidInput TooLong { get; } = new(
        "message", $"Lời nhắn dài quá {ReportingTables.MessageLength} ký tự.", $"The message has more than {ReportingTables.MessageLength} characters.");

    public static MutationError Of(ConsolidationOutcome outcome, string place)
    {
        var reason = outcome.Refusal ?? throw new ArgumentException("A step that was not refused.", nameof(outcome));
        return reason switch
        {
            SubmissionRefusal.NotFound => NotFound.At(place),
            SubmissionRefusal.Stale => StaleVersion.Now,
            SubmissionRefusal.NotAllowed => new ConsolidationNotTaken(reason, [], "Tài khoản không làm việc cho cơ quan được phép làm bước này.", outcome.Message),
            SubmissionRefusal.ChildrenOpen => new ConsolidationNotTaken(reason, outcome.Missing, $"Còn báo cáo của cấp dưới chưa được duyệt: {SubmissionDecision.Named(outcome.Missing)}.", outcome.Message),
            SubmissionRefusal.ParentClosed => new ConsolidationNotTaken(reason, [], "Cấp trên đã gửi báo cáo tổng hợp dựa trên báo cáo này: phải trả lại hoặc mở khóa trước.", outcome.Message),
            SubmissionRefusal.MessageMissing => new ConsolidationNotTaken(reason, [], "Bước này cần ghi lý do.", outcome.Message),
            _ => new ConsolidationNotTaken(reason, [], "Trạng thái hiện tại của báo cáo không cho phép bước này.", outcome.Message),
        };
    }
}
