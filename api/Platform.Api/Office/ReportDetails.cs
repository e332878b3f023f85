using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Reporting;
using Platform.Reporting.Snapshots;

namespace Platform.Api.Office;

/// <summary>One report: its figures, its way so far, what can be done next, its files.</summary>
/// <param name="Run">The report with its steps.</param>
/// <param name="Report">What was frozen.</param>
/// <param name="Actions">What the caller may do now.</param>
/// <param name="Token">Proves that the form came from our page.</param>
/// <param name="Refusal">Why the last step or file was refused; null when none was.</param>
public sealed record ReportDetails(ReportRun Run, OpenSnapshot Report, IReadOnlyList<SubmissionAction> Actions, AntiforgeryTokenSet Token, string? Refusal)
{
    /// <summary>What of the report the caller may see.</summary>
    public required Disclosure Disclosure { get; init; }

    /// <summary>Whether the caller may add the signed paper.</summary>
    public required bool MayAddScan { get; init; }

    private static readonly SubmissionAction[] Offered = [.. Enum.GetValues<SubmissionAction>().Except([SubmissionAction.Correct])];

    public static Task<IResult> ShowAsync(HttpContext http, LibraryDb db, IAntiforgery antiforgery, long id) => PageAsync(http, db, antiforgery, id, refusal: (string?)null);

    /// <summary>The page of the report; with the reason when a step or a file was refused.</summary>
    public static async Task<IResult> PageAsync(HttpContext http, LibraryDb db, IAntiforgery antiforgery, long id, string? refusal)
    {
        var run = db.Scope.May(Permission.ReadReports)
            ? await db.ReportRuns.AsNoTracking().Include(r => r.Steps).Include(r => r.Scans).ThenInclude(s => s.Content).Include(r => r.Library).AsSplitQuery().SingleOrDefaultAsync(r => r.Id == id, http.RequestAborted)
            : null;
        if (run is null || await SnapshotStore.OpenAsync(db, id, http.RequestAborted) is not { } report)
            return NotFoundPage.Of("Không có báo cáo này, hoặc tài khoản của bạn không được xem.");
        var details = new ReportDetails(run, report, ActionsOn(run, db.Scope), antiforgery.GetAndStoreTokens(http), refusal)
        {
            MayAddScan = db.Scope.May(Permission.SubmitReports, run.LibraryId),
            Disclosure = Disclosure.Of(report.Report.Document, Disclosure.ReaderOf(db.Scope, run.LibraryId, run.State)),
        };
        return new RazorComponentResult<ReportPage>(new Dictionary<string, object?> { [nameof(ReportPage.Details)] = details })
        {
            StatusCode = refusal is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
        };
    }

    // A message stands for one that would be typed: whether the step is possible at all is what decides about its button.
    private static List<SubmissionAction> ActionsOn(ReportRun run, Scope scope) =>
    [
        .. Offered.Where(action => scope.May(SubmissionPolicy.PermissionFor(action), run.LibraryId) && SubmissionPolicy.Decide(run.State, action, "…").State is not null),
    ];
}
