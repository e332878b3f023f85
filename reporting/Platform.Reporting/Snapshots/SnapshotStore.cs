using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Reporting;
using Platform.Reporting.Rendering;

namespace Platform.Reporting.Snapshots;

/// <summary>Keeps snapshots in the database and opens them; what was tampered with does not open.</summary>
public static class SnapshotStore
{
    /// <summary>The row of a frozen content.</summary>
    public static ReportSnapshot ToRow(SnapshotContent content, long libraryId, int number, DateTimeOffset frozenAt)
    {
        ArgumentNullException.ThrowIfNull(content);
        var document = Seal.Pack(content.Bytes);
        return new ReportSnapshot
        {
            LibraryId = libraryId,
            Number = number,
            Hash = content.Hash,
            FrozenAt = frozenAt,
            Document = document,
            StoredHash = Seal.Of(document),
            Facts = content.Document.Facts.Count,
            Chunks = [.. content.Chunks.Select(chunk => new SnapshotChunk
            {
                LibraryId = libraryId,
                Kind = chunk.Kind,
                Ordinal = chunk.Ordinal,
                Count = chunk.Count,
                Hash = chunk.Hash,
                StoredHash = Seal.Of(chunk.Bytes),
                Bytes = chunk.Bytes,
            })],
        };
    }

    /// <summary>Opens a report's current snapshot; null when the caller may not see it or there is none.</summary>
    /// <exception cref="SnapshotDamagedException">The stored document is not the one that was frozen.</exception>
    public static async Task<OpenSnapshot?> OpenAsync(LibraryDb db, long runId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var row = await db.ReportSnapshots.AsNoTracking()
            .Where(s => s.RunId == runId && s.Number == s.Run.CurrentSnapshot)
            .FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : Open(row);
    }

    /// <summary>Opens a snapshot's row.</summary>
    /// <exception cref="SnapshotDamagedException">The stored document is not the one that was frozen.</exception>
    public static OpenSnapshot Open(ReportSnapshot row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var document = SnapshotCheck.Read(row, out var fault);
        return document is null ? throw new SnapshotDamagedException(fault!) : new OpenSnapshot(row.Id, new FrozenReport(document, row.Hash)); // no document, so a fault
    }
}

/// <summary>A stored snapshot is not what was frozen.</summary>
public sealed class SnapshotDamagedException(SnapshotFault fault) : Exception(fault?.ToString())
{
    /// <summary>What is damaged.</summary>
    public SnapshotFault? Fault { get; } = fault;
}
