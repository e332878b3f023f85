using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Reporting;

namespace Platform.Reporting.Snapshots;

/// <summary>Chunks of a snapshot, read for some positions.</summary>
internal sealed class OpenChunks<T>
{
    private readonly int _size;
    private readonly Dictionary<int, T[]> _chunks;

    private OpenChunks(int size, Dictionary<int, T[]> chunks) => (_size, _chunks) = (size, chunks);

    /// <summary>What stands at a position.</summary>
    /// <exception cref="SnapshotDamagedException">The snapshot has no such chunk.</exception>
    public T this[long position] => _chunks.TryGetValue((int)(position / _size), out var chunk) && position % _size < chunk.Length
        ? chunk[position % _size]
        : throw new SnapshotDamagedException(new SnapshotFault($"chunk {position / _size}", "is missing"));

    /// <summary>Reads the chunks that hold the positions, in one statement; none for no position.</summary>
    public static async Task<OpenChunks<T>> ReadAsync(
        LibraryDb db, long snapshotId, ChunkKind kind, int size, IEnumerable<long> positions, ChunkReading<T> read, CancellationToken cancellationToken)
    {
        var ordinals = positions.Select(at => (int)(at / size)).Distinct().Order().ToList();
        var chunks = new Dictionary<int, T[]>();
        if (ordinals.Count > 0)
        {
            var rows = await db.SnapshotChunks.AsNoTracking()
                .Where(c => c.SnapshotId == snapshotId && c.Kind == kind && ordinals.Contains(c.Ordinal))
                .ToListAsync(cancellationToken);
            foreach (var row in rows)
                chunks.Add(row.Ordinal, SnapshotCheck.Read(row, read, out var fault) ?? throw new SnapshotDamagedException(fault!)); // nothing read, so a fault
        }
        return new OpenChunks<T>(size, chunks);
    }
}

/// <summary>Reads the bytes of a chunk.</summary>
internal delegate T[] ChunkReading<T>(ReadOnlySpan<byte> bytes);
