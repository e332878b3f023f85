using Platform.Api.GraphQL.Mutations;
using Platform.Model.Access;
using Platform.Model.Reporting;

namespace Platform.Api.Reporting;

/// <summary>Decides about a report as the managing body: approve it, send it back with a message, lock it, open it again. An approved report is delivered to every body that takes it.</summary>
[Requires(Permission.ApproveReports)]
[SavesByItself]
internal sealed class ReviewReport(SubmissionSteps steps) : IMutation<ReviewReportInput, ReviewReportPayload>
{
    public Task<ReviewReportPayload> RunAsync(ReviewReportInput input, CancellationToken cancellationToken) =>
        steps.TakeAsync<ReviewReportPayload>(input.ReportRunId.Key, ActionOf(input.Decision), input.Message, cancellationToken);

    private static SubmissionAction ActionOf(ReviewDecision decision) => decision switch
    {
        ReviewDecision.Approve => SubmissionAction.Approve,
        ReviewDecision.Reject => SubmissionAction.Reject,
        ReviewDecision.Lock => SubmissionAction.Lock,
        ReviewDecision.Unlock => SubmissionAction.Unlock,
        ReviewDecision.RefuseUnlock => SubmissionAction.RefuseUnlock,
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, "Unknown decision."),
    };
}

/// <summary>What is decided about which report.</summary>
internal sealed record ReviewReportInput : MutationInput
{
    /// <summary>The report.</summary>
    public required Ref<ReportRun> ReportRunId { get; init; }

    /// <summary>The decision.</summary>
    public required ReviewDecision Decision { get; init; }

    /// <summary>Why; needed to reject and to refuse unlocking. The school reads it.</summary>
    public string? Message { get; init; }
}

/// <summary>What the managing body decides.</summary>
internal enum ReviewDecision
{
    /// <summary>The report is accepted (duyệt).</summary>
    Approve = 1,

    /// <summary>The report goes back (từ chối); a message says why.</summary>
    Reject = 2,

    /// <summary>The report is closed for changes (khóa sổ).</summary>
    Lock = 3,

    /// <summary>The report is opened again (mở khóa).</summary>
    Unlock = 4,

    /// <summary>The report stays locked; a message says why.</summary>
    RefuseUnlock = 5,
}

/// <summary>The report as it was decided.</summary>
[FailsWith(typeof(SubmissionNotTaken))]
internal sealed record ReviewReportPayload : SubmissionPayload;
