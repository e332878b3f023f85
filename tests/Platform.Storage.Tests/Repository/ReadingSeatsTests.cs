using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Platform.Model.Catalogue;
using Platform.Model.Repository;
using Platform.Storage.Repository;

namespace Platform.Storage.Tests.Repository;

/// <summary>Never more readers at one time than copies held (Luật SHTT Đ.25).</summary>
public sealed class ReadingSeatsTests
{
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(20);

    [Theory, EachDatabase]
    public async Task HundredReadersOfThreeCopies_GetThreeTurns(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider, new FakeTimeProvider(A.Noon));
        var resource = await WorkWithCopiesAsync(database, copies: 3);

        var turns = await Task.WhenAll(Enumerable.Range(0, 100).Select(reader => Task.Run(() => TakeAsync(database, resource, $"r{reader}"))));

        turns.Count(turn => turn is not null).ShouldBe(3);
        turns.OfType<ReadingLease>().Select(turn => turn.LeaseId).Distinct().Count().ShouldBe(3);
        await using var db = database.Open();
        (await db.ReadingSeats.Where(s => s.FreeAt > A.Noon).Select(s => s.Reader).Distinct().CountAsync()).ShouldBe(3);
    }

    [Theory, EachDatabase]
    public async Task SeatsFollowTheCopiesInStock_UnlessADocumentShowsThem(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider, new FakeTimeProvider(A.Noon));
        var library = await database.HasAsync(A.Library());
        var record = await database.HasAsync(A.Record(library));
        var items = new[] { await database.HasAsync(A.Item(record)), await database.HasAsync(A.Item(record)), await database.HasAsync(A.Item(record)) };
        var work = A.Resource(library, RightsBasis.LibraryCopy, copies: 3);
        work.RecordId = record.Id;
        var evidenced = A.Resource(library, RightsBasis.LibraryCopy, copies: 2);
        evidenced.CopiesEvidence = "Hóa đơn 0000123";
        await database.HasAsync(work);
        await database.HasAsync(evidenced);
        var upkeep = new ReadingCopies(database.Databases, database.Clock);

        (await upkeep.RunAsync(CancellationToken.None)).ShouldBe(2);
        (await SeatsAsync(database, work), await SeatsAsync(database, evidenced)).ShouldBe((3, 2));
        await using (var db = database.Open())
        {
            (await db.Items.SingleAsync(i => i.Id == items[0].Id)).Status = ItemStatus.Lost;
            await db.SaveChangesAsync();
        }
        (await upkeep.RunAsync(CancellationToken.None)).ShouldBe(1);
        (await SeatsAsync(database, work), await SeatsAsync(database, evidenced)).ShouldBe((2, 2));
    }

    [Theory, EachDatabase]
    public async Task TurnThatEnds_PassesOn(DatabaseProvider provider)
    {
        var clock = new FakeTimeProvider(A.Noon);
        await using var database = await LibraryDatabase.CreateAsync(provider, clock);
        var resource = await WorkWithCopiesAsync(database, copies: 1);
        var first = await TakeAsync(database, resource, "a");

        (await TakeAsync(database, resource, "b")).ShouldBeNull();
        clock.Advance(Turn);
        var second = await TakeAsync(database, resource, "b");

        second.ShouldNotBeNull();
        await using var db = database.Open();
        var seats = new ReadingSeats(db, clock);
        (await seats.LastsAsync(resource, first!.LeaseId, CancellationToken.None)).ShouldBeFalse();
        (await seats.RenewAsync(first.LeaseId, Turn, CancellationToken.None)).ShouldBeNull();
        (await seats.LastsAsync(resource, second.LeaseId, CancellationToken.None)).ShouldBeTrue();
    }

    [Theory, EachDatabase]
    public async Task ReaderInTwoWindows_HoldsOneSeat(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider, new FakeTimeProvider(A.Noon));
        var resource = await WorkWithCopiesAsync(database, copies: 2);

        var turns = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => TakeAsync(database, resource, "same"))));

        turns.ShouldAllBe(turn => turn != null);
        await using var db = database.Open();
        (await db.ReadingSeats.CountAsync(s => s.Reader != null)).ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task TurnGivenBack_IsFreeAtOnce_AndRenewedOneStays(DatabaseProvider provider)
    {
        var clock = new FakeTimeProvider(A.Noon);
        await using var database = await LibraryDatabase.CreateAsync(provider, clock);
        var resource = await WorkWithCopiesAsync(database, copies: 1);
        var first = await TakeAsync(database, resource, "a");
        clock.Advance(Turn - TimeSpan.FromSeconds(1));
        await using var db = database.Open();
        var seats = new ReadingSeats(db, clock);

        (await seats.RenewAsync(first!.LeaseId, Turn, CancellationToken.None)).ShouldNotBeNull();
        clock.Advance(TimeSpan.FromMinutes(10));
        (await TakeAsync(database, resource, "b")).ShouldBeNull();
        (await seats.GiveBackAsync(first.LeaseId, CancellationToken.None)).ShouldBeTrue();
        (await TakeAsync(database, resource, "b")).ShouldNotBeNull();
    }

    [Theory, EachDatabase]
    public async Task FewerCopies_EndTheTurnsAtThoseThatAreGone(DatabaseProvider provider)
    {
        var clock = new FakeTimeProvider(A.Noon);
        await using var database = await LibraryDatabase.CreateAsync(provider, clock);
        var resource = await WorkWithCopiesAsync(database, copies: 3);
        await TakeAsync(database, resource, "a");
        var second = await TakeAsync(database, resource, "b");

        await using var db = database.Open();
        var seats = new ReadingSeats(db, clock);
        await seats.SetCopiesAsync(resource, 1, CancellationToken.None);

        (await seats.LastsAsync(resource, second!.LeaseId, CancellationToken.None)).ShouldBeFalse();
        (await TakeAsync(database, resource, "c")).ShouldBeNull();
    }

    private static async Task<long> WorkWithCopiesAsync(LibraryDatabase database, int copies)
    {
        var resource = await database.HasAsync(A.Resource(await database.HasAsync(A.Library()), RightsBasis.LibraryCopy, copies));
        await using var db = database.Open();
        await new ReadingSeats(db, database.Clock).SetCopiesAsync(resource.Id, copies, CancellationToken.None);
        return resource.Id;
    }

    private static async Task<ReadingLease?> TakeAsync(LibraryDatabase database, long resource, string reader)
    {
        await using var db = database.Open();
        return await new ReadingSeats(db, database.Clock).TakeAsync(resource, reader, Turn, CancellationToken.None);
    }

    private static async Task<int> SeatsAsync(LibraryDatabase database, EResource resource)
    {
        await using var db = database.Open();
        return await db.ReadingSeats.CountAsync(s => s.ResourceId == resource.Id);
    }
}
