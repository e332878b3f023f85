using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.Model;
using Platform.Model.Repository;

namespace Platform.Storage.Repository;

/// <summary>How far an upload has come.</summary>
/// <param name="Upload">The upload; null when it is refused.</param>
/// <param name="Received">Bytes that have arrived.</param>
/// <param name="Refusal">Why it is refused; null while it goes on.</param>
public sealed record UploadProgress(Upload? Upload, long Received, FileRefusal? Refusal)
{
    /// <summary>A refusal.</summary>
    public static UploadProgress No(FileRefusalCode code, string name = "", long received = 0) => new(null, received, FileRefusal.Of(code, name));
}

/// <summary>Takes files in: begun with name and size, continued at an offset as often as needed, inspected, hashed and stored once all bytes are there.</summary>
public sealed class Uploads(LibraryDb db, FileStore store, UploadFolder folder, VirusScan scanner, IOptions<FileStoreOptions> options)
{
    private readonly FileStoreOptions _limits = options.Value;

    /// <summary>Begins an upload when file, library and disk have room for it.</summary>
    public async Task<UploadProgress> BeginAsync(long libraryId, string? name, long size, CancellationToken cancellationToken)
    {
        var clean = FileName.Clean(name);
        if (await RoomFaultAsync(libraryId, size, cancellationToken) is { } fault)
            return UploadProgress.No(fault, clean);
        var now = db.Now;
        var upload = new Upload
        {
            Id = Guid.NewGuid(),
            LibraryId = libraryId,
            Actor = db.Scope.Actor,
            FileName = clean,
            Size = size,
            StartedAt = now,
            ExpiresAt = now + _limits.UploadLifetime,
        };
        db.Uploads.Add(upload);
        await db.SaveChangesAsync(cancellationToken);
        return new UploadProgress(upload, 0, null);
    }

