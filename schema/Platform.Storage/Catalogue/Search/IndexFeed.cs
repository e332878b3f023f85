using Lucene.Net.Documents;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Mapping;
using Platform.Model.ChangeFeed;
using Platform.Storage.ChangeFeed;

namespace Platform.Storage.Catalogue.Search;

/// <summary>Brings the index to the state of the database: from the change feed, or from all records when there is no index.</summary>
public sealed class IndexFeed(LibraryDbFactory databases, SearchIndex index) : IDisposable
{
    private const int EntriesAtOnce = 4000;
    private const int RecordsAtOnce = 2000;

    // A commit makes a segment of what is new: many small ones cost more to write and to merge than the records themselves.
    private const int EntriesBetweenCommits = 50_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly RecordDocument _documents = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly TaskCompletionSource _caughtUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _uncommitted;

    /// <summary>Ends when searches have once seen all that was in the feed since this process began; from then on they are behind by moments.</summary>
    public Task CaughtUp => _caughtUp.Task;

    /// <summary>
    /// Applies what the feed has beyond the index, one portion, and lets it be found when there is no more; builds the index first when there
    /// is none. True when there may be more. Needs the right to write.
    /// </summary>
    public async Task<bool> CatchUpAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (index.Applied is null)
                await RebuildAsync(null, cancellationToken);
            if (await ApplyAsync(cancellationToken))
                return true;
            CommitPending();
            _caughtUp.TrySetResult();
            return false;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Looks whether the index that another process writes has caught up, see <see cref="CaughtUp"/>.</summary>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        index.Refresh();
        if (_caughtUp.Task.IsCompleted)
            return;
        await using var db = databases.For(Scope.System);
        if (index.Sequence >= await FeedReader.LastAsync(db, cancellationToken))
            _caughtUp.TrySetResult();
    }

    /// <summary>
    /// Catches up while some work goes on and, after it, until the index has all of it. Where another process writes the index, nothing
    /// is done: that process follows the feed.
    /// </summary>
    public async Task FollowAsync(Task work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (!index.TryOpenForWriting())
            return;
        if (index.Applied is null)
            await RebuildAsync(null, cancellationToken);
        while (true)
        {
            var isLast = work.IsCompleted;
            if (await ApplyAsync(cancellationToken))
                continue;
            if (isLast)
                break;
            await Task.WhenAny(work, Task.Delay(Pause, cancellationToken));
        }
        CommitPending();
        index.CloseWriter();
    }

    /// <summary>Commits what is applied and gives up the right to write, once nothing is being applied any more.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            index.CloseWriter();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Builds the index anew from all records; until it is done, the old one answers.</summary>
    /// <returns>How many records it holds.</returns>
    public async Task<int> RebuildAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System);
        await db.OpenForBulkAsync(cancellationToken);
        // Changes made while the records are read come again from the feed: applying one twice changes nothing.
        var sequence = await FeedReader.LastAsync(db, cancellationToken);
        try
        {
            index.Clear();
            var count = await AddAllAsync(db, progress, cancellationToken);
            index.Apply([], sequence);
            index.Commit();
            return count;
        }
        catch
        {
            index.Rollback();
            throw;
        }
    }

    public void Dispose()
    {
        _turn.Dispose();
        _documents.Dispose();
    }

    private async Task<int> AddAllAsync(LibraryDb db, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var (last, count) = (0L, 0);
        while (await RecordRows.LoadAfterAsync(db, last, RecordsAtOnce, cancellationToken) is { Count: > 0 } records)
        {
            index.Apply(records.Where(r => r.Kind.IsPublication()).Select(r => (r.Id, (Document?)_documents.Of(r))), null);
            last = records[^1].Id;
            count += records.Count;
            progress?.Report(count);
        }
        return count;
    }

    private async Task<bool> ApplyAsync(CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System);
        await db.OpenForBulkAsync(cancellationToken);
        var entries = await FeedReader.ReadAfterAsync(db, index.Applied ?? 0, EntriesAtOnce, cancellationToken);
        if (entries.Count == 0)
            return false;
        var ids = await ChangedRecordsAsync(db, entries, cancellationToken);
        try
        {
            await ReplaceAsync(db, ids, cancellationToken);
            index.Apply([], entries[^1].Sequence);
        }
        catch
        {
            index.Rollback();
            throw;
        }
        _uncommitted += entries.Count;
        if (_uncommitted >= EntriesBetweenCommits)
            CommitPending();
        return entries.Count == EntriesAtOnce;
    }

    private void CommitPending()
    {
        if (_uncommitted > 0)
            index.Commit();
        _uncommitted = 0;
    }

    private static async Task<IReadOnlyCollection<long>> ChangedRecordsAsync(LibraryDb db, IReadOnlyList<ChangeFeedEntry> entries, CancellationToken cancellationToken)
    {
        var ids = entries.Where(e => e.Entity == nameof(BibliographicRecord)).Select(e => e.EntityId).ToHashSet();
        var items = entries.Where(e => e.Entity == nameof(Item)).Select(e => e.EntityId).Distinct().ToList();
        if (items.Count > 0)
            ids.UnionWith(await db.Items.Where(i => items.Contains(i.Id)).Select(i => i.RecordId).ToListAsync(cancellationToken));
        return ids;
    }

    private async Task ReplaceAsync(LibraryDb db, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        foreach (var some in ids.Order().Chunk(RecordsAtOnce))
        {
            var records = (await RecordRows.LoadAsync(db, some, cancellationToken)).Where(r => r.Kind.IsPublication()).ToDictionary(r => r.Id);
            index.Apply(some.Select(id => (id, records.TryGetValue(id, out var record) ? _documents.Of(record) : null)), index.Applied);
        }
    }
}
