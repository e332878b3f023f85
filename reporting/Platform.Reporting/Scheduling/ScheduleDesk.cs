using Microsoft.Extensions.Options;
using Quartz;

namespace Platform.Reporting.Scheduling;

/// <summary>Shows the schedules by which periods are closed, and steers them: pause, resume, run now. On a cluster it holds for all nodes.</summary>
/// <param name="options">The schedules that are configured.</param>
/// <param name="schedulers">The scheduler of this process; none where schedules run elsewhere or not at all.</param>
public sealed class ScheduleDesk(IOptions<ReportingOptions> options, IEnumerable<ISchedulerFactory> schedulers)
{
    /// <summary>The schedules by report code; empty where this process runs none.</summary>
    public async Task<IReadOnlyList<ReportSchedule>> ListAsync(CancellationToken cancellationToken)
    {
        if (await SchedulerAsync(cancellationToken) is not { } scheduler)
            return [];
        var waiting = (await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(CloseReport.Group), cancellationToken)).ToLookup(key => key.Name.Split('/')[0], StringComparer.OrdinalIgnoreCase);
        var schedules = new List<ReportSchedule>();
        foreach (var (report, cron) in options.Value.ActiveSchedules.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            var key = TriggerOf(report);
            if (await scheduler.GetTrigger(key, cancellationToken) is not { } trigger)
                continue;
            var state = await scheduler.GetTriggerState(key, cancellationToken);
            schedules.Add(new ReportSchedule(report, cron, state is TriggerState.Paused, trigger.PreviousFireTimeUtc, trigger.NextFireTimeUtc, waiting[report].Count()));
        }
        return schedules;
    }

    /// <summary>Pauses, resumes or fires a schedule; false where this process has no such schedule.</summary>
    public async Task<bool> SteerAsync(string report, ScheduleAction action, CancellationToken cancellationToken)
    {
        if (await SchedulerAsync(cancellationToken) is not { } scheduler || !await scheduler.Exists(TriggerOf(report), cancellationToken))
            return false;
        if (action is ScheduleAction.Pause)
            await scheduler.PauseTrigger(TriggerOf(report), cancellationToken);
        else if (action is ScheduleAction.Resume)
            await scheduler.ResumeTrigger(TriggerOf(report), cancellationToken);
        else
            await scheduler.TriggerJob(new JobKey(report.ToUpperInvariant(), PlanReports.Group), null, cancellationToken);
        return true;
    }

    private static TriggerKey TriggerOf(string report) => new(report.ToUpperInvariant(), PlanReports.Group);

    private async Task<IScheduler?> SchedulerAsync(CancellationToken cancellationToken) =>
        schedulers.FirstOrDefault() is { } factory ? await factory.GetScheduler(cancellationToken) : null;
}

/// <summary>A schedule by which periods of a report are closed.</summary>
/// <param name="Report">Code of the form.</param>
/// <param name="Cron">The cron expression with seconds, in the time of Vietnam.</param>
/// <param name="IsPaused">Whether it is paused.</param>
/// <param name="LastAt">When it fired last; null before the first time.</param>
/// <param name="NextAt">When it fires next; null when never.</param>
/// <param name="Waiting">How many closings are planned or running now.</param>
public sealed record ReportSchedule(string Report, string Cron, bool IsPaused, DateTimeOffset? LastAt, DateTimeOffset? NextAt, int Waiting);

/// <summary>What is done to a schedule.</summary>
public enum ScheduleAction
{
    /// <summary>It fires no more until it is resumed.</summary>
    Pause = 1,

    /// <summary>It fires again; a firing that was missed is made up for once.</summary>
    Resume = 2,

    /// <summary>It plans its closings now, for the period before today. What is closed already stays as it is.</summary>
    RunNow = 3,
}
