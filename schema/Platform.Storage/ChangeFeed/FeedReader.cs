using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.ChangeFeed;
using Platform.Storage.SqlServer;

namespace Platform.Storage.ChangeFeed;

/// <summary>Reads the change feed in order, never past a number that is still to be committed.</summary>
public static class FeedReader
{
    private const int NewestLookedAt = 1_000;

    /// <summary>The next entries after a sequence, oldest first.</summary>
    /// <param name="db">The database, as the platform itself sees it.</param>
    /// <param name="sequence">The last entry already read; 0 for the beginning.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<IReadOnlyList<ChangeFeedEntry>> ReadAfterAsync(LibraryDb db, long sequence, int count, CancellationToken cancellationToken)
    {
        var entries = await Committed(db).AsNoTracking()
            .Where(entry => entry.Sequence > sequence)
            .OrderBy(entry => entry.Sequence)
            .Take(count)
            .ToListAsync(cancellationToken);
        return HasGaps(db) ? entries[..FeedGaps.Settled(sequence, entries, db.Now)] : entries;
    }

    /// <summary>The newest sequence that can be read; 0 when the feed is empty.</summary>
    public static async Task<long> LastAsync(LibraryDb db, CancellationToken cancellationToken)
    {
        if (!HasGaps(db))
            return await Committed(db).MaxAsync(entry => (long?)entry.Sequence, cancellationToken) ?? 0;
        var newest = await Committed(db).AsNoTracking().OrderByDescending(entry => entry.Sequence).Take(NewestLookedAt).ToListAsync(cancellationToken);
        newest.Reverse();
        var settled = newest.Count == 0 ? 0 : FeedGaps.Settled(newest[0].Sequence - 1, newest, db.Now);
        return settled == 0 ? 0 : newest[settled - 1].Sequence;
    }

    // SQLite has one writer: its numbers become visible in order, and a number that was given up is given out again.
    private static bool HasGaps(LibraryDb db) => db is SqlServerLibraryDb;

    // SQL Server hands out a number before the transaction that uses it commits, so a reader stops below the oldest open one. Between
    // the number and the row version that this rule looks at lies a moment: see FeedGaps.
    internal static IQueryable<ChangeFeedEntry> Committed(LibraryDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return HasGaps(db)
            ? db.ChangeFeed.FromSqlRaw("SELECT * FROM [ChangeFeed] WHERE [RowVersion] < MIN_ACTIVE_ROWVERSION()")
            : db.ChangeFeed;
    }
}
