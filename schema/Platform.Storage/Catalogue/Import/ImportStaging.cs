using System.Security.Cryptography;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue.Import;

namespace Platform.Storage.Catalogue.Import;

/// <summary>
/// Takes a file in for a review and reads it: each record becomes a line that says what would become of it, and waits for a decision.
/// Nothing reaches the catalogue. Reading that was broken off begins anew: it comes to the same lines.
/// </summary>
public sealed class ImportStaging(TimeProvider clock)
{
    private const int ChunkSize = 500;

    /// <summary>Keeps the file in the database; what follows is done by <see cref="ImportWork"/>. The caller has checked that it may.</summary>
    /// <returns>The saved batch.</returns>
    public async Task<ImportBatch> ReceiveAsync(LibraryDb db, StagingRequest request, Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(content);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        content.Position = 0;
        var batch = new ImportBatch
        {
            LibraryId = request.LibraryId,
            FileName = request.FileName.Length <= Lengths.Line ? request.FileName : request.FileName[..Lengths.Line],
            FileHash = hash,
            State = ImportState.Received,
            OnMatch = request.OnMatch,
            Columns = request.Columns,
            ProtectedFields = request.ProtectedFields,
            StartedAt = clock.GetUtcNow(),
        };
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        db.ImportBatches.Add(batch);
        await db.SaveChangesAsync(cancellationToken);
        var buffer = new byte[ImportFilePart.MostBytes];
        for (var number = 0; await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken) is > 0 and var length; number++)
        {
            var part = new ImportFilePart { BatchId = batch.Id, Number = number, Bytes = buffer[..length] };
            db.ImportFileParts.Add(part);
            await db.SaveChangesAsync(cancellationToken);
            db.Entry(part).State = EntityState.Detached;
        }
        if (transaction is not null)
            await transaction.CommitAsync(cancellationToken);
        return batch;
    }

    /// <summary>Reads a received file to its end; the batch is tracked by the context.</summary>
    internal async Task ReadAsync(LibraryDb db, ImportBatch batch, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), $"platform-import-{Guid.NewGuid():N}");
        try
        {
            await WriteAsync(db, batch.Id, path, cancellationToken);
            await db.ImportLines.Where(l => l.BatchId == batch.Id).ExecuteDeleteAsync(cancellationToken);
            batch.Reset();
            (batch.State, batch.Fault) = await ReadAsync(db, batch, new ImportFile(path, batch.Columns), progress, cancellationToken);
            batch.LeasedUntil = null;
            if (batch.State is ImportState.Refused)
                batch.FinishedAt = clock.GetUtcNow();
            await db.SaveChangesAsync(cancellationToken);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task<(ImportState State, string? Fault)> ReadAsync(LibraryDb db, ImportBatch batch, ImportFile file, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        batch.Sample = file.Sample();
        if (await file.FaultAsync(cancellationToken) is { } fault)
            return (fault == RegisterFile.NoColumns ? ImportState.NeedsColumns : ImportState.Refused, Short(fault));
        try
        {
            await StageAsync(db, batch, file, progress, cancellationToken);
            return (ImportState.Staged, null);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException)
        {
            await db.ImportLines.Where(l => l.BatchId == batch.Id).ExecuteDeleteAsync(cancellationToken);
            batch.Reset();
            return (ImportState.Refused, Short(broken.Message));
        }
    }

    private async Task StageAsync(LibraryDb db, ImportBatch batch, ImportFile file, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var (known, matches) = (new KnownRows(db, batch.LibraryId, remembers: true), new KnownMatches(db, remembers: true));
        var rules = new ImportRules(batch, known, matches, batch.OnMatch, clock.Today());
        await foreach (var chunk in file.ChunksAsync(0, ChunkSize, batch.LibraryId, clock.GetUtcNow(), cancellationToken))
        {
            await known.LoadAsync(chunk, cancellationToken);
            if (batch.OnMatch is not MatchPolicy.Add)
                await matches.LoadAsync(chunk, cancellationToken);
            var decisions = chunk.Select(rules.Decide).ToList();
            var lines = decisions.ConvertAll(d => LineOf(batch.Id, d));
            db.ImportLines.AddRange(lines);
            batch.Count(decisions);
            batch.Position = chunk[^1].Number;
            batch.Percent = (int)(100 * file.FractionBefore(chunk[^1].Offset));
            batch.LeasedUntil = clock.GetUtcNow() + ImportWork.Lease;
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            db.StagedRecords.AddRange(decisions.Zip(lines).Where(p => p.First.Read.Record is not null).Select(p => RecordOf(p.First.Read, p.Second.Id)));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            decisions.ForEach(d => d.Release());
            LetGo(db);
            progress?.Report(new ImportProgress(batch.Position, file.FractionBefore(chunk[^1].Offset)));
        }
        (batch.Total, batch.Percent) = (batch.Position, 100);
    }

    private static ImportLine LineOf(long batchId, ImportDecision decision)
    {
        var (candidate, score) = (decision.Likely?.Candidate, decision.Match ?? decision.Likely?.Score);
        return new ImportLine
        {
            BatchId = batchId,
            Number = decision.Read.Number,
            Outcome = decision.Outcome,
            Title = decision.Read.Record?.Title,
            MatchedRecordId = decision.RecordId is > 0 ? decision.RecordId : candidate?.RecordId,
            SameAsNumber = decision.SameAs?.Read.Number ?? candidate?.Decision?.Read.Number,
            MatchPoints = score?.Points,
            Remark = decision.Remark ?? score?.Reason,
            Copies = decision.Items.Count,
        };
    }

    private static StagedRecord RecordOf(ReadRecord read, long lineId) => new()
    {
        LineId = lineId,
        Format = read.Record!.Content.Format, // only lines with a record come here
        Bytes = read.Record.Content.Bytes,
        IsRepaired = read.IsRepaired,
    };

    private static void LetGo(LibraryDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.Entity is not ImportBatch).ToList())
            entry.State = EntityState.Detached;
    }

    private static async Task WriteAsync(LibraryDb db, long batchId, string path, CancellationToken cancellationToken)
    {
        await using var file = File.Create(path);
        for (var number = 0; await PartAsync(db, batchId, number, cancellationToken) is { } bytes; number++)
            await file.WriteAsync(bytes, cancellationToken);
    }

    private static Task<byte[]?> PartAsync(LibraryDb db, long batchId, int number, CancellationToken cancellationToken) =>
        db.ImportFileParts.Where(p => p.BatchId == batchId && p.Number == number).Select(p => p.Bytes).FirstOrDefaultAsync(cancellationToken);

    private static string Short(string text) => text[..Math.Min(text.Length, Lengths.Title)];
}

/// <summary>A file to review before it is imported.</summary>
/// <param name="LibraryId">The receiving library.</param>
/// <param name="FileName">The file's name, to recognise it by.</param>
/// <param name="OnMatch">What becomes of a record whose publication the catalogue has, unless decided otherwise.</param>
/// <param name="Columns">What the columns of a register hold; null to go by its header.</param>
/// <param name="ProtectedFields">More tags that stay as they are, parted by commas; null for none.</param>
public sealed record StagingRequest(long LibraryId, string FileName, MatchPolicy OnMatch, string? Columns, string? ProtectedFields);
