using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Reporting.Snapshots;

namespace Platform.Api.Office;

/// <summary>The rows behind one figure, as they were frozen.</summary>
/// <param name="RunId">The report.</param>
/// <param name="Report">What was frozen.</param>
/// <param name="Cell">The figure.</param>
/// <param name="Row">The line of the form in which it stands.</param>
/// <param name="Column">Its column.</param>
/// <param name="Total">How many rows there are.</param>
/// <param name="Page">Which page of them, from 1.</param>
/// <param name="Rows">The rows of the page.</param>
public sealed record FigureRows(
    long RunId, OpenSnapshot Report, FrozenCell Cell, TableRow Row, FigureColumn Column, long Total, int Page, IReadOnlyList<FrozenFact> Rows)
{
    private const int PageSize = 50;
    private const string Unseen = "Không có số liệu này, hoặc tài khoản của bạn không được xem.";

    /// <summary>Whether the rows are kept from the caller: they are about readers, and open in their school only.</summary>
    public bool IsWithheld { get; private init; }

    /// <summary>The figures of the form that it sums, where its rows are kept back.</summary>
    public IReadOnlyList<FigurePart> Parts { get; private init; } = [];

    /// <summary>The number of the last page.</summary>
    public long Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public static async Task<IResult> ShowAsync(LibraryDb db, long id, int cell, int? page, CancellationToken cancellationToken)
    {
        var run = db.Scope.May(Permission.ReadReports) ? await db.ReportRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) : null;
        var report = run is null ? null : await SnapshotStore.OpenAsync(db, id, cancellationToken);
        if (run is null || report?.Cell(cell) is not { } figure)
            return NotFoundPage.Of(Unseen);
        var (document, disclosure) = (report.Report.Document, Disclosure.Of(report.Report.Document, Disclosure.ReaderOf(db.Scope, run.LibraryId, run.State)));
        var (row, column) = PlaceOf(document, cell);
        if (!disclosure.ShowsRow(row) || !disclosure.Shows(document, figure))
            return NotFoundPage.Of(Unseen);
        if (!disclosure.Opens(document, figure))
            return PageOf(new FigureRows(id, report, figure, row, column, 0, 1, []) { IsWithheld = true, Parts = PartsOf(document, figure) });
        var total = report.ContributorCount(cell);
        var shown = Math.Clamp(page ?? 1, 1, (int)Math.Max(1, (total + PageSize - 1) / PageSize));
        var read = await report.ContributorsAsync(db, [new ContributorPage(cell, (shown - 1) * PageSize, PageSize)], cancellationToken);
        return PageOf(new FigureRows(id, report, figure, row, column, total, shown, read[0]));
    }

    private static RazorComponentResult<FigurePage> PageOf(FigureRows rows) => new(new Dictionary<string, object?> { [nameof(FigurePage.Figure)] = rows });

    private static List<FigurePart> PartsOf(ReportDocument document, FrozenCell figure) =>
    [
        .. (figure.Parts ?? []).Select(part => (Cell: document.Cells.First(c => c.Id == part), Place: PlaceOf(document, part)))
            .Select(part => new FigurePart(part.Cell, $"{part.Place.Row.Label} – {string.Join(" / ", part.Place.Column.Heads)}")),
    ];

    private static (TableRow Row, FigureColumn Column) PlaceOf(ReportDocument document, int cell) => (
        from table in document.Tables
        from row in table.Rows
        from place in row.Cells.Zip(table.Columns)
        where place.First.Id == cell
        select (row, place.Second)).First();
}

/// <summary>A figure that another one sums.</summary>
/// <param name="Cell">The figure.</param>
/// <param name="Label">Its row and column.</param>
public sealed record FigurePart(FrozenCell Cell, string Label);
