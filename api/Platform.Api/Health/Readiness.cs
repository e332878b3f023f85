using Platform.Storage;
using Platform.Storage.Catalogue.Search;

namespace Platform.Api.Health;

/// <summary>Whether the process can answer: the database is prepared, the search index has all of it, and the first queries have been compiled.</summary>
internal sealed class Readiness
{
    private volatile bool _isReady;

    public bool IsReady => _isReady;

    public void Reached() => _isReady = true;
}

/// <summary>Prepares the database before the server listens; then waits until the search index has caught up, warms the engine up and says so.</summary>
internal sealed partial class Startup(
    DatabaseLifecycle database, Readiness readiness, IndexFeed index, WarmUp warmUp, IHostApplicationLifetime lifetime, ILogger<Startup> log)
    : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => database.PrepareAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await index.CaughtUp.WaitAsync(lifetime.ApplicationStopping);
        await warmUp.RunAsync(lifetime.ApplicationStopping);
        readiness.Reached();
        Ready(log);
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Ready to answer queries")]
    private static partial void Ready(ILogger log);
}
