using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue.Import;

namespace Platform.Storage.Catalogue.Import;

/// <summary>What a person does with an import under review. The caller has checked that the person may, and that the import waits for it.</summary>
public static class ImportReview
{
    /// <summary>Decides what becomes of lines; those to which the decision cannot apply stay as they are.</summary>
    /// <param name="db">The caller's database.</param>
    /// <param name="batch">The import, tracked.</param>
    /// <param name="lines">The lines that are meant; others than the import's are left out.</param>
    /// <param name="choice">The decision.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>How many lines were decided.</returns>
    public static async Task<int> DecideAsync(LibraryDb db, ImportBatch batch, IQueryable<ImportLine> lines, ImportChoice choice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(batch);
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        var open = lines.Where(l => l.BatchId == batch.Id && l.Outcome != ImportOutcome.Identical && db.StagedRecords.Any(s => s.LineId == l.Id));
        // The description of a record of the same file is not changed: it is not in the catalogue yet.
        open = choice switch
        {
            ImportChoice.Overlay or ImportChoice.Merge => open.Where(l => l.MatchedRecordId != null && l.Outcome != ImportOutcome.Revived),
            ImportChoice.Skip => open.Where(l => (l.MatchedRecordId != null || l.SameAsNumber != null) && l.Outcome != ImportOutcome.Revived),
            _ => open,
        };
        var outcome = choice switch
        {
            ImportChoice.Add => ImportOutcome.Added,
            ImportChoice.Skip => ImportOutcome.Skipped,
            ImportChoice.Overlay => ImportOutcome.Overlaid,
            ImportChoice.Merge => ImportOutcome.Merged,
            _ => ImportOutcome.Rejected,
        };
        var decided = await open.ExecuteUpdateAsync(set => set.SetProperty(l => l.Outcome, outcome), cancellationToken);
        await batch.CountAnewAsync(db, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (transaction is not null)
            await transaction.CommitAsync(cancellationToken);
        return decided;
    }

    /// <summary>Reads a register again, its columns assigned.</summary>
    public static Task AssignAsync(LibraryDb db, ImportBatch batch, IEnumerable<RegisterColumn> columns, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(batch);
        batch.Reset();
        (batch.Columns, batch.State, batch.Fault, batch.Total) = (string.Join(',', columns), ImportState.Received, null, 0);
        return db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Begins to do what was decided; <see cref="ImportWork"/> does it.</summary>
    public static Task ApplyAsync(LibraryDb db, ImportBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(batch);
        batch.Reset();
        batch.State = ImportState.Applying;
        return db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Throws an import away of which nothing is in the catalogue.</summary>
    public static async Task DiscardAsync(LibraryDb db, ImportBatch batch, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(batch);
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        batch.Reset();
        (batch.State, batch.FinishedAt, batch.Sample, batch.LeasedUntil) = (ImportState.Discarded, at, null, null);
        await db.SaveChangesAsync(cancellationToken); // first: it waits for whoever reads the file, and ends that
        await db.ImportLines.Where(l => l.BatchId == batch.Id).ExecuteDeleteAsync(cancellationToken);
        await db.ImportFileParts.Where(p => p.BatchId == batch.Id).ExecuteDeleteAsync(cancellationToken);
        if (transaction is not null)
            await transaction.CommitAsync(cancellationToken);
    }
}
