using Microsoft.EntityFrameworkCore;
using Platform.Model.Access;
using Platform.Testing.SqlServer;

namespace Platform.Storage.Tests.SqlServer;

/// <summary>The commands that saves and queries send to SQL Server, read by its grammar.</summary>
public sealed class RehearsalTests
{
    [Fact]
    public async Task SavesAndScopedQueries_AreSoundTSql()
    {
        var rehearsal = new SqlServerRehearsal();
        await using (var db = rehearsal.Open())
        {
            for (var i = 0; i < 5; i++)
                db.Add(A.Library());
            await db.SaveChangesAsync();
        }
        await using (var db = rehearsal.Open(new Scope { Actor = "librarian", LibraryIds = [1, 2], PatronId = 3 }))
        {
            await db.Patrons.Where(p => p.NameKey.StartsWith("giang")).OrderBy(p => p.NameKey).ThenBy(p => p.Id).Take(20).ToListAsync();
            await db.Loans.Include(l => l.Item).ThenInclude(i => i.Record).ToListAsync();
        }

        rehearsal.Commands.Count.ShouldBe(4, "one batch of inserts, one of feed entries, two queries");
        rehearsal.Commands[^1].ShouldContain("OPENJSON(@");
        rehearsal.Errors.ShouldBeEmpty();
    }
}
