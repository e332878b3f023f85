using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Storage.Sqlite;

namespace Platform.Storage;

/// <summary>Opens a context's connection for work on very many rows.</summary>
internal static class BulkConnection
{
    // Pages are not mapped: a process would seem to hold as much of the database as it has touched. They are written to the database
    // file less often: an import touches the same index pages again and again.
    private const string Pragmas = """
        PRAGMA mmap_size = 0;
        PRAGMA cache_size = -32000;
        PRAGMA wal_autocheckpoint = 16000;
        """;

    /// <summary>Opens the connection and keeps it open as long as the context lives; on SQLite with settings for bulk work, which last until it is closed.</summary>
    public static async Task OpenForBulkAsync(this LibraryDb db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        if (db is SqliteLibraryDb)
            await db.Database.ExecuteSqlRawAsync(Pragmas, cancellationToken);
    }
}
