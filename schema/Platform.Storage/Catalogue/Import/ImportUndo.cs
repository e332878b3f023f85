using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Import;
using Platform.Model.Catalogue.Mapping;
using Platform.Model.ChangeFeed;

namespace Platform.Storage.Catalogue.Import;

/// <summary>
/// Takes an import back: removes the copies and records it added and restores the descriptions it changed, in one transaction, or does
/// nothing where somebody has built on them since. Harvesters and the search index learn of it from the change feed.
/// </summary>
public sealed class ImportUndo(LibraryDbFactory databases, TimeProvider clock)
{
    /// <summary>Undoes a finished or broken-off import.</summary>
    /// <returns>Null when it is undone; otherwise why not.</returns>
    public async Task<ImportObstacle?> RunAsync(long batchId, CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var batch = await db.ImportBatches.FirstOrDefaultAsync(b => b.Id == batchId, cancellationToken);
        if (batch is null)
            return ImportObstacle.NoSuch(batchId);
        if (batch.State is not (ImportState.Running or ImportState.Finished or ImportState.Applying))
            return ImportObstacle.OfState(batch);
        if (await ObstacleAsync(db, batchId, cancellationToken) is { } obstacle)
            return obstacle;

        await RestoreAsync(db, batchId, cancellationToken);
        await RemoveAsync(db, batchId, cancellationToken);
        // What a review has not come to is not applied any more.
        await db.StagedRecords.Where(s => s.Line.BatchId == batchId).ExecuteDeleteAsync(cancellationToken);
        await db.ImportFileParts.Where(p => p.BatchId == batchId).ExecuteDeleteAsync(cancellationToken);
        (batch.State, batch.FinishedAt, batch.LeasedUntil) = (ImportState.Undone, clock.GetUtcNow(), null);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private static async Task<ImportObstacle?> ObstacleAsync(LibraryDb db, long batchId, CancellationToken cancellationToken)
    {
        var lent = await db.Loans.CountAsync(l => db.Items.Any(i => i.Id == l.ItemId && i.ImportBatchId == batchId), cancellationToken);
        if (lent > 0)
            return ImportObstacle.Of(batchId, ImportObstacleCode.CopiesLent, lent);
        var edited = await AddedBy(db, batchId).CountAsync(r => r.Version > 1, cancellationToken);
        if (edited > 0)
            return ImportObstacle.Of(batchId, ImportObstacleCode.AddedRecordsChanged, edited);
        var used = await db.Records.CountAsync(
            r => db.ImportLines.Any(l => l.BatchId == batchId && l.RecordId == r.Id && (l.Outcome == ImportOutcome.Added || l.Outcome == ImportOutcome.Revived))
                && r.Items.Any(i => i.ImportBatchId != batchId),
            cancellationToken);
        if (used > 0)
            return ImportObstacle.Of(batchId, ImportObstacleCode.RecordsHaveOtherCopies, used);
        var reworked = await db.ReplacedContents.CountAsync(
            c => c.BatchId == batchId && db.Records.Any(r => r.Id == c.RecordId && r.Version > c.VersionAfter)
                && !db.ReplacedContents.Any(later => later.BatchId == batchId && later.RecordId == c.RecordId && later.VersionAfter > c.VersionAfter),
            cancellationToken);
        return reworked > 0 ? ImportObstacle.Of(batchId, ImportObstacleCode.ChangedRecordsReworked, reworked) : null;
    }

    private async Task RestoreAsync(LibraryDb db, long batchId, CancellationToken cancellationToken)
    {
        // Where an import changed a record twice, the first change knows how it was.
        var replaced = (await db.ReplacedContents.AsNoTracking().Where(c => c.BatchId == batchId).OrderBy(c => c.Number).ToListAsync(cancellationToken)).DistinctBy(c => c.RecordId);
        foreach (var content in replaced)
        {
            var record = await db.Records.Include(r => r.Content).FirstAsync(r => r.Id == content.RecordId, cancellationToken);
            CatalogueMapping.Describe(record, new RecordContent { Format = content.Format, Bytes = content.Bytes }.ToMarc());
            (record.DeletedAt, record.UpdatedAt) = (content.DeletedAt, clock.GetUtcNow());
        }
        await db.SaveChangesAsync(cancellationToken);
        await db.ReplacedContents.Where(c => c.BatchId == batchId).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task RemoveAsync(LibraryDb db, long batchId, CancellationToken cancellationToken)
    {
        var items = db.Items.Where(i => i.ImportBatchId == batchId);
        var records = AddedBy(db, batchId);
        await AnnounceAsync(db, nameof(Item), items.Select(i => new Removed(i.Id, i.LibraryId)), cancellationToken);
        await AnnounceAsync(db, nameof(BibliographicRecord), records.Select(r => new Removed(r.Id, r.LibraryId)), cancellationToken);
        await items.ExecuteDeleteAsync(cancellationToken);
        await db.ClusterDecisions.Where(d => records.Any(r => r.Id == d.RecordId || r.Id == d.OtherId)).ExecuteDeleteAsync(cancellationToken);
        await records.ExecuteDeleteAsync(cancellationToken);
    }

    private async Task AnnounceAsync(LibraryDb db, string entity, IQueryable<Removed> rows, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        foreach (var row in await rows.ToListAsync(cancellationToken))
            db.ChangeFeed.Add(new ChangeFeedEntry
            {
                Entity = entity,
                EntityId = row.Id,
                Kind = ChangeKind.Deleted,
                LibraryId = row.LibraryId,
                Actor = db.Scope.Actor,
                At = at,
            });
        await db.SaveChangesAsync(cancellationToken);
    }

    private static IQueryable<BibliographicRecord> AddedBy(LibraryDb db, long batchId) =>
        db.Records.Where(r => db.ImportLines.Any(l => l.BatchId == batchId && l.RecordId == r.Id && l.Outcome == ImportOutcome.Added));

    private sealed record Removed(long Id, long LibraryId);
}
