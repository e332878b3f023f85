using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Reporting;
using Platform.Reporting.Delivery;
using Platform.Reporting.Submissions;

namespace Platform.Api.Reporting;

/// <summary>Takes the steps of a report's way for the mutations. What is approved goes to every body that takes it; entered twice it is sent once.</summary>
internal sealed class SubmissionSteps(LibraryDb db, SubmissionDesk desk, ReportPost post)
{
    public async Task<TPayload> TakeAsync<TPayload>(long runId, SubmissionAction action, string? message, CancellationToken cancellationToken)
        where TPayload : SubmissionPayload, new()
    {
        if (message?.Length > ReportingTables.MessageLength)
            return new TPayload { Errors = [TooLong] };
        var outcome = action is SubmissionAction.Correct
            ? await desk.CorrectAsync(db, runId, message ?? "", cancellationToken)
            : await desk.StepAsync(db, runId, action, message, cancellationToken);
        if (outcome.Run is not { } run)
            return new TPayload { Errors = [SubmissionNotTaken.Of(outcome)] };
        if (run.State is SubmissionState.Approved)
            await post.EnterAsync(run.Id, ReportPost.UsualFormats, cancellationToken);
        return new TPayload { ReportRun = run.Id };
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
