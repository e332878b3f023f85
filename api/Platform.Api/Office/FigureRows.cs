using Microsoft.AspNetCore.Http.HttpResults;
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

    /// <summary>The number of the last page.</summary>
    public long Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public static async Task<IResult> ShowAsync(LibraryDb db, long id, int cell, int? page, CancellationToken cancellationToken)
    {
        var report = db.Scope.May(Permission.ReadReports) ? await SnapshotStore.OpenAsync(db, id, cancellationToken) : null;
        if (report?.Cell(cell) is not { } figure)
            return NotFoundPage.Of("Không có số liệu này, hoặc tài khoản của bạn không được xem.");
        var total = report.ContributorCount(cell);
        var shown = Math.Clamp(page ?? 1, 1, (int)Math.Max(1, (total + PageSize - 1) / PageSize));
        var read = await report.ContributorsAsync(db, [new ContributorPage(cell, (shown - 1) * PageSize, PageSize)], cancellationToken);
        var (row, column) = PlaceOf(report.Report.Document, cell);
        var rows = new FigureRows(id, report, figure, row, column, total, shown, read[0]);
        return new RazorComponentResult<FigurePage>(new Dictionary<string, object?> { [nameof(FigurePage.Figure)] = rows });
    }

    private static (TableRow Row, FigureColumn Column) PlaceOf(ReportDocument document, int cell) => (
        from table in document.Tables
        from row in table.Rows
        from place in row.Cells.Zip(table.Columns)
        where place.First.Id == cell
        select (row, place.Second)).First();
}
