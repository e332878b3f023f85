using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Platform.Model;
using Platform.Model.Access;

namespace Platform.Storage;

/// <summary>
/// Contexts that all see the database as it was at one moment, so that cores can read it at once. There is always one; more on SQLite alone,
/// where a commit between their beginnings can be told. Nobody who writes waits for them.
/// </summary>
public sealed class ConsistentReaders : IAsyncDisposable
{
    private const int Attempts = 3;
    private const int Most = 4;
    private readonly List<LibraryDb> _databases = [];

    private ConsistentReaders()
    {
    }

    /// <summary>The contexts; each serves one reading at a time.</summary>
    public IReadOnlyList<LibraryDb> Databases => _databases;

    /// <summary>Opens a context for each core, four at most.</summary>
    public static async Task<ConsistentReaders> OpenAsync(LibraryDbFactory databases, Scope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(databases);
        var readers = new ConsistentReaders();
        try
        {
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                if (await readers.BeginAsync(databases, scope, Math.Min(Environment.ProcessorCount, Most), cancellationToken))
                    return readers;
                await readers.DisposeAsync();
            }
            await readers.BeginAsync(databases, scope, 1, cancellationToken);
            return readers;
        }
        catch
        {
            await readers.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the readings.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var db in _databases)
            await db.DisposeAsync();
        _databases.Clear();
    }

    // False when somebody committed between the first beginning and the last: then they may not see the same.
    private async Task<bool> BeginAsync(LibraryDbFactory databases, Scope scope, int count, CancellationToken cancellationToken)
    {
        await using var witness = databases.For(scope);
        if (count is 1 || witness.Database.GetDbConnection() is not SqliteConnection)
        {
            await BeginOneAsync(databases, scope, cancellationToken);
            return true;
        }
        await witness.Database.OpenConnectionAsync(cancellationToken);
        var before = await DataVersionAsync(witness, cancellationToken);
        for (var reader = 0; reader < count; reader++)
        {
            await BeginOneAsync(databases, scope, cancellationToken);
            // A deferred transaction sees the state of its first reading, not of its beginning.
            await ScalarAsync(_databases[^1], "SELECT COUNT(*) FROM sqlite_schema", cancellationToken);
        }
        return await DataVersionAsync(witness, cancellationToken) == before;
    }

    private async Task BeginOneAsync(LibraryDbFactory databases, Scope scope, CancellationToken cancellationToken)
    {
        _databases.Add(databases.For(scope));
        await _databases[^1].BeginConsistentReadAsync(cancellationToken); // ends with its context
    }

    // sqlite.org/pragma.html#pragma_data_version: differs when another connection has committed since it was asked last.
    private static Task<long> DataVersionAsync(LibraryDb db, CancellationToken cancellationToken) => ScalarAsync(db, "PRAGMA data_version", cancellationToken);

    private static async Task<long> ScalarAsync(LibraryDb db, string sql, CancellationToken cancellationToken)
    {
        var sqlite = (SqliteConnection)db.Database.GetDbConnection();
        await using var command = sqlite.CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction is { } current ? (SqliteTransaction)current.GetDbTransaction() : null;
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!; // both give a number
    }
}
