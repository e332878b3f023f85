using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Platform.Storage.Repository.Search;

/// <summary>Reads files and keeps the index of e-resources up to date in the background, as long as the host runs.</summary>
internal sealed partial class EResourceIndexWorker(EResourceFeed feed, EResourceIndex index, IOptions<FileStoreOptions> options, ILogger<EResourceIndexWorker> log) : BackgroundService
{
    // The first moments of a start belong to readers.
    private static readonly TimeSpan PauseAtStart = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(options.Value.Reading.Enabled ? PauseAtStart : TimeSpan.Zero, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (options.Value.Reading.Enabled && !stoppingToken.IsCancellationRequested)
            await Task.Delay(await StepAsync(stoppingToken), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        index.Close();
    }

    private async Task<TimeSpan> StepAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (index.TryOpenForWriting())
                return await feed.StepAsync(cancellationToken) ? TimeSpan.Zero : Pause;
            index.Refresh(); // another process writes it, this one reads
            return Pause;
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

    [LoggerMessage(Level = LogLevel.Error, Message = "Files could not be read, or the index of e-resources not be written; it is tried again.")]
    private partial void Failed(Exception fault);
}
