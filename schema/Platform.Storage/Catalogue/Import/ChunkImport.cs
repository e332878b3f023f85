using Platform.Model;
using Platform.Model.Catalogue.Import;

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
    private readonly ChunkSaving _saving;
    private readonly List<ImportRemark> _remarks = [];

    public ChunkImport(LibraryDb db, ImportBatch batch, TimeProvider clock, ImportRequest request)
    {
        (_db, _batch, _clock, _isDryRun) = (db, batch, clock, request.IsDryRun);
        _known = new KnownRows(db, batch.LibraryId, remembers: _isDryRun);
        _matches = new KnownMatches(db, remembers: _isDryRun);
        _rules = new ImportRules(batch, _known, _matches, request.OnMatch, clock.Today());
        _rows = BulkRows.For(db);
        _saving = new ChunkSaving(db, batch, _known, _rows);
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
        {
            await _saving.SaveAsync(decisions, _clock.GetUtcNow(), cancellationToken);
            await _rows.InsertAsync([.. decisions.Select(LineOf)], cancellationToken);
        }
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
        _batch.Count(decisions);
        foreach (var decision in decisions)
            if (decision.Remark is { } remark && _remarks.Count < RecordImport.MaxRemarks)
                _remarks.Add(new ImportRemark(decision.Read.Number, decision.Outcome, remark));
    }

    private ImportLine LineOf(ImportDecision decision) => new()
    {
        BatchId = _batch.Id,
        Number = decision.Read.Number,
        Outcome = decision.Outcome,
        RecordId = _known.RecordOf(decision),
        MatchPoints = decision.Match?.Points,
        Remark = decision.Remark ?? decision.Match?.Reason,
        Copies = decision.Items.Count,
    };
}
