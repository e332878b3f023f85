using Microsoft.EntityFrameworkCore;
using Platform.Api.Sharing;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Reporting;
using Platform.Model.Sharing;
using Platform.Reporting.Runs;
using Platform.Storage;

namespace Platform.Api.Demo;

/// <summary>
/// Closes the demo members' lists of the semester that ended last, sends them to the hub, which has acknowledged them, and closes the
/// hub's report on the group.
/// </summary>
internal sealed class DemoLists(LibraryDbFactory databases, ReportRunner reports, TimeProvider clock)
{
    private const string GroupReport = "R-07";
    private const int DaysToSend = 7;
    private const int DaysToAnswer = 10;

    public async Task SendAsync(CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System);
        var semester = new[] { PeriodKind.FirstSemester, PeriodKind.SecondSemester }.Select(kind => ReportPeriod.LastBefore(kind, clock.Today())).MaxBy(p => p.LastOn)!; // two of them
        foreach (var member in await db.Memberships.Where(m => m.LeftOn == null).Include(m => m.Library).ToListAsync(cancellationToken))
        {
            foreach (var report in SentLists.Reports)
                if ((await reports.RunAsync(new ReportRequest(report, member.Library.Code, semester.Code), cancellationToken)).Run is { } run)
                    db.SemesterLists.Add(await ListAsync(db, member, report, run, semester, cancellationToken));
            if (member.IsHub)
                await reports.RunAsync(new ReportRequest(GroupReport, member.Library.Code, semester.Code), cancellationToken);
        }
        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task<SemesterList> ListAsync(
        LibraryDb db, Membership member, string report, ReportRun run, ReportPeriod semester, CancellationToken cancellationToken)
    {
        var sentAt = SchoolTime.StartOf(semester.LastOn.AddDays(DaysToSend)).AddHours(9);
        return new SemesterList
        {
            GroupId = member.GroupId,
            LibraryId = member.LibraryId,
            Semester = semester.Code,
            Kind = SentLists.KindOf(report)!.Value, // one of the lists
            Lines = await SentLists.LinesAsync(db, run, cancellationToken),
            SentAt = sentAt,
            RunId = run.Id,
            ReceivedAt = sentAt.AddDays(DaysToAnswer - DaysToSend),
        };
    }
}
