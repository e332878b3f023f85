using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Platform.Storage.Catalogue.Search;

/// <summary>Keeps the index of this node up to date in the background, as long as the host runs.</summary>
internal sealed partial class IndexWorker(IndexFeed feed, SearchIndex index, ILogger<IndexWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the host starts without waiting for the index
        while (!stoppingToken.IsCancellationRequested)
            await Task.Delay(await StepAsync(stoppingToken), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await feed.CloseAsync(CancellationToken.None); // at once, so that another process can write
    }

    private async Task<TimeSpan> StepAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!index.TryOpenForWriting())
            {
                await feed.WatchAsync(cancellationToken); // another process writes it, this one reads
                return Pause;
            }
            return await feed.CatchUpAsync(cancellationToken) ? TimeSpan.Zero : Pause;
        }
        catch (OperationCanceledException)
        {
            return TimeSpan.Zero;
        }
        catch (Exception fault) when (fault is IOException or DbException or UnauthorizedAccessException)
        {
            Failed(fault);
            return PauseAfterFault;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The search index could not be brought up to date; it is tried again.")]
    private partial void Failed(Exception fault);
}
