using Microsoft.Extensions.Options;

namespace Platform.Api.Bulk;

/// <summary>Works on bulk jobs for as long as the host runs, a few at one time, and forgets those past their days.</summary>
internal sealed partial class BulkLoop(
    BulkWorker worker, BulkLedger ledger, BulkFolder folder, IOptions<BulkOptions> options, ILogger<BulkLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.Value.Runs
        ? Task.WhenAll([.. Enumerable.Range(0, options.Value.AtOnce).Select(_ => WorkAsync(stoppingToken)), SweepAsync(stoppingToken)])
        : Task.CompletedTask;

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        // The machine's time: a test's clock must not stop the work.
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await worker.RunDueAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogLook(log, fault);
            }
        }
    }

    private async Task SweepAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenSweeps);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var job in await ledger.ForgetExpiredAsync(stoppingToken))
                    folder.Remove(job);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogLook(log, fault);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Bulk jobs could not be looked at; the next look is in a second.")]
    private static partial void LogLook(ILogger log, Exception fault);
}
