using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Import;

namespace Platform.Storage.Catalogue.Import;

/// <summary>
/// Takes an import's chunks one after the other: looks up what the library has, decides on each record, and saves rows, change feed,
/// lines and the batch's position in one transaction. In a dry run it only decides, and remembers what it would have saved.
/// </summary>
internal sealed class ChunkImport(LibraryDb db, ImportBatch batch, TimeProvider clock, bool isDryRun) : IDisposable
{
    private readonly KnownRows _known = new(db, batch.LibraryId, remembers: isDryRun);
    private readonly IBulkRows _rows = BulkRows.For(db);
    private readonly List<ImportRemark> _remarks = [];

    public IReadOnlyList<ImportRemark> Remarks => _remarks;

    public async Task TakeAsync(IReadOnlyList<ReadRecord> chunk, CancellationToken cancellationToken)
    {
        await using var transaction = isDryRun ? null : await db.Database.BeginTransactionAsync(cancellationToken);
        await _known.LoadAsync(chunk, cancellationToken);
        var decisions = chunk.Select(Decide).ToList();
        Count(decisions);
        batch.Position = chunk[^1].Number;
        if (transaction is null)
            return;
        await SaveAsync(decisions, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        if (isDryRun)
            return;
        batch.State = ImportState.Finished;
        batch.FinishedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
    }

    public void Dispose() => _rows.Dispose();

    private ImportDecision Decide(ReadRecord read)
    {
        if (read.Record is not { } record)
            return new ImportDecision(read, ImportOutcome.Rejected, [], []);
        if (_known.RecordWith(record.Fingerprint) is not null)
            return new ImportDecision(read, ImportOutcome.Identical, [], []);
        _known.Add(record.Fingerprint);
        var (items, refused) = (new List<Item>(), new List<string>());
        foreach (var described in read.Items)
        {
            if (_known.RefusalOf(described) is { } refusal)
                refused.Add(refusal);
            else
                items.Add(described.ToItem(batch.LibraryId, record.Kind, clock.Today()));
        }
        return new ImportDecision(read, ImportOutcome.Added, items, refused);
    }

    private void Count(List<ImportDecision> decisions)
    {
        foreach (var decision in decisions)
        {
            batch.Added += decision.Outcome is ImportOutcome.Added ? 1 : 0;
            batch.Identical += decision.Outcome is ImportOutcome.Identical ? 1 : 0;
            batch.Rejected += decision.Outcome is ImportOutcome.Rejected ? 1 : 0;
            batch.Repaired += decision.Read.IsRepaired ? 1 : 0;
            batch.ItemsAdded += decision.Items.Count;
            batch.ItemsRejected += decision.RefusedItems.Count;
            if (decision.Remark is { } remark && _remarks.Count < RecordImport.MaxRemarks)
                _remarks.Add(new ImportRemark(decision.Read.Number, decision.Outcome, remark));
        }
    }

    private async Task SaveAsync(List<ImportDecision> decisions, CancellationToken cancellationToken)
    {
        var added = decisions.Where(d => d.Outcome is ImportOutcome.Added).ToList();
        var ids = await _rows.InsertAsync([.. added.Select(d => d.ToRecord())], clock.GetUtcNow(), cancellationToken);
        for (var i = 0; i < added.Count; i++)
            _known.Set(added[i].Read.Record!.Fingerprint, ids[i]); // an added record was read
        await _rows.InsertAsync([.. decisions.Select(LineOf)], cancellationToken);
    }

    private ImportLine LineOf(ImportDecision decision) => new()
    {
        BatchId = batch.Id,
        Number = decision.Read.Number,
        Outcome = decision.Outcome,
        RecordId = decision.Read.Record is { } record ? _known.RecordWith(record.Fingerprint) : null,
        Remark = decision.Remark,
    };
}
