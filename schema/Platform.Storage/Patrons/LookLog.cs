using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Patrons;

namespace Platform.Storage.Patrons;

/// <summary>Writes down who looked at a child's record.</summary>
public sealed class LookLog(LibraryDb db, TimeProvider clock)
{
    /// <summary>
    /// Notes a look at pupils by somebody else, in one statement however many there are; a person's own look, a guardian's, and looks at
    /// adults are not noted.
    /// </summary>
    public async Task NoteAsync(IEnumerable<long> patronIds, LookKind kind, CancellationToken cancellationToken)
    {
        var others = patronIds.Except(db.Scope.OwnPatronIds).Order().ToList();
        if (others.Count == 0)
            return;
        var (ids, at) = (JsonSerializer.Serialize(others), Instant(clock.GetUtcNow()));
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "PatronLooks" ("LibraryId", "PatronId", "Actor", "At", "Kind")
                SELECT "LibraryId", "Id", {db.Scope.Actor}, {at}, {(byte)kind} FROM "Patrons"
                WHERE "Category" = 1 AND "Id" IN (SELECT value FROM json_each({ids}))
                """,
                cancellationToken);
            return;
        }
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO [PatronLooks] ([LibraryId], [PatronId], [Actor], [At], [Kind])
            SELECT [LibraryId], [Id], {db.Scope.Actor}, {at}, {(byte)kind} FROM [Patrons]
            WHERE [Category] = 1 AND [Id] IN (SELECT CAST([value] AS bigint) FROM OPENJSON({ids}))
            """,
            cancellationToken);
    }

    // As instants are stored: UTC, whole milliseconds.
    private static DateTime Instant(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
}
