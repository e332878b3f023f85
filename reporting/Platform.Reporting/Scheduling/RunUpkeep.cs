using Microsoft.Extensions.Logging;
using Platform.Storage;
using Quartz;

namespace Platform.Reporting.Scheduling;

/// <summary>Runs the upkeep that the job's name says.</summary>
[DisallowConcurrentExecution]
internal sealed partial class RunUpkeep(IEnumerable<IUpkeep> upkeep, ILogger<RunUpkeep> log) : IJob
{
    public const string Group = "upkeep";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var name = context.JobDetail.Key.Name;
        if (upkeep.FirstOrDefault(u => u.Name == name) is not { } work)
        {
            // The persistent store still knew it, or this host has no part in it.
            await context.Scheduler.DeleteJob(context.JobDetail.Key, cancellationToken);
            return;
        }
        var done = await work.RunAsync(cancellationToken);
        if (done > 0)
            LogDone(name, done);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Upkeep {Name}: {Done} done.")]
    private partial void LogDone(string name, int done);
}
