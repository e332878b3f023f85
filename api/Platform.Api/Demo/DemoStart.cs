using Microsoft.Extensions.Options;
using Platform.Storage.Demo;

namespace Platform.Api.Demo;

/// <summary>
/// Fills an empty database with the demo group before the server listens, closes and submits its reports and sends its lists, so that
/// there is something to look up, to borrow and to open. In Development only, unless <c>Demo:Enabled</c> says otherwise.
/// </summary>
internal sealed class DemoStart(IOptions<DemoOptions> options, IHostEnvironment environment, DemoGroup group, DemoReports reports, DemoLists lists)
    : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!(options.Value.Enabled ?? environment.IsDevelopment()) || !await group.LoadAsync(cancellationToken))
            return;
        await reports.CloseAsync(cancellationToken);
        await lists.SendAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
