using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Reporting;
using Platform.Reporting.Rendering;

namespace Platform.Reporting.Snapshots;

/// <summary>A snapshot that was opened and found whole. Its facts are read page by page.</summary>
/// <param name="SnapshotId">Key of the snapshot.</param>
/// <param name="Report">The frozen report.</param>
public sealed record OpenSnapshot(long SnapshotId, FrozenReport Report)
{
    private readonly Dictionary<int, FrozenCell> _cells = Report.Document.Cells.ToDictionary(c => c.Id);

    /// <summary>The cell of a number; null when there is none.</summary>
    public FrozenCell? Cell(int id) => _cells.GetValueOrDefault(id);

    /// <summary>How many contributors a cell has; a sum has those of its parts.</summary>
    public long ContributorCount(int cellId) => Ranges(cellId).Sum(r => r.Count);

    /// <summary>
    /// Pages of contributors of several cells, in the order asked for; all of them cost one query, for the chunks that they touch.
    /// </summary>
    /// <exception cref="SnapshotDamagedException">A stored chunk is not the one that was frozen.</exception>
    public async Task<IReadOnlyList<IReadOnlyList<FrozenFact>>> ContributorsAsync(
        LibraryDb db, IReadOnlyList<ContributorPage> pages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var spans = pages.Select(Spans).ToList();
        var ordinals = spans.SelectMany(s => s).SelectMany(s => Enumerable.Range((int)(s.First / FactChunk.Size), (int)((s.First + s.Count - 1) / FactChunk.Size - s.First / FactChunk.Size) + 1)).Distinct().Order().ToList();
        var chunks = new Dictionary<int, FrozenFact[]>();
        if (ordinals.Count > 0)
        {
            var rows = await db.SnapshotChunks.AsNoTracking().Where(c => c.SnapshotId == SnapshotId && ordinals.Contains(c.Ordinal)).ToListAsync(cancellationToken);
            foreach (var row in rows)
                chunks.Add(row.Ordinal, Read(row));
        }
        return [.. spans.Select(page => (IReadOnlyList<FrozenFact>)[.. page.SelectMany(s => Facts(chunks, s))])];
    }

    private static FrozenFact[] Read(SnapshotChunk row) =>
        SnapshotCheck.Read(row, out var fault) ?? throw new SnapshotDamagedException(fault!); // no facts, so a fault

    private static IEnumerable<FrozenFact> Facts(Dictionary<int, FrozenFact[]> chunks, (long First, long Count) span)
    {
        for (var position = span.First; position < span.First + span.Count; position++)
        {
            if (!chunks.TryGetValue((int)(position / FactChunk.Size), out var facts))
                throw new SnapshotDamagedException(new SnapshotFault($"chunk {position / FactChunk.Size}", "is missing"));
            yield return facts[position % FactChunk.Size];
        }
    }

    // The stretches of facts that a page covers: the page's window over the cell's stretches laid end to end.
    private List<(long First, long Count)> Spans(ContributorPage page)
    {
        var (skip, take) = ((long)page.Skip, (long)page.Take);
        var spans = new List<(long, long)>();
        foreach (var (first, count) in Ranges(page.CellId))
        {
            var skipped = Math.Min(skip, count);
            var taken = Math.Min(take, count - skipped);
            (skip, take) = (skip - skipped, take - taken);
            if (taken > 0)
                spans.Add((first + skipped, taken));
        }
        return spans;
    }

    private IEnumerable<(long First, long Count)> Ranges(int cellId) => Cell(cellId) switch
    {
        null => [],
        { Parts: { } parts } => parts.SelectMany(Ranges),
        { First: { } first, Count: { } count } => [(first, count)],
        _ => [],
    };
}

/// <summary>A page of a cell's contributors.</summary>
/// <param name="CellId">Number of the cell.</param>
/// <param name="Skip">How many contributors stand before the page.</param>
/// <param name="Take">How many it holds at most.</param>
public sealed record ContributorPage(int CellId, int Skip, int Take);
