using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Platform.Model;

namespace Platform.Storage;

/// <summary>Reads that span several queries and must see one state of the data, without holding up the desks.</summary>
public static class ConsistentRead
{
    /// <summary>Begins a transaction whose queries all see the database as it is now: SQLite's deferred one, SQL Server's snapshot isolation.</summary>
    public static async Task<IDbContextTransaction> BeginConsistentReadAsync(this LibraryDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (db.Database.GetDbConnection() is not SqliteConnection sqlite)
            return await db.Database.BeginTransactionAsync(IsolationLevel.Snapshot, cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        // Entity Framework would begin an immediate transaction, which takes the only writer's place.
        var transaction = sqlite.BeginTransaction(deferred: true);
        return await db.Database.UseTransactionAsync(transaction, cancellationToken)
            ?? throw new InvalidOperationException("The context did not take the transaction.");
    }
}
