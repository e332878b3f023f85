using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Platform.Model.Access;
using Platform.Storage;

namespace Platform.Benchmarks.Circulation;

/// <summary>A check-out as somebody would write it in SQL for one database: the same rows read, the same rows written, one transaction.</summary>
internal static class HandWrittenDesk
{
    public static Task LendAsync(LibraryDbFactory databases, string number, string card) => InTransactionAsync(databases, async command =>
    {
        var item = await OneAsync(command, "SELECT i.Id, i.RecordId, i.Type, i.Status, l.Id, h.Id FROM Items i LEFT JOIN Loans l ON l.ItemId = i.Id AND l.ReturnedAt IS NULL LEFT JOIN Holds h ON h.ItemId = i.Id AND h.ClosedAt IS NULL WHERE i.LibraryId = 1 AND i.RegistrationNumber = @a", number);
        var patron = await OneAsync(command, "SELECT p.Id, p.Category, p.Grade, p.LeftOn, (SELECT SUM(Amount) FROM Charges c WHERE c.PatronId = p.Id AND c.SettledAt IS NULL), (SELECT COUNT(*) FROM Holds h WHERE h.PatronId = p.Id AND h.ClosedAt IS NULL) FROM Patrons p WHERE p.LibraryId = 1 AND p.CardNumber = @a", card);
        await OneAsync(command, "SELECT COUNT(*), SUM(DueOn < '2026-10-05') FROM Loans WHERE PatronId = @a AND ReturnedAt IS NULL", patron[0]);
        foreach (var table in new[] { "LoanRules WHERE LibraryId IS NULL OR LibraryId = 1", "OpeningWeeks WHERE LibraryId = 1", "ClosedPeriods WHERE LibraryId IS NULL OR LibraryId = 1", "SchoolYears WHERE LibraryId IS NULL OR LibraryId = 1" })
            await OneAsync(command, "SELECT * FROM " + table);
        await OneAsync(command, "SELECT Id, ItemId FROM Holds WHERE PatronId = @a AND RecordId = @b AND ClosedAt IS NULL", patron[0], item[1]);
        var loan = await OneAsync(command, "INSERT INTO Loans (LibraryId, ItemId, PatronId, Kind, PatronCategory, Grade, ItemType, LentAt, LentOn, DueOn, Renewals, RuleId, Version) VALUES (1, @a, @b, 1, 1, 6, 3, '2026-10-05 05:00:00', '2026-10-05', '2026-10-19', 0, 1, 1) RETURNING Id", item[0], patron[0]);
        await FeedAsync(command, loan[0], 1);
    });

    public static Task ReturnAsync(LibraryDbFactory databases, string number) => InTransactionAsync(databases, async command =>
    {
        var loan = await OneAsync(command, "SELECT l.Id FROM Loans l JOIN Items i ON i.Id = l.ItemId WHERE i.LibraryId = 1 AND i.RegistrationNumber = @a AND l.ReturnedAt IS NULL", number);
        await OneAsync(command, "UPDATE Loans SET ReturnedAt = '2026-10-05 05:01:00', EndedAs = 1, Version = Version + 1 WHERE Id = @a", loan[0]);
        await FeedAsync(command, loan[0], 2);
    });

    private static Task FeedAsync(DbCommand command, object loanId, int kind) => OneAsync(
        command, "INSERT INTO ChangeFeed (Entity, EntityId, Kind, LibraryId, Actor, At) VALUES ('Loan', @a, @b, 1, 'librarian', '2026-10-05 05:00:00')", loanId, kind);

    private static async Task InTransactionAsync(LibraryDbFactory databases, Func<DbCommand, Task> work)
    {
        await using var db = databases.For(Scope.System);
        await db.Database.OpenConnectionAsync();
        await using var transaction = await db.Database.GetDbConnection().BeginTransactionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction;
        await work(command);
        await transaction.CommitAsync();
    }

    private static async Task<object[]> OneAsync(DbCommand command, string sql, params object[] values)
    {
        command.CommandText = sql;
        command.Parameters.Clear();
        foreach (var (name, value) in new[] { "@a", "@b" }.Zip(values))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        await using var reader = await command.ExecuteReaderAsync();
        if (!await reader.ReadAsync())
            return [];
        var row = new object[reader.FieldCount];
        reader.GetValues(row);
        return row;
    }
}
