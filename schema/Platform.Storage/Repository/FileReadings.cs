using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.Model;
using Platform.Model.Repository;

namespace Platform.Storage.Repository;

/// <summary>Reads stored files one by one, and keeps what came out: the text for searching, a small picture in the store.</summary>
public sealed class FileReadings(FileStore store, ReaderProcess reader, IOptions<FileStoreOptions> options, TimeProvider clock)
{
    private static readonly FileFormat[] Offered = [.. Enum.GetValues<FileFormat>().Where(format => format.HasText() || format.HasThumbnail())];
    private static readonly FileFormat[] Drawn = [.. Offered.Where(format => format.HasThumbnail())];

    /// <summary>Reads the oldest file that was not read yet, or was before small pictures were made of its format; its key, or null when there is none.</summary>
    public async Task<long?> ReadNextAsync(LibraryDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var content = await db.FileContents.AsNoTracking()
            .Where(c => Offered.Contains(c.Format) && !db.FileReadings.Any(r => r.ContentId == c.Id && !(r.ThumbnailState == ReadingState.NotOffered && Drawn.Contains(c.Format)))
                && db.EResourceFiles.Any(f => f.ContentId == c.Id))
            .OrderBy(c => c.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (content is null)
            return null;
        var reading = await ReadAsync(content, cancellationToken);
        await db.FileReadings.Where(r => r.ContentId == content.Id && r.ThumbnailState == ReadingState.NotOffered).ExecuteDeleteAsync(cancellationToken);
        db.FileReadings.Add(reading);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (db.FileReadings.Any(r => r.ContentId == content.Id))
        {
            db.ChangeTracker.Clear(); // another node read it meanwhile
        }
        return content.Id;
    }

    private async Task<FileReading> ReadAsync(FileContent content, CancellationToken cancellationToken)
    {
        if (content.Size > options.Value.Reading.MostFileBytes)
            return Reading(content, new FileExtract(ReadingState.TooLarge, []), new FileExtract(ReadingState.TooLarge, []), null);
        try
        {
            var (text, picture) = await store.WithFileAsync(
                content.Sha256,
                async path => (await reader.TextAsync(path, content.Format, cancellationToken), await reader.ThumbnailAsync(path, content.Format, cancellationToken)),
                cancellationToken);
            return Reading(content, text, picture, picture.Bytes.Length == 0 ? null : await KeepAsync(picture.Bytes, cancellationToken));
        }
        catch (FileNotFoundException)
        {
            return Reading(content, new FileExtract(ReadingState.Unreadable, []), new FileExtract(ReadingState.Unreadable, []), null);
        }
    }

    private FileReading Reading(FileContent content, FileExtract text, FileExtract picture, string? thumbnail) => new()
    {
        ContentId = content.Id,
        TextState = text.State,
        Text = text.Bytes.Length == 0 ? null : Encoding.UTF8.GetString(text.Bytes).Normalize(),
        ThumbnailState = picture.State,
        ThumbnailSha256 = thumbnail,
        ReadAt = clock.GetUtcNow(),
    };

    private async Task<string> KeepAsync(byte[] picture, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(picture));
        var path = Path.Combine(store.Folder, "thumbnail-" + Guid.NewGuid().ToString("N"));
        await File.WriteAllBytesAsync(path, picture, cancellationToken);
        await store.AdoptAsync(path, hash, cancellationToken);
        return hash;
    }
}
