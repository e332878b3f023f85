using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Import;
using Platform.Model.Catalogue.Mapping;

namespace Platform.Storage.Catalogue.Import;

/// <summary>
/// Takes an import's chunks one after the other: looks up what the library has, decides on each record, and saves rows, change feed,
/// lines and the batch's position in one transaction. In a dry run it only decides, and remembers what it would have saved.
/// </summary>
internal sealed class ChunkImport : IDisposable
{
    private readonly LibraryDb _db;
    private readonly ImportBatch _batch;
    private readonly TimeProvider _clock;
    private readonly bool _isDryRun;
    private readonly KnownRows _known;
    private readonly KnownMatches _matches;
    private readonly ImportRules _rules;
    private readonly IBulkRows _rows;
    private readonly List<ImportRemark> _remarks = [];

    public ChunkImport(LibraryDb db, ImportBatch batch, TimeProvider clock, ImportRequest request)
    {
        (_db, _batch, _clock, _isDryRun) = (db, batch, clock, request.IsDryRun);
        _known = new KnownRows(db, batch.LibraryId, remembers: _isDryRun);
        _matches = new KnownMatches(db, remembers: _isDryRun);
        _rules = new ImportRules(batch, _known, _matches, request.OnMatch, clock.Today());
        _rows = BulkRows.For(db);
        LooksForMatches = request.OnMatch is not MatchPolicy.Add;
    }

    public IReadOnlyList<ImportRemark> Remarks => _remarks;

    private bool LooksForMatches { get; }

    public async Task TakeAsync(IReadOnlyList<ReadRecord> chunk, CancellationToken cancellationToken)
    {
        await using var transaction = _isDryRun ? null : await _db.Database.BeginTransactionAsync(cancellationToken);
        await _known.LoadAsync(chunk, cancellationToken);
        if (LooksForMatches)
            await _matches.LoadAsync(chunk, cancellationToken);
        var decisions = chunk.Select(_rules.Decide).ToList();
        if (transaction is not null)
            await SaveAsync(decisions, cancellationToken);
        Count(decisions);
        _batch.Position = chunk[^1].Number;
        if (transaction is null)
            return;
        await _db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        if (_isDryRun)
            return;
        _batch.State = ImportState.Finished;
        _batch.FinishedAt = _clock.GetUtcNow();
        await _db.SaveChangesAsync(cancellationToken);
    }

    public void Dispose() => _rows.Dispose();

    private void Count(List<ImportDecision> decisions)
    {
        foreach (var decision in decisions)
        {
            _batch.Added += decision.Outcome is ImportOutcome.Added ? 1 : 0;
            _batch.Identical += decision.Outcome is ImportOutcome.Identical ? 1 : 0;
            _batch.Matched += decision.Outcome is ImportOutcome.Skipped or ImportOutcome.Overlaid or ImportOutcome.Merged ? 1 : 0;
            _batch.Rejected += decision.Outcome is ImportOutcome.Rejected ? 1 : 0;
            _batch.Repaired += decision.Read.IsRepaired ? 1 : 0;
            _batch.ItemsAdded += decision.Items.Count;
            _batch.ItemsRejected += decision.RefusedItems;
            if (decision.Remark is { } remark && _remarks.Count < RecordImport.MaxRemarks)
                _remarks.Add(new ImportRemark(decision.Read.Number, decision.Outcome, remark));
        }
    }

    private async Task SaveAsync(List<ImportDecision> decisions, CancellationToken cancellationToken)
    {
        var at = _clock.GetUtcNow();
        var added = decisions.Where(d => d.Outcome is ImportOutcome.Added).ToList();
        var ids = await _rows.InsertAsync([.. added.Select(d => d.ToRecord())], at, cancellationToken);
        for (var i = 0; i < added.Count; i++)
        {
            added[i].RecordId = ids[i];
            _known.Set(added[i].Read.Record!.Fingerprint, ids[i]); // an added record was read
        }
        await ChangeMatchedAsync(decisions, at, cancellationToken);
        var matched = decisions.Where(d => d.Match is not null).ToList();
        foreach (var decision in matched)
            decision.RecordId ??= decision.SameAs?.RecordId;
        await _rows.InsertAsync([.. matched.SelectMany(ItemsOf)], at, cancellationToken);
        await _rows.InsertAsync([.. decisions.Select(LineOf)], cancellationToken);
    }

    private static IEnumerable<Item> ItemsOf(ImportDecision decision)
    {
        foreach (var item in decision.Items)
        {
            item.RecordId = decision.RecordId!.Value; // a matched record has a key by now
            yield return item;
        }
    }

    private async Task ChangeMatchedAsync(List<ImportDecision> decisions, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var changing = decisions.Where(d => d.Outcome is ImportOutcome.Overlaid or ImportOutcome.Merged).ToList();
        if (changing.Count == 0)
            return;
        var ids = changing.Select(d => d.RecordId).ToList();
        var records = await _db.Records.Include(r => r.Content).Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
        foreach (var decision in changing)
            Change(records[decision.RecordId!.Value], decision, at); // a match is a record that was found
        await _db.SaveChangesAsync(cancellationToken);
    }

    private void Change(BibliographicRecord record, ImportDecision decision, DateTimeOffset at)
    {
        var present = record.Content.ToMarc();
        var incoming = decision.Read.Record!.Content.ToMarc(); // only records that were read match
        var changed = decision.Outcome is ImportOutcome.Overlaid ? RecordOverlay.Replace(present, incoming) : RecordOverlay.Complete(present, incoming);
        if (changed.Equals(present))
            return;
        _db.ReplacedContents.Add(new ReplacedContent
        {
            BatchId = _batch.Id,
            Number = decision.Read.Number,
            RecordId = record.Id,
            Format = record.Content.Format,
            Bytes = record.Content.Bytes,
            VersionAfter = record.Version + 1,
        });
        CatalogueMapping.Describe(record, changed);
        record.UpdatedAt = at;
    }

    private ImportLine LineOf(ImportDecision decision) => new()
    {
        BatchId = _batch.Id,
        Number = decision.Read.Number,
        Outcome = decision.Outcome,
        RecordId = decision.RecordId is > 0 ? decision.RecordId : decision.Read.Record is { } record ? _known.RecordWith(record.Fingerprint) : null,
        MatchPoints = decision.Match?.Points,
        Remark = decision.Remark ?? decision.Match?.Reason,
    };
}
