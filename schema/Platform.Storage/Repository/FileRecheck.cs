using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Platform.Model.Access;

namespace Platform.Storage.Repository;

/// <summary>
/// Reads stored files again and compares them with their hashes, those checked longest ago first, a bounded amount each time. A file that is
/// gone or changed is marked and logged; restoring it is a matter of the backup.
/// </summary>
public sealed partial class FileRecheck(LibraryDbFactory databases, FileStore store, TimeProvider clock, ILogger<FileRecheck> log) : IUpkeep
{
    private const int MostFiles = 500;
    private const long MostBytes = 20L << 30;

    /// <inheritdoc/>
    public string Name => "files";

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System with { Actor = "files" });
        var next = await db.FileContents.OrderBy(c => c.CheckedAt).ThenBy(c => c.Id).Take(MostFiles).ToListAsync(cancellationToken);
        var (bytes, done) = (0L, 0);
        foreach (var content in next.TakeWhile(c => bytes == 0 || bytes + c.Size <= MostBytes))
        {
            var isIntact = await store.IsIntactAsync(content.Sha256, cancellationToken);
            if (!isIntact && !content.IsDamaged)
                LogDamaged(content.Sha256);
            (content.CheckedAt, content.IsDamaged) = (clock.GetUtcNow(), !isIntact);
            // Saved one by one: a check that is broken off goes on where it stood.
            await db.SaveChangesAsync(cancellationToken);
            (bytes, done) = (bytes + content.Size, done + 1);
        }
        return done;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The stored file {Sha256} is gone or has changed.")]
    private partial void LogDamaged(string sha256);
}
