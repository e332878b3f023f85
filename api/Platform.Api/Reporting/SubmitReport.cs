using Platform.Api.GraphQL.Mutations;
using Platform.Model.Access;
using Platform.Model.Reporting;

namespace Platform.Api.Reporting;

/// <summary>Sends a closed report up to the managing body, for the first time or after it was rejected and corrected.</summary>
[Requires(Permission.SubmitReports)]
[SavesByItself]
internal sealed class SubmitReport(SubmissionSteps steps) : IMutation<SubmitReportInput, SubmitReportPayload>
{
    public Task<SubmitReportPayload> RunAsync(SubmitReportInput input, CancellationToken cancellationToken) =>
        steps.TakeAsync<SubmitReportPayload>(input.ReportRunId.Key, SubmissionAction.Submit, input.Message, cancellationToken);
}

/// <summary>Which report to send.</summary>
internal sealed record SubmitReportInput : MutationInput
{
    /// <summary>The report.</summary>
    public required Ref<ReportRun> ReportRunId { get; init; }

    /// <summary>A word to the managing body.</summary>
    public string? Message { get; init; }
}

/// <summary>The report, sent.</summary>
[FailsWith(typeof(SubmissionNotTaken))]
internal sealed record SubmitReportPayload : SubmissionPayload;
