using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Platform.Model;
using Platform.Storage;
using Quartz;

namespace Platform.Reporting.Scheduling;

/// <summary>Registers Quartz with its persistent store: a file of its own beside SQLite, the same database on SQL Server, where it is clustered.</summary>
internal static class SchedulerRegistration
{
    private const string Name = "platform-reporting";
    private const string FileName = "scheduler.db";

    public static void AddScheduler(this IServiceCollection services, ReportingOptions reporting, StorageOptions storage)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = Name;
                scheduler.InstanceId = $"{Environment.MachineName}-{Environment.ProcessId}";
            });
            quartz.UsePersistentStore(store => Use(store, storage));
            foreach (var (report, cron) in reporting.ActiveSchedules.Where(s => CronExpression.TryParse(s.Value, out _)))
                Plan<PlanReports>(quartz, new JobKey(report.ToUpperInvariant(), PlanReports.Group), cron);
            foreach (var (upkeep, cron) in reporting.ActiveUpkeep.Where(u => CronExpression.TryParse(u.Value, out _)))
                Plan<RunUpkeep>(quartz, new JobKey(upkeep.ToLowerInvariant(), RunUpkeep.Group), cron);
        });
        // A stored schedule keeps its pause and what it missed; replacing it at every start would forget both.
        services.Configure<QuartzOptions>(quartz => quartz.Scheduling.IgnoreDuplicates = true);
        services.AddHostedService<StoredSchedules>();
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }

    private static void Use(IPersistentStoreBuilder store, StorageOptions storage)
    {
        if (storage.Database is DatabaseProvider.SqlServer)
        {
            store.UseSqlServer(SqlClientFactory.Instance, storage.ConnectionString ?? "");
            store.UseClustering();
        }
        else
        {
            // Every operation of the store takes SQLite's writer lock: the desks must not wait for it.
            store.UseSqlite(SqliteFactory.Instance, $"Data Source={Path.Combine(storage.DataPath, FileName)}");
        }
        store.ProvisionSchema();
        store.UseSystemTextJsonSerializer();
    }

    private static void Plan<TJob>(IQuartzBuilder quartz, JobKey key, string cron)
        where TJob : IJob
    {
        quartz.AddJob<TJob>(job => job.WithIdentity(key).StoreDurably());
        quartz.AddTrigger(trigger => trigger
            .ForJob(key)
            .WithIdentity(key.Name, key.Group)
            .WithCronSchedule(cron, Times));
    }

    /// <summary>Times are those of Vietnam; of firings that were missed one is made up for.</summary>
    internal static void Times(CronScheduleBuilder schedule) => schedule.InTimeZone(SchoolTime.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed);
}
