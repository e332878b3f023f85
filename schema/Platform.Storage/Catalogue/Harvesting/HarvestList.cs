using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.ChangeFeed;
using Platform.Model.Repository;
using Platform.Storage.ChangeFeed;

namespace Platform.Storage.Catalogue.Harvesting;

/// <summary>
/// What a harvester is told: every record and every e-resource that was ever published once, at the place of its last change in the change feed, deleted ones too. A place is a
/// position in the feed, so a list can be broken off and gone on with at any time: a record that changes meanwhile moves behind the
/// place reached and is told again, and none is passed over.
/// </summary>
public sealed class HarvestList(LibraryDb db)
{
    private const string Record = nameof(BibliographicRecord);
    private const string Resource = nameof(EResource);

    // Entries of two nodes may stand in the feed a little out of the order of their clocks.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    // Fewer entries than this are looked through as fast as they are halved.
    private const long ShortStretch = 500;

    /// <summary>The last changes of records after a place of the feed, in its order.</summary>
    /// <param name="window">Which of them.</param>
    /// <param name="after">The sequence of the last one told; 0 for the beginning.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<ChangeFeedEntry>> ReadAfterAsync(HarvestWindow window, long after, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(window);
        var last = await FeedReader.LastAsync(db, cancellationToken);
        if (window.From is { } first)
            after = Math.Max(after, await PlaceBeforeAsync(first - ClockSkew, last, cancellationToken));
        // Each kind by its own index; the two lists are put together here.
        var records = await In(window, Latest(Record), after, last).Take(count).ToListAsync(cancellationToken);
        var resources = await In(window, Published(), after, last).Take(count).ToListAsync(cancellationToken);
        return [.. records.Concat(resources).OrderBy(entry => entry.Sequence).Take(count)];
    }

    private static IQueryable<ChangeFeedEntry> In(HarvestWindow window, IQueryable<ChangeFeedEntry> latest, long after, long last)
    {
        var entries = latest.Where(entry => entry.Sequence > after && entry.Sequence <= last);
        if (window.LibraryId is { } library)
            entries = entries.Where(entry => entry.LibraryId == library);
        if (window.From is { } from)
            entries = entries.Where(entry => entry.At >= from);
        if (window.Before is { } before)
            entries = entries.Where(entry => entry.At < before);
        return entries.OrderBy(entry => entry.Sequence);
    }

    /// <summary>The last change of a record, or of an e-resource; null when there never was such a one.</summary>
    public Task<ChangeFeedEntry?> OfAsync(string entity, long id, CancellationToken cancellationToken) =>
        (entity == Resource ? Published() : Latest(Record)).FirstOrDefaultAsync(entry => entry.EntityId == id, cancellationToken);

    /// <summary>When the oldest change was made; null when there is none.</summary>
    public Task<DateTimeOffset?> BeginningAsync(CancellationToken cancellationToken) =>
        db.ChangeFeed.Where(entry => entry.Entity == Record).OrderBy(entry => entry.Sequence).Select(entry => (DateTimeOffset?)entry.At).FirstOrDefaultAsync(cancellationToken);

    private IQueryable<ChangeFeedEntry> Latest(string entity) => FeedReader.Committed(db).AsNoTracking()
        .Where(entry => entry.Entity == entity
            && !db.ChangeFeed.Any(later => later.Entity == entity && later.EntityId == entry.EntityId && later.Sequence > entry.Sequence));

    // Also those withdrawn since and those that the caller does not see: whoever has one from before must learn that it is gone. A draft is nobody's business.
    private IQueryable<ChangeFeedEntry> Published() =>
        Latest(Resource).Where(entry => db.EResources.IgnoreQueryFilters().Any(r => r.Id == entry.EntityId && r.PublishedOn != null));

    // The feed grows with the clock, so the place of an instant is found by halving: no index is kept for it.
    private async Task<long> PlaceBeforeAsync(DateTimeOffset instant, long last, CancellationToken cancellationToken)
    {
        var (low, high) = (0L, last);
        while (high - low > ShortStretch)
        {
            var middle = low + (high - low) / 2;
            var at = await db.ChangeFeed.Where(entry => entry.Sequence > middle).OrderBy(entry => entry.Sequence).Select(entry => entry.At).FirstAsync(cancellationToken);
            (low, high) = at < instant ? (middle, high) : (low, middle);
        }
        return low;
    }
}

/// <summary>Which records are told; null bounds nothing.</summary>
/// <param name="LibraryId">The library that catalogued them.</param>
/// <param name="From">The first instant of the last change.</param>
/// <param name="Before">The instant before which the last change was made.</param>
public sealed record HarvestWindow(long? LibraryId, DateTimeOffset? From, DateTimeOffset? Before);
