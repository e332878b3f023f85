using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Import;

namespace Platform.Storage.Catalogue.Import;

/// <summary>Saves rows as every other save does, through the context, and lets go of them afterwards: SQL Server takes them in batches of its own.</summary>
internal sealed class TrackedBulkRows(LibraryDb db) : IBulkRows
{
    public async Task<IReadOnlyList<long>> InsertAsync(IReadOnlyList<BibliographicRecord> records, DateTimeOffset at, CancellationToken cancellationToken)
    {
        db.Records.AddRange(records);
        await SaveAsync(cancellationToken);
        return [.. records.Select(record => record.Id)];
    }

    public async Task InsertAsync(IReadOnlyList<Item> items, DateTimeOffset at, CancellationToken cancellationToken)
    {
        db.Items.AddRange(items);
        await SaveAsync(cancellationToken);
    }

    public async Task InsertAsync(IReadOnlyList<ImportLine> lines, CancellationToken cancellationToken)
    {
        db.ImportLines.AddRange(lines);
        await SaveAsync(cancellationToken);
    }

    public void Dispose()
    {
        // nothing is held beside the context
    }

    // The batch itself stays tracked: its counts are saved with every chunk.
    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.Entity is not ImportBatch).ToList())
            entry.State = EntityState.Detached;
    }
}
