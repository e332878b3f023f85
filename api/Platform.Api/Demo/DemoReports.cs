using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Reporting;
using Platform.Reporting.Runs;
using Platform.Reporting.Submissions;
using Platform.Storage;

namespace Platform.Api.Demo;

/// <summary>
/// Closes the demo schools' monthly reports of the two months before and sends them on their way, so that every state can be seen: the
/// older ones are approved, of the last ones the first school's still is a draft, the second one's came back, the others wait.
/// </summary>
internal sealed class DemoReports(LibraryDbFactory databases, ReportRunner runner, SubmissionDesk desk, TimeProvider clock)
{
    private const string MonthlyReport = "R-01";
    private const string ReasonOfReturn = "Mục III chưa ghi yêu cầu đối với học sinh.";

    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System);
        var codes = await db.Libraries.OrderBy(l => l.Code).Select(l => l.Code).ToListAsync(cancellationToken);
        for (var i = 0; i < codes.Count; i++)
        {
            await StepAsync(db, codes[i], clock.Today().AddMonths(-2), [SubmissionAction.Submit, SubmissionAction.Approve], cancellationToken);
            await StepAsync(db, codes[i], clock.Today().AddMonths(-1), WayOf(i), cancellationToken);
        }
    }

    private static SubmissionAction[] WayOf(int school) => school switch
    {
        0 => [],
        1 => [SubmissionAction.Submit, SubmissionAction.Reject],
        _ => [SubmissionAction.Submit],
    };

    private async Task StepAsync(LibraryDb db, string library, DateOnly month, SubmissionAction[] steps, CancellationToken cancellationToken)
    {
        var outcome = await runner.RunAsync(new ReportRequest(MonthlyReport, library, $"{month:yyyy-MM}"), cancellationToken);
        if (outcome.Run is not { } run)
            throw new InvalidOperationException($"The demo's report could not be closed: {outcome.Message}");
        foreach (var step in steps)
            await desk.StepAsync(db, run.Id, step, step is SubmissionAction.Reject ? ReasonOfReturn : null, cancellationToken);
    }
}
