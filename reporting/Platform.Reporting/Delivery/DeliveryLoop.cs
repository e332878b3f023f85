using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Platform.Reporting.Delivery;

/// <summary>Runs the dispatcher for as long as the host lives. Faults of one look, such as a database that is away, are logged and the next look goes on.</summary>
internal sealed class DeliveryLoop(
    DeliveryDispatcher dispatcher, IOptions<DeliveryOptions> options, TimeProvider clock, ILogger<DeliveryLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Interval, clock);
        do
        {
            try
            {
                await dispatcher.RunAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                DeliveryLog.LookFailed(logger, options.Value.Interval, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
