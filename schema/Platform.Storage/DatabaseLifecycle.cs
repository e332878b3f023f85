using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.Model.Access;

namespace Platform.Storage;

/// <summary>Brings the database to the schema of this version. SQLite migrates itself at start; SQL Server only when its operator says so.</summary>
public sealed class DatabaseLifecycle(LibraryDbFactory databases, IOptions<StorageOptions> options)
{
    /// <summary>What a host does at start: migrates SQLite, refuses to start on a SQL Server database that lags behind.</summary>
    /// <exception cref="DatabaseNotReadyException">The SQL Server database lacks migrations.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Database is DatabaseProvider.Sqlite)
        {
            await MigrateAsync(cancellationToken);
            return;
        }
        var pending = await PendingAsync(cancellationToken);
        if (pending.Count > 0)
            throw new DatabaseNotReadyException($"The database lacks {pending.Count} migrations, first '{pending[0]}': run 'platform db migrate'.");
    }

    /// <summary>Applies all pending migrations; switches SQLite's file to write-ahead logging and lets SQL Server's reports read one state of the data.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System);
        // Asked first: migrating compares the whole model with the last migration's, a tenth of a start at which nothing is to be done.
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            await db.Database.MigrateAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync(
            options.Value.Database is DatabaseProvider.Sqlite ? "PRAGMA journal_mode = WAL;" : "ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON;",
            cancellationToken);
    }

    /// <summary>Names of the migrations that the database lacks, oldest first.</summary>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System);
        return [.. await db.Database.GetPendingMigrationsAsync(cancellationToken)];
    }
}

/// <summary>The database cannot be used by this version as it is; the message says what its operator should do.</summary>
public sealed class DatabaseNotReadyException(string message) : Exception(message);
