using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue.Import;

namespace Platform.Storage.Catalogue.Import;

/// <summary>
/// Does what was decided in a review, chunk by chunk: rows, lines and position in one transaction each, so that a broken-off application
/// goes on behind the last chunk and comes to the same end.
/// </summary>
internal sealed class StagedApply(LibraryDb db, ImportBatch batch, TimeProvider clock) : IDisposable
{
    private const int ChunkSize = 500;

    private readonly KnownRows _known = new(db, batch.LibraryId, remembers: false);
    private readonly IBulkRows _rows = BulkRows.For(db);

    public async Task RunAsync(IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        while (await LinesAsync(cancellationToken) is { Count: > 0 } lines)
        {
            await TakeAsync(lines, cancellationToken);
            progress?.Report(new ImportProgress(batch.Position, (double)batch.Position / batch.Total));
        }
        (batch.State, batch.FinishedAt, batch.Percent, batch.LeasedUntil) = (ImportState.Finished, clock.GetUtcNow(), 100, null);
        await db.SaveChangesAsync(cancellationToken);
        await db.ImportFileParts.Where(p => p.BatchId == batch.Id).ExecuteDeleteAsync(cancellationToken);
    }

    public void Dispose() => _rows.Dispose();

    private Task<List<ImportLine>> LinesAsync(CancellationToken cancellationToken) => db.ImportLines.AsNoTracking()
        .Where(l => l.BatchId == batch.Id && l.Number > batch.Position).OrderBy(l => l.Number).Take(ChunkSize).ToListAsync(cancellationToken);

    private async Task TakeAsync(List<ImportLine> lines, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var at = clock.GetUtcNow();
        var reads = await ReadsAsync(lines, at, cancellationToken);
        await _known.LoadAsync(reads, cancellationToken);
        var decisions = await DecideAsync(lines, reads, cancellationToken);
        await new ChunkSaving(db, batch, _known, _rows).SaveAsync(decisions, at, cancellationToken);
        await SaveLinesAsync(lines, decisions, cancellationToken);
        batch.Count(decisions);
        (batch.Position, batch.LeasedUntil) = (lines[^1].Number, at + ImportWork.Lease);
        batch.Percent = 100 * batch.Position / batch.Total;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<List<ReadRecord>> ReadsAsync(List<ImportLine> lines, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var ids = lines.ConvertAll(l => l.Id);
        var staged = await db.StagedRecords.AsNoTracking().Where(s => ids.Contains(s.LineId)).ToDictionaryAsync(s => s.LineId, cancellationToken);
        return lines.ConvertAll(line => staged.TryGetValue(line.Id, out var record)
            ? ReadRecord.From(record, line, batch.LibraryId, at)
            : new ReadRecord(line.Number, null, [], false, line.Remark, -1));
    }

    private async Task<List<ImportDecision>> DecideAsync(List<ImportLine> lines, List<ReadRecord> reads, CancellationToken cancellationToken)
    {
        var matched = lines.Select(l => l.MatchedRecordId).OfType<long>().Distinct().ToList();
        var there = (await db.Records.Where(r => matched.Contains(r.Id)).Select(r => r.Id).ToListAsync(cancellationToken)).ToHashSet();
        var earlier = lines.Select(l => l.SameAsNumber).OfType<int>().Distinct().ToList();
        var applied = await db.ImportLines.Where(l => l.BatchId == batch.Id && l.Number <= batch.Position && l.RecordId != null && earlier.Contains(l.Number))
            .ToDictionaryAsync(l => l.Number, l => l.RecordId, cancellationToken);
        var rules = new ImportRules(batch, _known, new KnownMatches(db, remembers: false), MatchPolicy.Add, clock.Today());
        var decided = new Dictionary<int, ImportDecision>();
        foreach (var (line, read) in lines.Zip(reads))
        {
            var target = line.MatchedRecordId is { } id ? there.Contains(id) ? id : null : line.SameAsNumber is { } number ? applied.GetValueOrDefault(number) : null;
            decided[line.Number] = rules.Decide(read, line, target, line.SameAsNumber is { } same ? decided.GetValueOrDefault(same) : null);
        }
        return [.. decided.Values];
    }

    private async Task SaveLinesAsync(List<ImportLine> lines, List<ImportDecision> decisions, CancellationToken cancellationToken)
    {
        foreach (var (line, decision) in lines.Zip(decisions))
        {
            (line.Outcome, line.RecordId, line.Copies) = (decision.Outcome, _known.RecordOf(decision), decision.Items.Count);
            line.Remark = decision.Remark ?? line.Remark;
        }
        db.ImportLines.UpdateRange(lines);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var line in lines)
            db.Entry(line).State = EntityState.Detached;
        var ids = lines.ConvertAll(l => l.Id);
        await db.StagedRecords.Where(s => ids.Contains(s.LineId)).ExecuteDeleteAsync(cancellationToken);
    }
}
