using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Model.Access;
using Platform.Reporting.Snapshots;
using Platform.Storage;

namespace Platform.Benchmarks.Reporting;

/// <summary>Figures of a school's year report R-03 beside the same aggregates in hand-written SQL.</summary>
internal static class ProvinceFigures
{
    private static readonly (string Row, string Sql)[] Figures =
    [
        ("ACQUIRED", "SELECT COUNT(*) FROM Items WHERE LibraryId = {0} AND AcquiredOn BETWEEN '2025-08-01' AND '2026-07-31'"),
        ("COST", "SELECT COALESCE(SUM(Price), 0) FROM Items WHERE LibraryId = {0} AND AcquiredOn BETWEEN '2025-08-01' AND '2026-07-31'"),
        ("STOCK", "SELECT COUNT(*) FROM Items WHERE LibraryId = {0} AND AcquiredOn <= '2026-07-31' AND (WithdrawnOn IS NULL OR WithdrawnOn > '2026-07-31')"),
        ("LOANS", "SELECT COUNT(*) FROM Loans WHERE LibraryId = {0} AND LentOn BETWEEN '2025-08-01' AND '2026-07-31'"),
    ];

    /// <summary>Whether a figure differs; shows them when asked to.</summary>
    public static async Task<bool> DifferAsync(LibraryDbFactory databases, string school, bool show, CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System);
        var row = await db.ReportSnapshots.AsNoTracking().SingleAsync(s => s.Run.Library.Code == school && s.Run.DefinitionCode == "R-03", cancellationToken);
        var table = SnapshotStore.Open(row).Report.Document.Tables.Single(t => t.Code == "comparison");
        var differ = false;
        foreach (var (name, sql) in Figures)
        {
            var counted = await db.Database.SqlQueryRaw<long>(sql, row.LibraryId).ToListAsync(cancellationToken);
            var reported = table.Rows.Single(r => r.Code == name).Cells[1].Value;
            differ |= counted[0] != reported;
            if (show)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {school} {name}: {reported} in R-03, {counted[0]} by SQL"));
        }
        return differ;
    }
}
