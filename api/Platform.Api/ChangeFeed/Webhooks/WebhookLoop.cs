using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.Model.Access;
using Platform.Model.ChangeFeed.Webhooks;
using Platform.Storage;

namespace Platform.Api.ChangeFeed.Webhooks;

/// <summary>Sends webhooks for as long as the host runs, and forgets attempts past their days. A fault of one look is logged, and the next look goes on.</summary>
internal sealed partial class WebhookLoop(
    WebhookDispatcher dispatcher, LibraryDbFactory databases, IOptions<WebhookOptions> options, TimeProvider clock, ILogger<WebhookLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private DateOnly _sweptOn;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Sends)
            return;
        // The machine's time, as the change feed itself is followed.
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await dispatcher.RunAsync(stoppingToken);
                await SweepAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogFault(log, fault);
            }
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (_sweptOn == today)
            return;
        var oldest = now.AddDays(-WebhookAttempt.KeptDays);
        await using var db = databases.For(Scope.System);
        await db.WebhookAttempts.Where(a => a.At < oldest).ExecuteDeleteAsync(cancellationToken);
        _sweptOn = today;
    }

    [LoggerMessage(LogLevel.Error, "Webhooks could not be looked at; the next look is in a second.")]
    private static partial void LogFault(ILogger log, Exception fault);
}
