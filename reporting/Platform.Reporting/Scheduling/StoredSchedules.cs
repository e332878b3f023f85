using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Quartz;

namespace Platform.Reporting.Scheduling;

/// <summary>
/// Brings schedules that the persistent store kept to the times that the settings say now. All else of them is kept: whether they are paused,
/// and a firing that was missed while the process was off.
/// </summary>
internal sealed class StoredSchedules(ISchedulerFactory schedulers, IOptions<ReportingOptions> options) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var (report, cron) in options.Value.ActiveSchedules)
            await SettleAsync(scheduler, new TriggerKey(report.ToUpperInvariant(), PlanReports.Group), cron, cancellationToken);
        foreach (var (upkeep, cron) in options.Value.ActiveUpkeep)
            await SettleAsync(scheduler, new TriggerKey(upkeep.ToLowerInvariant(), RunUpkeep.Group), cron, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task SettleAsync(IScheduler scheduler, TriggerKey key, string cron, CancellationToken cancellationToken)
    {
        if (await scheduler.GetTrigger(key, cancellationToken) is not ICronTrigger stored || stored.CronExpressionString == cron)
            return;
        var changed = TriggerBuilder.Create().ForJob(stored.JobKey).WithIdentity(key).WithCronSchedule(cron, SchedulerRegistration.Times).Build();
        await scheduler.RescheduleJob(key, changed, cancellationToken);
    }
}
