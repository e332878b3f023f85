using Platform.Api.GraphQL.Mutations;
using Platform.Model.Access;
using Platform.Model.Reporting;

namespace Platform.Api.Reporting;

/// <summary>
/// Counts a draft or rejected report again and freezes what differs as a new version, with the reason. The versions before stay readable
/// and verifiable; what changed stands in <c>changes</c>.
/// </summary>
[Requires(Permission.EditReports)]
[SavesByItself]
internal sealed class CorrectReport(SubmissionSteps steps) : IMutation<CorrectReportInput, CorrectReportPayload>
{
    public Task<CorrectReportPayload> RunAsync(CorrectReportInput input, CancellationToken cancellationToken) =>
        steps.TakeAsync<CorrectReportPayload>(input.ReportRunId.Key, SubmissionAction.Correct, input.Reason, cancellationToken);
}

/// <summary>Which report to correct, and why.</summary>
internal sealed record CorrectReportInput : MutationInput
{
    /// <summary>The report.</summary>
    public required Ref<ReportRun> ReportRunId { get; init; }

    /// <summary>Why; it stands in the report's history.</summary>
    public required string Reason { get; init; }
}

/// <summary>The report with its new version.</summary>
[FailsWith(typeof(SubmissionNotTaken))]
internal sealed record CorrectReportPayload : SubmissionPayload;
