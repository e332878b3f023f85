using GraphQL.DataLoader;
using Platform.Api.GraphQL.Reading;
using Platform.Model;
using Platform.Reporting.Snapshots;

namespace Platform.Api.Reporting;

/// <summary>
/// Reads the contributors that one request asks for. The cells of a table ask one after the other; the first one that is answered
/// reads for all, with one statement for each snapshot.
/// </summary>
internal sealed class ContributorPages(LibraryDb db)
{
    private readonly List<Waiting> _waiting = [];

    /// <summary>A page of a cell's contributors, read together with the others; none of a cell that does not open to the caller.</summary>
    public IDataLoaderResult Of(ReportCell cell, int first, int skip)
    {
        if (!cell.Opens)
            return new Waiting(this, cell, first, skip) { Page = ContributorPageRead.Withheld };
        var waiting = new Waiting(this, cell, first, skip);
        _waiting.Add(waiting);
        return waiting;
    }

    private async Task ReadAllAsync(CancellationToken cancellationToken)
    {
        var asked = _waiting.ToList();
        _waiting.Clear();
        foreach (var group in asked.GroupBy(one => one.Cell.Snapshot))
        {
            var cells = group.ToList();
            var pages = await group.Key.ContributorsAsync(db, [.. cells.Select(one => new ContributorPage(one.Cell.Number, one.Skip, one.First + 1))], cancellationToken);
            for (var i = 0; i < cells.Count; i++)
                cells[i].Page = ContributorPageRead.Of(cells[i].Cell, pages[i], cells[i].First, cells[i].Skip);
        }
    }

    private sealed class Waiting(ContributorPages pages, ReportCell cell, int first, int skip) : IDataLoaderResult
    {
        public ReportCell Cell => cell;

        public int First => first;

        public int Skip => skip;

        public ContributorPageRead? Page { get; set; }

        public async Task<object?> GetResultAsync(CancellationToken cancellationToken = default)
        {
            if (Page is null)
                await pages.ReadAllAsync(cancellationToken);
            return Page;
        }
    }
}

/// <summary>A page of the rows behind a figure.</summary>
internal sealed record ContributorPageRead(IReadOnlyList<Contributor> Nodes, bool HasNext, int Skip, long TotalCount) : IPage
{
    /// <summary>Nothing of the rows, not even how many they are.</summary>
    public static ContributorPageRead Withheld { get; } = new([], false, 0, 0) { IsWithheld = true };

    private const string Order = "contributors";

    public bool IsWithheld { get; private init; }

    public bool HasPrevious => Skip > 0;

    public string? StartCursor => Nodes.Count > 0 ? CursorAt(0) : null;

    public string? EndCursor => Nodes.Count > 0 ? CursorAt(Nodes.Count - 1) : null;

    public static ContributorPageRead Of(ReportCell cell, IReadOnlyList<FrozenFact> read, int first, int skip)
    {
        var entity = cell.Snapshot.Report.Document.Metrics.FirstOrDefault(m => m.Code == cell.Metric)?.Entity;
        var nodes = read.Take(first).Select(fact => new Contributor(
            entity is null ? null : GlobalId.Of(entity, fact.EntityId), fact.On, fact.Amount, fact.Key, fact.Label)).ToList();
        return new ContributorPageRead(nodes, read.Count > first, skip, cell.Snapshot.ContributorCount(cell.Number));
    }

    /// <summary>The cursor of the row at a position of the page: a snapshot never changes, so a position is a place for ever.</summary>
    public string CursorAt(int index) => new Cursor(Order, [Skip + index + 1]).ToString();

    /// <summary>How many rows stand before the cursor's next one; null for a text that is no such cursor.</summary>
    public static int? SkipOf(string cursor) => Cursor.ReadNumber(cursor, Order);
}

/// <summary>A row behind a figure, as it was when the period closed.</summary>
/// <param name="SubjectId">Global id of the counted row, to open it as it is now; null for a sum over different things.</param>
/// <param name="On">The school day it belongs to.</param>
/// <param name="Amount">What it adds to the figure.</param>
/// <param name="Key">Natural key, for example the registration number (ĐKCB).</param>
/// <param name="Label">What it is about.</param>
internal sealed record Contributor(string? SubjectId, DateOnly On, long Amount, string? Key, string Label);
