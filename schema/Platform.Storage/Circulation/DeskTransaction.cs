using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Patrons;

namespace Platform.Storage.Circulation;

/// <summary>
/// One desk operation: reads, decision and save in one transaction. SQLite takes its writer lock at the start (BEGIN IMMEDIATE);
/// SQL Server locks the rows that the decision depends on.
/// </summary>
internal sealed class DeskTransaction : IAsyncDisposable
{
    private readonly LibraryDb _db;
    private readonly IDbContextTransaction? _own;

    private DeskTransaction(LibraryDb db, IDbContextTransaction? own) => (_db, _own) = (db, own);

    /// <summary>Begins; joins the transaction that the caller has opened already, if any.</summary>
    /// <exception cref="UnauthorizedAccessException">The scope may not work at this library's desk: the caller forgot to check.</exception>
    public static Task<DeskTransaction> BeginAsync(LibraryDb db, long libraryId, CancellationToken cancellationToken) =>
        BeginAsync(db, Permission.Circulate, libraryId, cancellationToken);

    /// <summary>Begins a work that needs another permission than the desk's.</summary>
    /// <exception cref="UnauthorizedAccessException">The scope lacks the permission for this library: the caller forgot to check.</exception>
    public static async Task<DeskTransaction> BeginAsync(LibraryDb db, Permission permission, long libraryId, CancellationToken cancellationToken)
    {
        if (!db.Scope.May(permission, libraryId))
            throw new UnauthorizedAccessException($"The scope has no permission {permission} for library {libraryId}.");
        return new DeskTransaction(db, db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null);
    }

    /// <summary>
    /// Keeps other desks from deciding about these items and patrons until the end; before anything is read.
    /// Always items before patrons: one order, no deadlock.
    /// </summary>
    public async Task LockAsync(IQueryable<Item> items, IQueryable<Patron> patrons, CancellationToken cancellationToken)
    {
        await LockAsync(items, cancellationToken);
        if (!_db.Database.IsSqlite())
            await patrons.ExecuteUpdateAsync(set => set.SetProperty(p => p.Version, p => p.Version), cancellationToken);
    }

    /// <summary>Keeps other desks from deciding about these items until the end; before anything is read.</summary>
    public async Task LockAsync(IQueryable<Item> items, CancellationToken cancellationToken)
    {
        if (!_db.Database.IsSqlite())
            await items.ExecuteUpdateAsync(set => set.SetProperty(i => i.Version, i => i.Version), cancellationToken);
    }

    /// <summary>Saves what was decided and commits it.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        await _db.SaveChangesAsync(cancellationToken);
        if (_own is not null)
            await _own.CommitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_own is not null)
            await _own.DisposeAsync();
    }
}
