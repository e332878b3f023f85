using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue.Import;

namespace Platform.Storage.Catalogue.Import;

/// <summary>The counts that a batch keeps of its lines.</summary>
internal static class BatchCounts
{
    /// <summary>Adds what was decided on a chunk.</summary>
    public static void Count(this ImportBatch batch, IEnumerable<ImportDecision> decisions)
    {
        foreach (var decision in decisions)
        {
            batch.Added += decision.Outcome is ImportOutcome.Added or ImportOutcome.Revived ? 1 : 0;
            batch.Identical += decision.Outcome is ImportOutcome.Identical ? 1 : 0;
            batch.Matched += decision.IsMatch ? 1 : 0;
            batch.Rejected += decision.Outcome is ImportOutcome.Rejected ? 1 : 0;
            batch.Repaired += decision.Read.IsRepaired ? 1 : 0;
            batch.ItemsAdded += decision.Items.Count;
            batch.ItemsRejected += decision.RefusedItems;
        }
    }

    /// <summary>Begins at nothing again.</summary>
    public static void Reset(this ImportBatch batch) =>
        (batch.Position, batch.Percent, batch.Added, batch.Identical, batch.Matched, batch.Repaired, batch.Rejected, batch.ItemsAdded, batch.ItemsRejected) = (0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Counts the lines of a review anew, as they are decided now.</summary>
    public static async Task CountAnewAsync(this ImportBatch batch, LibraryDb db, CancellationToken cancellationToken)
    {
        var counts = await db.ImportLines.Where(l => l.BatchId == batch.Id)
            .GroupBy(l => l.Outcome)
            .Select(g => new { Outcome = g.Key, Lines = g.Count(), Copies = g.Sum(l => l.Copies) })
            .ToListAsync(cancellationToken);
        batch.Added = LinesOf(ImportOutcome.Added, ImportOutcome.Revived);
        batch.Identical = LinesOf(ImportOutcome.Identical);
        batch.Matched = LinesOf(ImportOutcome.Skipped, ImportOutcome.Overlaid, ImportOutcome.Merged);
        batch.Rejected = LinesOf(ImportOutcome.Rejected);
        batch.ItemsAdded = counts.Where(c => c.Outcome is not (ImportOutcome.Identical or ImportOutcome.Rejected)).Sum(c => c.Copies);

        int LinesOf(params ImportOutcome[] outcomes) => counts.Where(c => outcomes.Contains(c.Outcome)).Sum(c => c.Lines);
    }
}
