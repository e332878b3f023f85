using Platform.Api.GraphQL.Mutations;
using Platform.Model.Access;
using Platform.Model.Reporting;

namespace Platform.Api.Reporting;

/// <summary>Asks the managing body to open a locked report again, with the reason.</summary>
[Requires(Permission.SubmitReports)]
[SavesByItself]
internal sealed class RequestReportUnlock(SubmissionSteps steps) : IMutation<RequestReportUnlockInput, RequestReportUnlockPayload>
{
    public Task<RequestReportUnlockPayload> RunAsync(RequestReportUnlockInput input, CancellationToken cancellationToken) =>
        steps.TakeAsync<RequestReportUnlockPayload>(input.ReportRunId.Key, SubmissionAction.RequestUnlock, input.Message, cancellationToken);
}

/// <summary>Which report to open, and why.</summary>
internal sealed record RequestReportUnlockInput : MutationInput
{
    /// <summary>The report.</summary>
    public required Ref<ReportRun> ReportRunId { get; init; }

    /// <summary>Why.</summary>
    public required string Message { get; init; }
}

/// <summary>The report, waiting to be opened.</summary>
[FailsWith(typeof(SubmissionNotTaken))]
internal sealed record RequestReportUnlockPayload : SubmissionPayload;
