using Platform.Model;
using Platform.Model.Reporting;
using Platform.Reporting.Metrics;
using Platform.Reporting.Rendering;

namespace Platform.Reporting.Snapshots;

/// <summary>A snapshot that was opened and found whole. Its facts are read page by page.</summary>
/// <param name="SnapshotId">Key of the snapshot.</param>
/// <param name="Report">The frozen report.</param>
public sealed record OpenSnapshot(long SnapshotId, FrozenReport Report)
{
    private readonly Dictionary<int, FrozenCell> _cells = Report.Document.Cells.ToDictionary(c => c.Id);
    private readonly Dictionary<string, Measure> _measures = Report.Document.Metrics.ToDictionary(m => m.Code, m => m.Measure, StringComparer.Ordinal);

    /// <summary>The cell of a number; null when there is none.</summary>
    public FrozenCell? Cell(int id) => _cells.GetValueOrDefault(id);

    /// <summary>How many contributors a cell has; a sum has those of its parts.</summary>
    public long ContributorCount(int cellId) => Stretches(cellId).Sum(s => s.Count);

    /// <summary>
    /// Pages of contributors of several cells, in the order asked for; all of them cost two queries, for the chunks of facts that they touch
    /// and for what these are about.
    /// </summary>
    /// <exception cref="SnapshotDamagedException">A stored chunk is not the one that was frozen.</exception>
    public async Task<IReadOnlyList<IReadOnlyList<FrozenFact>>> ContributorsAsync(
        LibraryDb db, IReadOnlyList<ContributorPage> pages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var windows = pages.Select(page => Window(page).ToList()).ToList();
        var facts = await OpenChunks<StoredFact>.ReadAsync(
            db, SnapshotId, ChunkKind.Facts, FactChunk.Size, windows.SelectMany(w => w).SelectMany(s => s.Positions()), FactChunk.Read, cancellationToken);
        var subjects = await OpenChunks<FactSubject>.ReadAsync(
            db, SnapshotId, ChunkKind.Subjects, SubjectChunk.Size, windows.SelectMany(w => w).SelectMany(s => s.Positions()).Select(at => (long)facts[at].Subject), SubjectChunk.Read, cancellationToken);
        return [.. windows.Select(window => (IReadOnlyList<FrozenFact>)[.. window.SelectMany(s => s.Positions().Select(at => Fact(facts[at], s.Measure, subjects)))])];
    }

    private static FrozenFact Fact(StoredFact fact, Measure measure, OpenChunks<FactSubject> subjects) =>
        new(fact.EntityId, fact.On, fact.AmountBy(measure), subjects[fact.Subject].Key, subjects[fact.Subject].Label);

    // The stretches of facts that a page covers: the page's window over the cell's stretches laid end to end.
    private IEnumerable<Stretch> Window(ContributorPage page)
    {
        var (skip, take) = ((long)page.Skip, (long)page.Take);
        foreach (var stretch in Stretches(page.CellId))
        {
            var skipped = Math.Min(skip, stretch.Count);
            var taken = Math.Min(take, stretch.Count - skipped);
            (skip, take) = (skip - skipped, take - taken);
            if (taken > 0)
                yield return stretch with { First = stretch.First + skipped, Count = taken };
        }
    }

    private IEnumerable<Stretch> Stretches(int cellId) => Cell(cellId) switch
    {
        null => [],
        { Parts: { } parts } => parts.SelectMany(Stretches),
        { Facts: { } ranges, Metric: { } metric } => ranges.Select(range => new Stretch(range.First, range.Count, _measures[metric])),
        _ => [],
    };

    private readonly record struct Stretch(long First, long Count, Measure Measure)
    {
        public IEnumerable<long> Positions()
        {
            for (var at = First; at < First + Count; at++)
                yield return at;
        }
    }
}

/// <summary>A page of a cell's contributors.</summary>
/// <param name="CellId">Number of the cell.</param>
/// <param name="Skip">How many contributors stand before the page.</param>
/// <param name="Take">How many it holds at most.</param>
public sealed record ContributorPage(int CellId, int Skip, int Take);
