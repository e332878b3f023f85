using Microsoft.EntityFrameworkCore;
using Platform.Model;

namespace Platform.Benchmarks.Reporting;

/// <summary>The aggregates of the school-year report R-03 as a database administrator would write them: what the report costs without lineage, freezing and form.</summary>
internal static class HandWrittenCounts
{
    private const string First = "2025-08-01";
    private const string Last = "2026-07-31";

    private static readonly string[] Statements =
    [
        $"SELECT Type, COUNT(*), SUM(Price), COUNT(DISTINCT RecordId) FROM Items WHERE LibraryId = 1 AND AcquiredOn < '{First}' AND (WithdrawnOn IS NULL OR WithdrawnOn >= '{First}') GROUP BY Type",
        $"SELECT Type, COUNT(*), SUM(Price), COUNT(DISTINCT RecordId) FROM Items WHERE LibraryId = 1 AND AcquiredOn BETWEEN '{First}' AND '{Last}' GROUP BY Type",
        $"SELECT Type, Status, COUNT(*) FROM Items WHERE LibraryId = 1 AND WithdrawnOn BETWEEN '{First}' AND '{Last}' GROUP BY Type, Status",
        $"SELECT Type, COUNT(*), SUM(Price), COUNT(DISTINCT RecordId) FROM Items WHERE LibraryId = 1 AND AcquiredOn <= '{Last}' AND (WithdrawnOn IS NULL OR WithdrawnOn > '{Last}') GROUP BY Type",
        $"SELECT PatronCategory, Grade, Kind, COUNT(*) FROM Loans WHERE LibraryId = 1 AND LentOn BETWEEN '{First}' AND '{Last}' GROUP BY PatronCategory, Grade, Kind",
        $"SELECT PatronCategory, Grade, COUNT(DISTINCT PatronId) FROM Loans WHERE LibraryId = 1 AND LentOn BETWEEN '{First}' AND '{Last}' GROUP BY PatronCategory, Grade",
        $"SELECT PatronCategory, Grade, COUNT(*) FROM Loans WHERE LibraryId = 1 AND LentOn <= '{Last}' AND DueOn < '{Last}' AND ReturnedAt IS NULL GROUP BY PatronCategory, Grade",
        $"SELECT PatronCategory, Grade, COUNT(*) FROM Loans WHERE LibraryId = 1 AND LentOn <= '{Last}' AND DueOn < '{Last}' AND ReturnedAt >= '2026-07-31 17:00:00' GROUP BY PatronCategory, Grade",
        $"SELECT Category, Grade, COUNT(*) FROM Patrons WHERE LibraryId = 1 AND RegisteredOn <= '{Last}' AND (LeftOn IS NULL OR LeftOn >= '{Last}') GROUP BY Category, Grade",
        $"SELECT Category, Grade, SUM(Visitors) FROM Visits WHERE LibraryId = 1 AND VisitedOn BETWEEN '{First}' AND '{Last}' GROUP BY Category, Grade",
        $"SELECT Id, HeldOn, Title, Participants FROM Activities WHERE LibraryId = 1 AND HeldOn BETWEEN '{First}' AND '{Last}'",
        "SELECT COUNT(*), SUM(Price) FROM Items WHERE LibraryId = 1 AND AcquiredOn BETWEEN '2024-08-01' AND '2025-07-31'",
        "SELECT COUNT(*) FROM Loans WHERE LibraryId = 1 AND LentOn BETWEEN '2024-08-01' AND '2025-07-31'",
        "SELECT COUNT(*) FROM Visits WHERE LibraryId = 1 AND VisitedOn BETWEEN '2024-08-01' AND '2025-07-31'",
    ];

    /// <summary>Runs them all; gives how many groups they returned.</summary>
    public static async Task<int> RunAsync(LibraryDb db)
    {
        var groups = 0;
        await db.Database.OpenConnectionAsync();
        foreach (var statement in Statements)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = statement;
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                groups++;
        }
        await db.Database.CloseConnectionAsync();
        return groups;
    }
}
