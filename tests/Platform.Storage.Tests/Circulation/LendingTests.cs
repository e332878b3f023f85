using Microsoft.EntityFrameworkCore;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.ChangeFeed;
using Platform.Model.Circulation;
using Platform.Storage.Circulation;

namespace Platform.Storage.Tests.Circulation;

/// <summary>Check-out and return at the desk.</summary>
public sealed class LendingTests
{
    [Theory, EachDatabase]
    public async Task FreeItem_IsLent_AndTheFeedSaysSo(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var (item, patron) = (await desk.ItemAsync(), await desk.PatronAsync());

        var result = await desk.LendAsync(item, patron);

        var loan = result.Done.ShouldNotBeNull();
        (loan.PatronId, loan.DueOn, loan.LentOn, loan.Grade, loan.RuleId).ShouldBe((patron.Id, new DateOnly(2026, 10, 19), A.Today, 6, 1));
        await using var db = desk.Database.Open();
        (await db.ChangeFeed.Where(e => e.Entity == "Loan").Select(e => new { e.EntityId, e.Kind, e.Actor }).ToListAsync())
            .ShouldBe([new { EntityId = loan.Id, Kind = ChangeKind.Created, Actor = "librarian" }]);
    }

    [Theory, EachDatabase]
    public async Task ItemOnLoan_IsRefused_WithItsDay(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var item = await desk.ItemAsync();
        await desk.LendAsync(item, await desk.PatronAsync());

        var result = await desk.LendAsync(item, await desk.PatronAsync());

        var refusal = result.Refusals.ShouldHaveSingleItem();
        (refusal.Refusal.Code, refusal.OverrideToken).ShouldBe((RefusalCode.ItemOnLoan, null));
        refusal.Refusal.English.ShouldBe($"Item '{item.RegistrationNumber}' is on loan until 2026-10-19.");
    }

    [Theory, EachDatabase]
    public async Task UnknownBarcodeOrCard_OrThoseOfAnotherLibrary_AreRefused(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var (item, patron) = (await desk.ItemAsync(), await desk.PatronAsync());
        var elsewhere = await desk.Database.HasAsync(A.Library());
        var stranger = await desk.Database.HasAsync(A.Patron(elsewhere));
        var foreign = await desk.Database.HasAsync(A.Item(desk.Record, libraryId: elsewhere.Id));

        (await desk.LendAsync(foreign, patron)).Refusals.Single().Refusal.Code.ShouldBe(RefusalCode.ItemUnknown);
        (await desk.LendAsync(item, stranger)).Refusals.Single().Refusal.Code.ShouldBe(RefusalCode.PatronUnknown);
    }

    [Theory, EachDatabase]
    public async Task Override_NeedsTheTokenAndThePermission(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var patron = await desk.PatronAsync();
        var item = await desk.Database.HasAsync(WithStatus(A.Item(desk.Record), ItemStatus.Damaged));
        var other = await desk.Database.HasAsync(WithStatus(A.Item(desk.Record), ItemStatus.Damaged));
        var token = (await desk.LendAsync(item, patron)).Refusals.Single().OverrideToken.ShouldNotBeNull();

        (await desk.LendAsync(item, patron, desk.TeacherLibrarian, token)).IsDone.ShouldBeFalse("no permission to override");
        (await desk.LendAsync(other, patron, null, token)).IsDone.ShouldBeFalse("another item's token");
        (await desk.LendAsync(item, patron, null, token)).IsDone.ShouldBeTrue();
    }

    [Theory, EachDatabase]
    public async Task ScopeWithoutTheDesk_IsABug_NotARefusal(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var (item, patron) = (await desk.ItemAsync(), await desk.PatronAsync());
        var pupil = new Scope { Actor = "pupil", PatronId = patron.Id, Permissions = RolePermissions.Of(Role.Pupil) };

        await Should.ThrowAsync<UnauthorizedAccessException>(() => desk.LendAsync(item, patron, pupil));
    }

