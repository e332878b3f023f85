using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Mapping;
using Platform.Model.ChangeFeed;
using Platform.Storage.ChangeFeed;

namespace Platform.Storage.Catalogue.Search;

/// <summary>Brings the index to the state of the database: from the change feed, or from all records when there is no index.</summary>
public sealed class IndexFeed(LibraryDbFactory databases, SearchIndex index)
{
    private const int EntriesAtOnce = 4000;
    private const int RecordsAtOnce = 2000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly RecordDocument _documents = new();

    /// <summary>
    /// Applies what the feed has beyond the index, one portion; builds the index first when there is none. True when something was
    /// applied and there may be more. Needs the right to write.
    /// </summary>
    public async Task<bool> CatchUpAsync(CancellationToken cancellationToken)
    {
        if (index.Sequence is not { } sequence)
        {
            await RebuildAsync(null, cancellationToken);
            return true;
        }
        await using var db = databases.For(Scope.System);
        var entries = await FeedReader.ReadAfterAsync(db, sequence, EntriesAtOnce, cancellationToken);
        if (entries.Count == 0)
            return false;
        var ids = await ChangedRecordsAsync(db, entries, cancellationToken);
        await ReplaceAsync(db, ids, cancellationToken);
        index.Commit(entries[^1].Sequence);
        return true;
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
        while (true)
        {
            var isLast = work.IsCompleted;
            if (await CatchUpAsync(cancellationToken))
                continue;
            if (isLast)
                break;
            await Task.WhenAny(work, Task.Delay(Pause, cancellationToken));
        }
        index.CloseWriter();
    }

    /// <summary>Builds the index anew from all records; until it is done, the old one answers.</summary>
    /// <returns>How many records it holds.</returns>
    public async Task<int> RebuildAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System);
        // Changes made while the records are read come again from the feed: applying one twice changes nothing.
        var sequence = await FeedReader.LastAsync(db, cancellationToken);
        index.Clear();
        var (last, count) = (0L, 0);
        while (await RecordRows.LoadAfterAsync(db, last, RecordsAtOnce, cancellationToken) is { Count: > 0 } records)
        {
            index.Add(records.Where(r => r.Kind.IsPublication()).Select(_documents.Of));
            last = records[^1].Id;
            count += records.Count;
            progress?.Report(count);
        }
        index.Commit(sequence);
        return count;
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
        foreach (var some in ids.Chunk(RecordsAtOnce))
        {
            var records = (await RecordRows.LoadAsync(db, some, cancellationToken)).Where(r => r.Kind.IsPublication()).ToDictionary(r => r.Id);
            index.Replace(some.Select(id => (id, records.TryGetValue(id, out var record) ? _documents.Of(record) : null)));
        }
    }
}
