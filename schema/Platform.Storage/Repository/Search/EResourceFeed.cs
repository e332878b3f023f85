using Lucene.Net.Documents;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.ChangeFeed;
using Platform.Model.Repository;
using Platform.Storage.ChangeFeed;

namespace Platform.Storage.Repository.Search;

/// <summary>Brings the index of e-resources to the state of the database: descriptions at once, the texts of files as they are read.</summary>
public sealed class EResourceFeed(LibraryDbFactory databases, EResourceIndex index, FileReadings readings)
{
    private const int EntriesAtOnce = 4000;
    private const int ResourcesAtOnce = 50;

    // At the start nobody knows; afterwards the feed tells.
    private bool _mayHaveUnread = true;

    /// <summary>Does one portion of what there is to do; false when there was nothing. Needs the right to write the index.</summary>
    public async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System with { Actor = "files" });
        if (index.Sequence is not { } sequence)
        {
            await RebuildAsync(db, cancellationToken);
            return true;
        }
        var entries = await FeedReader.ReadAfterAsync(db, sequence, EntriesAtOnce, cancellationToken);
        if (entries.Count > 0)
        {
            await FollowAsync(db, entries, cancellationToken);
            return true;
        }
        return _mayHaveUnread && await ReadOneAsync(db, sequence, cancellationToken);
    }

    private async Task RebuildAsync(LibraryDb db, CancellationToken cancellationToken)
    {
        // Changes made meanwhile come again from the feed.
        var sequence = await FeedReader.LastAsync(db, cancellationToken);
        await ReplaceAsync(db, await db.EResources.Select(r => r.Id).ToListAsync(cancellationToken), sequence, cancellationToken);
    }

    private async Task FollowAsync(LibraryDb db, IReadOnlyList<ChangeFeedEntry> entries, CancellationToken cancellationToken)
    {
        var files = IdsOf(entries, nameof(EResourceFile));
        var versions = IdsOf(entries, nameof(EResourceVersion));
        var ids = IdsOf(entries, nameof(EResource))
            .Concat(await db.EResourceVersions.Where(v => versions.Contains(v.Id) || v.Files.Any(f => files.Contains(f.Id))).Select(v => v.ResourceId).ToListAsync(cancellationToken))
            .Distinct().ToList();
        _mayHaveUnread |= files.Count > 0;
        await ReplaceAsync(db, ids, entries[^1].Sequence, cancellationToken);
    }

    private async Task<bool> ReadOneAsync(LibraryDb db, long sequence, CancellationToken cancellationToken)
    {
        if (await readings.ReadNextAsync(db, cancellationToken) is not { } contentId)
            return _mayHaveUnread = false;
        var ids = await db.EResourceFiles.Where(f => f.ContentId == contentId).Select(f => f.ResourceVersion.ResourceId).Distinct().ToListAsync(cancellationToken);
        await ReplaceAsync(db, ids, sequence, cancellationToken);
        return true;
    }

    private async Task ReplaceAsync(LibraryDb db, List<long> ids, long sequence, CancellationToken cancellationToken)
    {
        var documents = new List<(long, Document?)>();
        foreach (var some in ids.Chunk(ResourcesAtOnce))
        {
            var resources = await db.EResources.AsNoTracking().Where(r => some.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
            var texts = await db.EResourceFiles
                .Where(f => some.Contains(f.ResourceVersion.ResourceId)
                    && f.ResourceVersion.Number == (f.ResourceVersion.Resource.PublishedVersion ?? f.ResourceVersion.Resource.NewestVersion))
                .Join(db.FileReadings, f => f.ContentId, reading => reading.ContentId, (f, reading) => new { f.ResourceVersion.ResourceId, reading.Text })
                .Where(t => t.Text != null)
                .ToListAsync(cancellationToken);
            var textsOf = texts.ToLookup(t => t.ResourceId, t => t.Text!); // filtered
            documents.AddRange(some.Select(id => (id, resources.TryGetValue(id, out var resource) ? EResourceDocument.Of(resource, textsOf[id]) : null)));
        }
        index.Apply(documents, sequence);
    }

    private static List<long> IdsOf(IReadOnlyList<ChangeFeedEntry> entries, string entity) =>
        [.. entries.Where(entry => entry.Entity == entity).Select(entry => entry.EntityId).Distinct()];
}
