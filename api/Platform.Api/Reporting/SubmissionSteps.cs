using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Reporting;
using Platform.Reporting.Delivery;
using Platform.Reporting.Submissions;

namespace Platform.Api.Reporting;

/// <summary>Takes the steps of a report's way, for the mutations and the office pages. What is approved goes to every body that takes it; entered twice it is sent once.</summary>
internal sealed class SubmissionSteps(LibraryDb db, SubmissionDesk desk, ReportPost post)
{
    public async Task<TPayload> TakeAsync<TPayload>(long runId, SubmissionAction action, string? message, CancellationToken cancellationToken)
        where TPayload : SubmissionPayload, new()
    {
        if (message?.Length > ReportingTables.MessageLength)
            return new TPayload { Errors = [TooLong] };
        var outcome = await StepAsync(runId, action, message, cancellationToken);
        return outcome.Run is { } run ? new TPayload { ReportRun = run.Id } : new TPayload { Errors = [SubmissionNotTaken.Of(outcome)] };
    }

    public async Task<SubmissionOutcome> StepAsync(long runId, SubmissionAction action, string? message, CancellationToken cancellationToken)
    {
        var outcome = action is SubmissionAction.Correct
            ? await desk.CorrectAsync(db, runId, message ?? "", cancellationToken)
            : await desk.StepAsync(db, runId, action, message, cancellationToken);
        if (outcome.Run is { State: SubmissionState.Approved } run)
            await post.EnterAsync(run.Id, ReportPost.UsualFormats, cancellationToken);
        return outcome;
    }

    private static InvalidInput TooLong { get; } = new(
        "message", $"Lời nhắn dài quá {ReportingTables.MessageLength} ký tự.", $"The message has more than {ReportingTables.MessageLength} characters.");
}

/// <summary>The report after a step.</summary>
internal abstract record SubmissionPayload : Payload
{
    /// <summary>The report.</summary>
    public Ref<ReportRun>? ReportRun { get; init; }
}