    /// <summary>Where an upload of the caller stands; refused when there is none.</summary>
    public async Task<UploadProgress> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var upload = await db.Uploads.Include(u => u.Content).SingleOrDefaultAsync(u => u.Id == id && u.Actor == db.Scope.Actor, cancellationToken);
        if (upload is null || (upload.ContentId is null && upload.ExpiresAt <= db.Now))
            return UploadProgress.No(FileRefusalCode.NoSuchUpload);
        return new UploadProgress(upload, upload.ContentId is null ? folder.Received(id) : upload.Size, null);
    }

    /// <summary>Appends bytes; with the last one the file is inspected and stored, or refused and thrown away.</summary>
    public async Task<UploadProgress> AppendAsync(Guid id, long offset, Stream body, CancellationToken cancellationToken)
    {
        var found = await FindAsync(id, cancellationToken);
        if (found.Upload is not { } upload)
            return found;
        if (upload.ContentId is not null)
            return offset == upload.Size ? found : UploadProgress.No(FileRefusalCode.OtherOffset, upload.FileName, upload.Size);
        if (await folder.AppendAsync(id, offset, upload.Size, body, cancellationToken) is { } fault)
            return UploadProgress.No(fault, upload.FileName, folder.Received(id));
        var received = folder.Received(id);
        return received < upload.Size ? new UploadProgress(upload, received, null) : await FinishAsync(upload, cancellationToken);
    }

    /// <summary>Gives an unfinished upload up; whether there was one.</summary>
    public async Task<bool> AbandonAsync(Guid id, CancellationToken cancellationToken)
    {
        var isTheirs = await db.Uploads.AnyAsync(u => u.Id == id && u.Actor == db.Scope.Actor, cancellationToken);
        return isTheirs && await RemoveAsync(id, cancellationToken);
    }

    /// <summary>Finishes uploads whose bytes are all here and that waited for the scanner; how many are no longer waiting.</summary>
    public async Task<int> FinishHeldAsync(CancellationToken cancellationToken)
    {
        var now = db.Now;
        var waiting = await db.Uploads.Where(u => u.ContentId == null && u.ExpiresAt > now).OrderBy(u => u.StartedAt).ToListAsync(cancellationToken);
        var done = 0;
        foreach (var upload in waiting.Where(u => folder.Received(u.Id) == u.Size))
            done += (await FinishAsync(upload, cancellationToken)).Refusal?.Code is FileRefusalCode.Held ? 0 : 1;
        return done;
    }

    /// <summary>Throws away uploads that were not finished in time; how many.</summary>
    public async Task<int> RemoveExpiredAsync(CancellationToken cancellationToken)
    {
        var now = db.Now;
        var expired = await db.Uploads.Where(u => u.ContentId == null && u.ExpiresAt <= now).Select(u => u.Id).ToListAsync(cancellationToken);
        foreach (var id in expired)
            folder.Remove(id);
        return await db.Uploads.Where(u => u.ContentId == null && expired.Contains(u.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<FileRefusalCode?> RoomFaultAsync(long libraryId, long size, CancellationToken cancellationToken)
    {
        if (size <= 0)
            return FileRefusalCode.Empty;
        if (size > _limits.MostFileBytes)
            return FileRefusalCode.TooLarge;
        var stored = db.EResourceFiles.Where(f => f.LibraryId == libraryId);
        var waiting = db.Uploads.Where(u => u.LibraryId == libraryId);
        if (await stored.CountAsync(cancellationToken) + await waiting.CountAsync(cancellationToken) >= _limits.MostLibraryFiles)
            return FileRefusalCode.TooManyFiles;
        var used = await stored.SumAsync(f => f.Content.Size, cancellationToken) + await waiting.SumAsync(u => u.Size, cancellationToken);
        if (size > _limits.MostLibraryBytes - used)
            return FileRefusalCode.LibraryFull;
        return size > store.FreeBytes - _limits.KeepFreeBytes ? FileRefusalCode.DiskFull : null;
    }

    private async Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        var gone = await db.Uploads.Where(u => u.Id == id && u.ContentId == null).ExecuteDeleteAsync(cancellationToken);
        if (gone > 0)
            folder.Remove(id);
        return gone > 0;
    }

    private async Task<UploadProgress> FinishAsync(Upload upload, CancellationToken cancellationToken)
    {
        var (format, fault) = Inspect(upload.Id);
        if (format is not { } known)
        {
            await RemoveAsync(upload.Id, cancellationToken);
            return UploadProgress.No(fault ?? FileRefusalCode.UnknownFormat, upload.FileName, upload.Size);
        }
        if (await ScanFaultAsync(upload, cancellationToken) is { } danger)
            return danger;
        folder.Flush(upload.Id);
        var hash = await FileStore.HashAsync(folder.PathOf(upload.Id), cancellationToken);
        await store.AdoptAsync(folder.PathOf(upload.Id), hash, cancellationToken);
        var content = await ContentAsync(hash, upload.Size, known, cancellationToken);
        upload.ContentId = content.Id;
        upload.Content = content;
        await db.SaveChangesAsync(cancellationToken);
        return new UploadProgress(upload, upload.Size, null);
    }

    // A file that waits for the scanner keeps its bytes, whole and unseen: asking again at its end, or the sweep, finishes it.
    private async Task<UploadProgress?> ScanFaultAsync(Upload upload, CancellationToken cancellationToken)
    {
        var scan = await scanner.ScanAsync(folder.PathOf(upload.Id), cancellationToken);
        if (scan.Verdict is ScanVerdict.Clean)
            return null;
        if (scan.Verdict is ScanVerdict.NotScanned && _limits.ClamAv.WhenDown is WhenNotScanned.Hold)
            return UploadProgress.No(FileRefusalCode.Held, upload.FileName, upload.Size);
        await RemoveAsync(upload.Id, cancellationToken);
        return scan.Verdict is ScanVerdict.Infected
            ? new UploadProgress(null, upload.Size, FileRefusal.Infected(upload.FileName, scan.Found ?? ""))
            : UploadProgress.No(FileRefusalCode.NotScanned, upload.FileName, upload.Size);
    }

    private (FileFormat? Format, FileRefusalCode? Fault) Inspect(Guid id)
    {
        using var file = new FileStream(folder.PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read);
        return FileInspection.Of(file, _limits.Archives);
    }

    // Two uploads of the same bytes may end at one time: the unique index lets one row in, and the other finds it.
    private async Task<FileContent> ContentAsync(string hash, long size, FileFormat format, CancellationToken cancellationToken)
    {
        if (await db.FileContents.SingleOrDefaultAsync(c => c.Sha256 == hash, cancellationToken) is { } known)
            return known;
        var content = new FileContent { Sha256 = hash, Size = size, Format = format, StoredAt = db.Now };
        db.FileContents.Add(content);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return content;
        }
        catch (DbUpdateException fault) when (UniqueViolation.IsOn(fault, db, "IX_FileContents_Sha256"))
        {
            db.Entry(content).State = EntityState.Detached;
            return await db.FileContents.SingleAsync(c => c.Sha256 == hash, cancellationToken);
        }
    }
}
