using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Reporting;

namespace Platform.Reporting.Snapshots;

/// <summary>Proves that a stored snapshot is what was frozen: every stored byte, every hash, every sum.</summary>
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
        var facts = new List<FrozenFact>();
        var chunks = db.SnapshotChunks.AsNoTracking().Where(c => c.SnapshotId == snapshotId).OrderBy(c => c.Ordinal);
        await foreach (var chunk in chunks.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (chunk.Ordinal != leaves.Count || chunk.FirstFact != facts.Count)
                faults.Add(new($"chunk {chunk.Ordinal}", "does not follow the one before it"));
            if (Read(chunk, out var chunkFault) is { } read)
                facts.AddRange(read);
            else
                faults.Add(chunkFault!); // no facts, so a fault
            leaves.Add(chunk.Hash);
        }
        if (faults.Count > 0)
            return faults;
        if (Seal.Root(leaves) != document.Facts.Root || facts.Count != document.Facts.Count)
            return [new("facts", "are not those that the document was sealed with")];
        var cells = document.Cells.ToDictionary(c => c.Id);
        return [.. cells.Values.Where(cell => !Adds(cell, cells, facts)).Select(cell => new SnapshotFault($"cell {cell.Id}", "is not the sum of its contributors"))];
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

    internal static FrozenFact[]? Read(SnapshotChunk row, out SnapshotFault? fault)
    {
        fault = null;
        try
        {
            if (Seal.Of(row.Bytes) == row.StoredHash && Seal.Unpack(row.Bytes) is var bytes && Seal.OfChunk(bytes) == row.Hash
                && FactChunk.Read(bytes) is var facts && facts.Length == row.Facts)
                return facts;
        }
        catch (InvalidDataException)
        {
            // Answered below, like a wrong hash.
        }
        fault = new($"chunk {row.Ordinal}", "is not the one that was frozen");
        return null;
    }

    private static bool Adds(FrozenCell cell, Dictionary<int, FrozenCell> cells, List<FrozenFact> facts)
    {
        if (cell.Parts is not null)
            return cell.Value == cell.Parts.Sum(part => cells[part].Value);
        if (cell.Ratio is { } ratio)
            return ratio == FrozenRatio.Divide(ratio.Of, ratio.Per, cells[ratio.Of].Value, cells[ratio.Per].Value, ratio.Percent, out var value) && cell.Value == value;
        var (first, count) = ((int)(cell.First ?? 0), cell.Count ?? 0);
        return first + count <= facts.Count && cell.Value == facts.GetRange(first, count).Sum(f => f.Amount);
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
