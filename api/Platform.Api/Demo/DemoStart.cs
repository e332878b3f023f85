using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.Model;
using Platform.Model.Access;
using Platform.Reporting.Runs;
using Platform.Storage;
using Platform.Storage.Demo;

namespace Platform.Api.Demo;

/// <summary>
/// Fills an empty database with the demo group before the server listens, and closes its monthly reports of the two months before,
/// so that there is something to look up, to borrow and to open. In Development only, unless <c>Demo:Enabled</c> says otherwise.
/// </summary>
internal sealed class DemoStart(
    IOptions<DemoOptions> options, IHostEnvironment environment, DemoGroup group, LibraryDbFactory databases, ReportRunner reports, TimeProvider clock)
    : IHostedLifecycleService
{
    private const string MonthlyReport = "R-01";

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!(options.Value.Enabled ?? environment.IsDevelopment()) || !await group.LoadAsync(cancellationToken))
            return;
        await using var db = databases.For(Scope.System);
        var codes = await db.Libraries.OrderBy(l => l.Code).Select(l => l.Code).ToListAsync(cancellationToken);
        foreach (var code in codes)
        {
            foreach (var month in new[] { clock.Today().AddMonths(-2), clock.Today().AddMonths(-1) })
                await reports.RunAsync(new ReportRequest(MonthlyReport, code, $"{month:yyyy-MM}"), cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
