using Platform.Model.ChangeFeed;
using Platform.Storage.Catalogue.Harvesting;
using Platform.Testing.SqlServer;

namespace Platform.Storage.Tests.Catalogue.Harvesting;

/// <summary>The harvest list over a long feed, and its statements on SQL Server.</summary>
public sealed class HarvestListTests
{
    [Fact]
    public async Task LongFeed_IsEnteredAtTheInstantAskedFor()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        await using var db = database.Open();
        for (var minute = 0; minute < 1_500; minute++)
            db.ChangeFeed.Add(EntryOf(minute % 4 == 0 ? "BibliographicRecord" : "Loan", minute));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        var told = await new HarvestList(db).ReadAfterAsync(
            new HarvestWindow(null, A.Noon.AddMinutes(1_490), null), 0, 10, TestContext.Current.CancellationToken);

        told.Select(entry => entry.EntityId).ShouldBe([1_492, 1_496]);
    }

    [Fact]
    public async Task Statements_AreSoundTSql()
    {
        var rehearsal = new SqlServerRehearsal();
        await using var db = rehearsal.Open();
        var list = new HarvestList(db);

        await list.ReadAfterAsync(new HarvestWindow(3, A.Noon, A.Noon.AddDays(1)), 7, 100, TestContext.Current.CancellationToken);
        await list.OfAsync("EResource", 5, TestContext.Current.CancellationToken);
        await list.BeginningAsync(TestContext.Current.CancellationToken);

        rehearsal.Commands.Count.ShouldBe(5);
        rehearsal.Errors.ShouldBeEmpty();
    }

    private static ChangeFeedEntry EntryOf(string entity, int minute) => new()
    {
        Entity = entity,
        EntityId = minute,
        Kind = ChangeKind.Created,
        Actor = "test",
        At = A.Noon.AddMinutes(minute),
    };
}
