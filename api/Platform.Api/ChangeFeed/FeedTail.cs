using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Platform.Model.Access;
using Platform.Model.ChangeFeed;
using Platform.Storage;
using Platform.Storage.ChangeFeed;

namespace Platform.Api.ChangeFeed;

/// <summary>
/// Follows the change feed for all subscriptions of this process: one reader, however many listen. A listener that comes with the
/// sequence it has seen last gets everything after it first, so a reconnect loses nothing.
/// </summary>
internal sealed class FeedTail(LibraryDbFactory databases) : BackgroundService
{
    private const int EntriesAtOnce = 500;

    // A listener this far behind is cut off: it comes back with its last sequence and reads from the database.
    private const int MostWaiting = 10_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<Channel<ChangeFeedEntry>, byte> _listeners = new();
    private long _last;

    /// <summary>The entries after the sequence, or from now on, until the token ends it.</summary>
    public async IAsyncEnumerable<ChangeFeedEntry> FollowAsync(long? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<ChangeFeedEntry>(MostWaiting);
        _listeners[channel] = 0;
        try
        {
            var seen = after ?? 0;
            while (after is not null && await ReadAsync(seen, cancellationToken) is { Count: > 0 } missed)
                foreach (var entry in missed)
                {
                    seen = entry.Sequence;
                    yield return entry;
                }
            await foreach (var entry in channel.Reader.ReadAllAsync(cancellationToken))
                if (entry.Sequence > seen)
                    yield return entry;
        }
        finally
        {
            _listeners.TryRemove(channel, out _);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using (var db = databases.For(Scope.System))
            _last = await FeedReader.LastAsync(db, stoppingToken);
        // The machine's time, not the calendar's: a clock that is set a day forward must not be followed pause by pause.
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            while (await ReadAsync(_last, stoppingToken) is { Count: > 0 } entries)
                Publish(entries);
    }

    private void Publish(IReadOnlyList<ChangeFeedEntry> entries)
    {
        _last = entries[^1].Sequence;
        foreach (var (listener, _) in _listeners)
            if (!entries.All(listener.Writer.TryWrite))
                listener.Writer.TryComplete(new InvalidOperationException("The listener is too far behind the change feed."));
    }

    private async Task<IReadOnlyList<ChangeFeedEntry>> ReadAsync(long after, CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System);
        return await FeedReader.ReadAfterAsync(db, after, EntriesAtOnce, cancellationToken);
    }
}
