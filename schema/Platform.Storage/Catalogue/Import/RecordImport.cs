using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue.Import;
using Platform.Model.Libraries;

namespace Platform.Storage.Catalogue.Import;

/// <summary>
/// Imports a file of MARC records into a library: leniently read, in transactions of a chunk each, so that a crash loses no more than
/// the chunk under way and the same call goes on behind the last one saved. A record that the library has already, byte for byte, is not added again.
/// </summary>
public sealed class RecordImport(LibraryDbFactory databases, TimeProvider clock)
{
    /// <summary>Remarks that a result holds at most; all of them are in the batch's lines.</summary>
    public const int MaxRemarks = 1000;

    /// <summary>Imports the file, or goes on with an import of it that was broken off.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public async Task<ImportResult> RunAsync(ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var file = new ImportFile(request.Path, request.Columns);
        if (await file.FaultAsync(cancellationToken) is { } fault)
            return new ImportResult.Refused($"'{file.Name}' cannot be imported: {fault}");
        await using var db = databases.For(Scope.System);
        await db.OpenForBulkAsync(cancellationToken); // prepared statements live as long as their connection is open
        if (await LibraryIdAsync(db, request, cancellationToken) is not { } libraryId)
            return new ImportResult.Refused($"There is no library with code '{request.LibraryCode}'.");

        var batch = await BeginAsync(db, file, libraryId, request, cancellationToken);
        var resumedAfter = batch.Position;
        using var chunks = new ChunkImport(db, batch, clock, request);
        await foreach (var chunk in file.ChunksAsync(batch.Position, request.BatchSize, libraryId, clock.GetUtcNow(), cancellationToken))
        {
            await chunks.TakeAsync(chunk, cancellationToken);
            progress?.Report(new ImportProgress(batch.Position, file.FractionBefore(chunk[^1].Offset)));
        }
        await chunks.FinishAsync(cancellationToken);
        return new ImportResult.Done(batch.Id, resumedAfter, CountsOf(batch), chunks.Remarks);
    }

    private async Task<ImportBatch> BeginAsync(LibraryDb db, ImportFile file, long libraryId, ImportRequest request, CancellationToken cancellationToken)
    {
        var hash = await file.HashAsync(cancellationToken);
        var broken = await db.ImportBatches.FirstOrDefaultAsync(
            b => b.LibraryId == libraryId && b.FileHash == hash && b.State == ImportState.Running, cancellationToken);
        if (broken is not null && !request.IsDryRun)
            return broken;
        var batch = new ImportBatch
        {
            LibraryId = libraryId,
            FileName = file.Name.Length <= Lengths.Line ? file.Name : file.Name[..Lengths.Line],
            FileHash = hash,
            State = ImportState.Running,
            OnMatch = request.OnMatch,
            Columns = request.Columns,
            StartedAt = clock.GetUtcNow(),
        };
        if (request.IsDryRun)
            return batch;
        db.ImportBatches.Add(batch);
        await db.SaveChangesAsync(cancellationToken);
        return batch;
    }

    // A dry run into a library that is still to be created reads it as an empty one: key 0 belongs to nobody.
    private static async Task<long?> LibraryIdAsync(LibraryDb db, ImportRequest request, CancellationToken cancellationToken)
    {
        var library = await db.Libraries.FirstOrDefaultAsync(l => l.Code == request.LibraryCode, cancellationToken);
        if (library is not null || request.CreateLibraryNamed is null)
            return library?.Id;
        if (request.IsDryRun)
            return 0;
        library = new Library { Code = request.LibraryCode, Name = request.CreateLibraryNamed, Level = SchoolLevel.MultiLevel };
        db.Libraries.Add(library);
        await db.SaveChangesAsync(cancellationToken);
        return library.Id;
    }

    private static ImportCounts CountsOf(ImportBatch batch) => new(
        batch.Position, batch.Added, batch.Identical, batch.Matched, batch.Repaired, batch.Rejected, batch.ItemsAdded, batch.ItemsRejected);
}
