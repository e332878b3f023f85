using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Platform.Model.ChangeFeed;

namespace Platform.Storage.Tests;

/// <summary>What every save does: versions, the change feed, the invariants of the database.</summary>
public sealed class SavingTests
{
    [Theory, EachDatabase]
    public async Task Save_WritesOneFeedEntryForEachRowInItsTransaction(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider, new FakeTimeProvider(A.Noon));
        var library = await database.HasAsync(A.Library());
        await using (var db = database.Open())
        {
            (await db.Libraries.SingleAsync()).Name = "Trường THCS Mường Sáng";
            await db.SaveChangesAsync();
        }

        await using var reading = database.Open();
        var feed = await reading.ChangeFeed.OrderBy(e => e.Sequence).ToListAsync();

        feed.Select(e => (e.Entity, e.EntityId, e.Kind, e.Actor, e.At)).ShouldBe(
        [
            ("Library", library.Id, ChangeKind.Created, "system", A.Noon),
            ("Library", library.Id, ChangeKind.Updated, "system", A.Noon),
        ]);
    }

    [Theory, EachDatabase]
    public async Task SaveThatFails_LeavesNeitherRowsNorFeed(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider);
        await using var db = database.Open();
        db.AddRange(A.Library("TV1"), A.Library("TV1"));

        await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());

        await using var reading = database.Open();
        (await reading.Libraries.CountAsync()).ShouldBe(0);
        (await reading.ChangeFeed.CountAsync()).ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task StaleVersion_IsRefused_AndTheFirstWriterStays(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider);
        await database.HasAsync(A.Library(name: "cũ"));
        await using var first = database.Open();
        await using var second = database.Open();
        var (mine, yours) = (await first.Libraries.SingleAsync(), await second.Libraries.SingleAsync());
        mine.Name = "của tôi";
        await first.SaveChangesAsync();
        yours.Name = "của bạn";

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());

        await using var reading = database.Open();
        var kept = await reading.Libraries.SingleAsync();
        (kept.Name, kept.Version).ShouldBe(("của tôi", 2));
    }

    [Theory, EachDatabase]
    public async Task SecondOpenLoanOfAnItem_IsRefusedByTheDatabase(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider);
        var library = await database.HasAsync(A.Library());
        var item = await database.HasAsync(A.Item(await database.HasAsync(A.Record(library))));
        var patron = await database.HasAsync(A.Patron(library));
        var closed = A.Loan(item, patron);
        closed.ReturnedAt = A.Noon;
        await database.HasAsync(closed);
        await database.HasAsync(A.Loan(item, patron));

        await using var db = database.Open();
        db.Add(A.Loan(item, patron));
        var fault = await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());

        UniqueViolation.IsOn(fault, db, "UX_Loan_OneOpenPerItem").ShouldBeTrue(fault.InnerException?.Message);
        UniqueViolation.IsOn(fault, db, "IX_Items_LibraryId_RegistrationNumber").ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task Instants_SortAsTheyHappened(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider);
        var library = await database.HasAsync(A.Library());
        var record = await database.HasAsync(A.Record(library));
        var patron = await database.HasAsync(A.Patron(library));
        foreach (var offset in new[] { 0.5, 0, 10, 0.25 })
        {
            var loan = A.Loan(await database.HasAsync(A.Item(record)), patron);
            loan.ReturnedAt = A.Noon.AddSeconds(offset);
            await database.HasAsync(loan);
        }

        await using var db = database.Open();
        var returned = await db.Loans.OrderBy(l => l.ReturnedAt).Select(l => l.ReturnedAt).ToListAsync();

        returned.ShouldBe([A.Noon, A.Noon.AddSeconds(0.25), A.Noon.AddSeconds(0.5), A.Noon.AddSeconds(10)]);
    }
}
