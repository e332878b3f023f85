using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Reporting;
using Platform.Reporting.Definitions;
using Platform.Storage;
using Quartz;

namespace Platform.Reporting.Scheduling;

/// <summary>
/// Finds, when a schedule fires, which libraries have to close which periods, and gives each its own <see cref="CloseReport"/>. The
/// period follows from the scheduled time, not from the clock, so that a late or repeated firing plans the same.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class PlanReports(LibraryDbFactory databases, DefinitionCatalogue catalogue, IOptions<ReportingOptions> options) : IJob
{
    public const string Group = "plan";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var report = context.JobDetail.Key.Name;
        if (options.Value.ActiveSchedules.All(s => !string.Equals(s.Key, report, StringComparison.OrdinalIgnoreCase)))
        {
            // The schedule was taken out of the configuration; the persistent store still knew it.
            await context.Scheduler.DeleteJob(context.JobDetail.Key, cancellationToken);
            return;
        }
        var day = SchoolTime.DayOf(context.ScheduledFireTimeUtc ?? context.FireTimeUtc);
        foreach (var request in await PlanAsync(report, day, cancellationToken))
            await context.Scheduler.ScheduleJob(CloseReport.For(request), TriggerBuilder.Create().WithIdentity(CloseReport.KeyOf(request), CloseReport.Group).StartNow().Build(), new ScheduleJobOptions { Replace = true }, cancellationToken);
    }

    /// <summary>The periods that ended before the day and that libraries have not closed: all since their last report, or the last one only.</summary>
    public async Task<IReadOnlyList<Runs.ReportRequest>> PlanAsync(string report, DateOnly day, CancellationToken cancellationToken)
    {
        if (catalogue.Find(report, day) is not { } definition)
            return [];
        var last = ReportPeriod.LastBefore(definition.Periods[0], day);
        await using var db = databases.For(Scope.System);
        var closed = await db.ReportRuns.AsNoTracking()
            .Where(r => r.DefinitionCode == definition.Code && r.PeriodKind == last.Kind)
            .GroupBy(r => r.LibraryId)
            .Select(runs => new { runs.Key, LastOn = runs.Max(r => r.LastOn) })
            .ToDictionaryAsync(runs => runs.Key, runs => runs.LastOn, cancellationToken);
        var libraries = await db.Libraries.AsNoTracking().OrderBy(l => l.Code).Select(l => new { l.Id, l.Code }).ToListAsync(cancellationToken);
        return
        [
            .. libraries.SelectMany(library => Missing(last, closed.TryGetValue(library.Id, out var lastOn) ? lastOn : null)
                .Select(period => new Runs.ReportRequest(definition.Code, library.Code, period.Code))),
        ];
    }

    private Stack<ReportPeriod> Missing(ReportPeriod last, DateOnly? closedUntil)
    {
        var missing = new Stack<ReportPeriod>();
        for (var period = last; missing.Count < options.Value.CatchUp && (closedUntil is null || period.FirstOn > closedUntil); period = ReportPeriod.LastBefore(period.Kind, period.FirstOn))
        {
            missing.Push(period);
            if (closedUntil is null)
                break;
        }
        return missing;
    }
}
