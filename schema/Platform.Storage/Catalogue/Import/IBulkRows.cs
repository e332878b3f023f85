using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Import;
using Platform.Storage.Sqlite;

namespace Platform.Storage.Catalogue.Import;

/// <summary>Saves many new rows at once in the running transaction, each database in the way that is fast on it; the rows are the same.</summary>
internal interface IBulkRows : IDisposable
{
    /// <summary>Saves records with their content, their copies and the change feed of both; gives their keys in the same order.</summary>
    Task<IReadOnlyList<long>> InsertAsync(IReadOnlyList<BibliographicRecord> records, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Saves copies of records that are there, with their change feed.</summary>
    Task InsertAsync(IReadOnlyList<Item> items, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Saves lines of an import.</summary>
    Task InsertAsync(IReadOnlyList<ImportLine> lines, CancellationToken cancellationToken);
}

/// <summary>Chooses the way.</summary>
internal static class BulkRows
{
    /// <summary>The way for the context's database.</summary>
    public static IBulkRows For(LibraryDb db) => db is SqliteLibraryDb ? new SqliteBulkRows(db) : new TrackedBulkRows(db);
}
