using Microsoft.AspNetCore.Antiforgery;
using Platform.Api.Reporting;
using Platform.Model;
using Platform.Model.Reporting;

namespace Platform.Api.Office;

/// <summary>Takes a step of a report's way from the form of its page: approve, return, lock, unlock.</summary>
internal static class TakeStep
{
    public const string ActionField = "action";
    public const string MessageField = "message";
    private const int LongestMessage = 2000;

    public static async Task<IResult> TakeAsync(HttpContext http, LibraryDb db, SubmissionSteps steps, IAntiforgery antiforgery, long id)
    {
        if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http))
            return Results.Redirect(OfficePaths.Report(id));
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!Enum.TryParse<SubmissionAction>(form[ActionField], out var action) || !Enum.IsDefined(action) || action is SubmissionAction.Correct)
            return Results.Redirect(OfficePaths.Report(id));
        var message = form[MessageField].ToString().Trim();
        var outcome = await steps.StepAsync(id, action, message is "" ? null : message[..Math.Min(message.Length, LongestMessage)], http.RequestAborted);
        // After a redirect a reload of the page takes no second step.
        return outcome.Refusal is { } refusal
            ? await ReportDetails.PageAsync(http, db, antiforgery, id, OfficeWords.Of(refusal))
            : Results.Redirect(OfficePaths.Report(id));
    }
}