    [Theory, EachDatabase]
    public async Task Return_ClosesTheLoanInPlace_AndSaysHowLate(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var (item, patron) = (await desk.ItemAsync(), await desk.PatronAsync());
        var loan = (await desk.LendAsync(item, patron)).Done!;
        desk.Now = A.Noon.AddDays(17);

        var returned = (await desk.ReturnAsync(item)).Done.ShouldNotBeNull();

        (returned.Loan.Id, returned.DaysLate, returned.KeptFor, returned.Charges.Count).ShouldBe((loan.Id, 3, null, 0));
        (returned.Loan.ReturnedAt, returned.Loan.EndedAs).ShouldBe((desk.Now, LoanEnd.Returned));
        (await desk.ReturnAsync(item)).Refusals.Single().Refusal.Code.ShouldBe(RefusalCode.ItemNotOnLoan);
    }

    [Theory, EachDatabase]
    public async Task ReturnOfADamagedItem_ChargesAndKeepsItFromBeingLent(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var (item, patron) = (await desk.ItemAsync(), await desk.PatronAsync());
        await desk.LendAsync(item, patron);

        var returned = (await desk.ReturnAsync(item, damage: 12_000)).Done!;

        returned.Charges.Select(c => (c.Kind, c.Amount, c.PatronId)).ShouldBe([(ChargeKind.Damaged, 12_000, patron.Id)]);
        (await desk.LendAsync(item, patron)).Refusals.Single().Refusal.Code.ShouldBe(RefusalCode.ItemDamaged);
    }

    [Theory, EachDatabase]
    public async Task WithdrawnItem_CannotBeLent_WhoeverWrites(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var patron = await desk.PatronAsync();
        var withdrawn = await desk.Database.HasAsync(WithStatus(A.Item(desk.Record), ItemStatus.Withdrawn));

        (await desk.LendAsync(withdrawn, patron)).Refusals.Single().Refusal.Code.ShouldBe(RefusalCode.ItemWithdrawn);
        await Should.ThrowAsync<DbUpdateException>(() => desk.Database.HasAsync(A.Loan(withdrawn, patron)));
    }

    [Theory, EachDatabase]
    public async Task ItemOnLoan_CannotBeWithdrawn_WhoeverWrites(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var item = await desk.ItemAsync();
        await desk.LendAsync(item, await desk.PatronAsync());

        await Should.ThrowAsync<DbUpdateException>(() => desk.RunAsync(async db =>
        {
            (await db.Items.SingleAsync()).Status = ItemStatus.Withdrawn;
            return await db.SaveChangesAsync();
        }));
    }

    [Theory, EachDatabase]
    public async Task FiftyDesksAtOnce_MakeOneLoan_AndSayTheSameToTheOthers(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var item = await desk.ItemAsync();
        var patrons = new List<Model.Patrons.Patron>();
        for (var i = 0; i < 50; i++)
            patrons.Add(await desk.PatronAsync());

        var results = await Task.WhenAll(patrons.Select(patron => Task.Run(() => desk.LendAsync(item, patron))));

        results.Count(result => result.IsDone).ShouldBe(1);
        results.Where(result => !result.IsDone).Select(result => result.Refusals.Single().Refusal.Code).Distinct().ShouldBe([RefusalCode.ItemOnLoan]);
        await using var db = desk.Database.Open();
        (await db.Loans.CountAsync()).ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task ReadingInTheLibrary_IsALoanClosedAtOnce(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var item = await desk.ItemAsync();

        var use = await desk.RunAsync(db => ReadingRoom.UseAsync(db, new UseRequest { LibraryId = desk.Library.Id, RegistrationNumber = item.RegistrationNumber, Grade = 7 }, A.Noon, default));

        var loan = use.Done.ShouldNotBeNull();
        (loan.Kind, loan.ReturnedAt, loan.PatronId, loan.Grade).ShouldBe((LoanKind.InLibrary, A.Noon, null, 7));
        (await desk.LendAsync(item, await desk.PatronAsync())).IsDone.ShouldBeTrue();
    }

    private static Item WithStatus(Item item, ItemStatus status)
    {
        item.Status = status;
        return item;
    }
}
