using Platform.Model;
using Platform.Model.ChangeFeed;
using Platform.Storage.Sqlite;

namespace Platform.Storage;

/// <summary>Saves thousands of new rows of one entity in the running transaction, with their change feed, each database in the way that is fast on it.</summary>
internal static class ManyRows
{
    /// <summary>Saves the rows; their keys are made by the database and not read back.</summary>
    public static async Task SaveAsync<T>(LibraryDb db, IEnumerable<T> rows, DateTimeOffset at, CancellationToken cancellationToken)
        where T : class, IFeedSubject, ILibraryOwned
    {
        if (db is SqliteLibraryDb)
        {
            InsertEach(db, rows, at);
            return;
        }
        db.AddRange(rows);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    // Change tracking would be most of the cost; SQLite works in this thread whatever the call is named.
    private static void InsertEach<T>(LibraryDb db, IEnumerable<T> rows, DateTimeOffset at)
        where T : class, IFeedSubject, ILibraryOwned
    {
        var (table, feed) = (new RowInsert<T>(db), new RowInsert<ChangeFeedEntry>(db));
        foreach (var row in rows)
        {
            if (row is IVersioned versioned)
                versioned.Version = 1;
            feed.Insert(new ChangeFeedEntry
            {
                Entity = typeof(T).Name,
                EntityId = table.Insert(row),
                Kind = ChangeKind.Created,
                LibraryId = row.LibraryId,
                Actor = db.Scope.Actor,
                At = at,
            });
        }
    }
}
