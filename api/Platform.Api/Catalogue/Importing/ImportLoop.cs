using Platform.Storage.Catalogue.Import;

namespace Platform.Api.Catalogue.Importing;

/// <summary>Reads and applies imports under review for as long as the host runs: at once when this node is told of one, and now and then what another node left.</summary>
internal sealed partial class ImportLoop(ImportWork work, ILogger<ImportLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _told = new(0, 1);

    /// <summary>There is something to do.</summary>
    public void Wake()
    {
        lock (_told)
            if (_told.CurrentCount == 0)
                _told.Release();
    }

    public override void Dispose()
    {
        _told.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the host starts without waiting for imports
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!await StepAsync(stoppingToken))
                await _told.WaitAsync(Pause, stoppingToken);
        }
    }

    private async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await work.StepAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(log, fault);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "An import could not be gone on with; it is tried again.")]
    private static partial void LogFault(ILogger log, Exception fault);
}
