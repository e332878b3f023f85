using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.ChangeFeed;
using Platform.Storage.SqlServer;

namespace Platform.Storage.ChangeFeed;

/// <summary>Reads the change feed in order, never past a number that is still to be committed.</summary>
public static class FeedReader
{
    /// <summary>The next entries after a sequence, oldest first.</summary>
    /// <param name="db">The database, as the platform itself sees it.</param>
    /// <param name="sequence">The last entry already read; 0 for the beginning.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<IReadOnlyList<ChangeFeedEntry>> ReadAfterAsync(LibraryDb db, long sequence, int count, CancellationToken cancellationToken) =>
        await Committed(db).AsNoTracking()
            .Where(entry => entry.Sequence > sequence)
            .OrderBy(entry => entry.Sequence)
            .Take(count)
            .ToListAsync(cancellationToken);

    /// <summary>The newest sequence that can be read; 0 when the feed is empty.</summary>
    public static async Task<long> LastAsync(LibraryDb db, CancellationToken cancellationToken) =>
        await Committed(db).MaxAsync(entry => (long?)entry.Sequence, cancellationToken) ?? 0;

    // SQLite has one writer: its numbers become visible in order. SQL Server hands out a number before the transaction that
    // uses it commits, so a reader stops below the oldest open one.
    private static IQueryable<ChangeFeedEntry> Committed(LibraryDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db is SqlServerLibraryDb
            ? db.ChangeFeed.FromSqlRaw("SELECT * FROM [ChangeFeed] WHERE [RowVersion] < MIN_ACTIVE_ROWVERSION()")
            : db.ChangeFeed;
    }
}
