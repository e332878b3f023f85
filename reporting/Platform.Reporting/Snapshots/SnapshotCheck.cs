using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Reporting;
using Platform.Reporting.Metrics;

namespace Platform.Reporting.Snapshots;

/// <summary>Proves that a stored snapshot is what was frozen: every stored byte, every hash, every sum. Reads chunk by chunk.</summary>
public static class SnapshotCheck
{
    /// <summary>What is wrong with a snapshot; nothing when it is whole.</summary>
    public static async Task<IReadOnlyList<SnapshotFault>> FaultsOfAsync(LibraryDb db, long snapshotId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var row = await db.ReportSnapshots.AsNoTracking().SingleAsync(s => s.Id == snapshotId, cancellationToken);
        if (Read(row, out var fault) is not { } document)
            return [fault!]; // no document, so a fault
        var faults = new List<SnapshotFault>();
        var leaves = new List<string>();
        var sums = new RunningSums();
        var ordinals = new Dictionary<ChunkKind, int>();
        var chunks = db.SnapshotChunks.AsNoTracking().Where(c => c.SnapshotId == snapshotId).OrderBy(c => c.Kind).ThenBy(c => c.Ordinal);
        await foreach (var chunk in chunks.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (chunk.Ordinal != ordinals.GetValueOrDefault(chunk.Kind))
                faults.Add(new(NameOf(chunk), "does not follow the one before it"));
            ordinals[chunk.Kind] = chunk.Ordinal + 1;
            if (Check(chunk, sums) is { } chunkFault)
                faults.Add(chunkFault);
            leaves.Add(chunk.Hash);
        }
        if (faults.Count > 0)
            return faults;
        return Seal.Root(leaves) != document.Facts.Root || sums.Count != document.Facts.Count
            ? [new("facts", "are not those that the document was sealed with")]
            : FaultsOf(document, sums);
    }

    internal static ReportDocument? Read(ReportSnapshot row, out SnapshotFault? fault)
    {
        fault = null;
        try
        {
            if (Seal.Of(row.Document) == row.StoredHash && Seal.Unpack(row.Document) is var bytes && Seal.Of(bytes) == row.Hash)
                return CanonicalJson.Read(bytes);
        }
        catch (Exception damage) when (damage is InvalidDataException or JsonException)
        {
            // Answered below, like a wrong hash.
        }
        fault = new("document", "is not the one that was frozen");
        return null;
    }

    internal static T[]? Read<T>(SnapshotChunk row, ChunkReading<T> read, out SnapshotFault? fault)
    {
        fault = null;
        try
        {
            if (Seal.Of(row.Bytes) == row.StoredHash && Seal.Unpack(row.Bytes) is var bytes && Seal.OfChunk(bytes) == row.Hash
                && read(bytes) is var content && content.Length == row.Count)
                return content;
        }
        catch (InvalidDataException)
        {
            // Answered below, like a wrong hash.
        }
        fault = new(NameOf(row), "is not the one that was frozen");
        return null;
    }

    private static SnapshotFault? Check(SnapshotChunk chunk, RunningSums sums)
    {
        SnapshotFault? fault;
        if (chunk.Kind is ChunkKind.Subjects)
            Read(chunk, SubjectChunk.Read, out fault);
        else if (Read(chunk, FactChunk.Read, out fault) is { } facts)
            sums.Add(facts);
        return fault;
    }

    private static List<SnapshotFault> FaultsOf(ReportDocument document, RunningSums sums)
    {
        var cells = document.Cells.ToDictionary(c => c.Id);
        var measures = document.Metrics.ToDictionary(m => m.Code, m => m.Measure, StringComparer.Ordinal);
        return [.. cells.Values.Where(cell => !Adds(cell, cells, measures, sums)).Select(cell => new SnapshotFault($"cell {cell.Id}", "is not the sum of its contributors"))];
    }

    private static bool Adds(FrozenCell cell, Dictionary<int, FrozenCell> cells, Dictionary<string, Measure> measures, RunningSums sums)
    {
        if (cell.Parts is not null)
            return cell.Value == cell.Parts.Sum(part => cells[part].Value);
        if (cell.Ratio is { } ratio)
            return ratio == FrozenRatio.Divide(ratio.Of, ratio.Per, cells[ratio.Of].Value, cells[ratio.Per].Value, ratio.Percent, out var value) && cell.Value == value;
        return cell is { Facts: { } ranges, Metric: { } metric } && ranges.All(r => r.First + r.Count <= sums.Count)
            && cell.Value == ranges.Sum(r => sums.Between(r, measures[metric]));
    }

    private static string NameOf(SnapshotChunk chunk) => chunk.Kind is ChunkKind.Facts ? $"chunk {chunk.Ordinal}" : $"chunk {chunk.Ordinal} of subjects";

    /// <summary>Sums over all facts before a position, so that a stretch costs two look-ups.</summary>
    private sealed class RunningSums
    {
        private readonly List<(long Units, long Value)> _before = [(0, 0)];

        public int Count => _before.Count - 1;

        public void Add(StoredFact[] facts)
        {
            foreach (var fact in facts)
                _before.Add((_before[^1].Units + fact.Units, _before[^1].Value + fact.Value));
        }

        public long Between(FactRange range, Measure measure)
        {
            var (first, end) = (_before[(int)range.First], _before[(int)range.First + range.Count]);
            return measure is Measure.Units ? end.Units - first.Units : end.Value - first.Value;
        }
    }
}

/// <summary>Something about a stored snapshot that is not as it was frozen.</summary>
/// <param name="Part">The damaged part: the document, a chunk by number, a cell by number.</param>
/// <param name="Detail">What is wrong with it.</param>
public sealed record SnapshotFault(string Part, string Detail)
{
    /// <summary>The fault in a sentence.</summary>
    public override string ToString() => $"The snapshot's {Part} {Detail}.";
}
