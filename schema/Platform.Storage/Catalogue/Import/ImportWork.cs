using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue.Import;

namespace Platform.Storage.Catalogue.Import;

/// <summary>
/// Reads and applies imports under review, one after the other. Whoever works on one holds it under a lease that each chunk prolongs:
/// what a process that died had begun, another one goes on with.
/// </summary>
public sealed class ImportWork(LibraryDbFactory databases, ImportStaging staging, TimeProvider clock)
{
    /// <summary>How long nobody else takes over an import that somebody works on.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>Takes the next step that waits.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System);
        await db.OpenForBulkAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var batch = await db.ImportBatches
            .Where(b => (b.State == ImportState.Received || b.State == ImportState.Applying) && (b.LeasedUntil == null || b.LeasedUntil < now))
            .OrderBy(b => b.Id).FirstOrDefaultAsync(cancellationToken);
        if (batch is null)
            return false;
        await RunAsync(db, batch, null, cancellationToken);
        return true;
    }

    /// <summary>Takes the step that an import waits for, whoever held it before; nothing when it waits for none.</summary>
    public async Task RunAsync(long batchId, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System);
        await db.OpenForBulkAsync(cancellationToken);
        var batch = await db.ImportBatches.FirstAsync(b => b.Id == batchId, cancellationToken);
        if (batch.State is ImportState.Received or ImportState.Applying)
            await RunAsync(db, batch, progress, cancellationToken);
    }

    private async Task RunAsync(LibraryDb db, ImportBatch batch, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            batch.LeasedUntil = clock.GetUtcNow() + Lease;
            await db.SaveChangesAsync(cancellationToken);
            if (batch.State is ImportState.Received)
            {
                await staging.ReadAsync(db, batch, progress, cancellationToken);
                return;
            }
            using var apply = new StagedApply(db, batch, clock);
            await apply.RunAsync(progress, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another process has it, or it was thrown away or undone: what is saved is whole.
        }
        catch (OperationCanceledException)
        {
            await db.ImportBatches.Where(b => b.Id == batch.Id).ExecuteUpdateAsync(set => set.SetProperty(b => b.LeasedUntil, (DateTimeOffset?)null), CancellationToken.None);
            throw;
        }
    }
}
