using Microsoft.EntityFrameworkCore;
using Platform.Model.Circulation;
using Platform.Storage.Circulation;

namespace Platform.Storage.Tests.Circulation;

/// <summary>The queue of those who wait, and what renewals, losses and finds do to it.</summary>
public sealed class HoldingTests
{
    [Theory, EachDatabase]
    public async Task ReturnedCopy_IsKeptForTheFirstWhoWaits_AndForNobodyElse(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var item = await desk.ItemAsync();
        var (reader, first, second) = (await desk.PatronAsync(), await desk.PatronAsync(), await desk.PatronAsync());
        await desk.LendAsync(item, reader);
        var hold = (await desk.HoldAsync(first)).Done!;
        await desk.HoldAsync(second);

        var returned = (await desk.ReturnAsync(item)).Done!;

        (returned.KeptFor!.Id, returned.KeptFor.KeptUntilOn).ShouldBe((hold.Id, new DateOnly(2026, 10, 8)));
        var refusal = (await desk.LendAsync(item, second)).Refusals.ShouldHaveSingleItem();
        refusal.Refusal.English.ShouldBe($"Item '{item.RegistrationNumber}' is kept for another patron until 2026-10-08.");
        (await desk.LendAsync(item, first)).IsDone.ShouldBeTrue();
        await using var db = desk.Database.Open();
        (await db.Holds.OrderBy(h => h.Id).Select(h => h.Status).ToListAsync()).ShouldBe([HoldStatus.Fulfilled, HoldStatus.Waiting]);
    }

    [Theory, EachDatabase]
    public async Task SecondHoldOfOnePatron_IsRefused_ByTheRuleAndByTheDatabase(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var item = await desk.ItemAsync();
        var (reader, waiting) = (await desk.PatronAsync(), await desk.PatronAsync());
        await desk.LendAsync(item, reader);
        await desk.HoldAsync(waiting);

        (await desk.HoldAsync(waiting)).Refusals.Single().Refusal.Code.ShouldBe(RefusalCode.AlreadyOnHold);
        await using var db = desk.Database.Open();
        db.Add(A.Hold(desk.Record, waiting));
        var fault = await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
        UniqueViolation.IsOn(fault, db, CirculationTables.OneActiveHold).ShouldBeTrue();
    }

    [Theory, EachDatabase]
    public async Task HoldOnAFreeCopy_NeedsAnOverride_AndKeepsItAtOnce(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var item = await desk.ItemAsync();
        var patron = await desk.PatronAsync();

        var refusal = (await desk.HoldAsync(patron)).Refusals.ShouldHaveSingleItem();
        var hold = (await desk.HoldAsync(patron, refusal.OverrideToken!)).Done.ShouldNotBeNull();

        refusal.Refusal.Code.ShouldBe(RefusalCode.CopyOnShelf);
        (hold.Status, hold.ItemId).ShouldBe((HoldStatus.Ready, item.Id));
    }

    [Theory, EachDatabase]
    public async Task HoldNotFetchedInTime_Expires_AndTheNextGetsTheCopy(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var item = await desk.ItemAsync();
        var (reader, first, second) = (await desk.PatronAsync(), await desk.PatronAsync(), await desk.PatronAsync());
        await desk.LendAsync(item, reader);
        var late = (await desk.HoldAsync(first)).Done!;
        var next = (await desk.HoldAsync(second)).Done!;
        await desk.ReturnAsync(item);
        desk.Now = A.Noon.AddDays(4);

        var ended = await desk.RunAsync(db => Holding.ExpireAsync(db, desk.Library.Id, desk.Now, default));

        ended.Select(h => (h.Id, h.Status)).ShouldBe([(late.Id, HoldStatus.Expired)]);
        await using var db = desk.Database.Open();
        var ready = await db.Holds.SingleAsync(h => h.Id == next.Id);
        (ready.Status, ready.ItemId, ready.KeptUntilOn).ShouldBe((HoldStatus.Ready, item.Id, new DateOnly(2026, 10, 12)));
    }

    [Theory, EachDatabase]
    public async Task CancelledHold_HandsItsCopyOn_AndIsClosedForGood(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var item = await desk.ItemAsync();
        var (reader, first) = (await desk.PatronAsync(), await desk.PatronAsync());
        await desk.LendAsync(item, reader);
        var hold = (await desk.HoldAsync(first)).Done!;
        await desk.ReturnAsync(item);

        (await desk.CancelAsync(hold.Id))!.IsDone.ShouldBeTrue();
        (await desk.CancelAsync(hold.Id))!.Refusals.Single().Refusal.Code.ShouldBe(RefusalCode.HoldClosed);
        (await desk.CancelAsync(9_999)).ShouldBeNull();
        (await desk.LendAsync(item, reader)).IsDone.ShouldBeTrue("nobody waits any more");
    }

    [Theory, EachDatabase]
    public async Task Renewal_IsCounted_AndStopsWhereAnotherWaits(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var item = await desk.ItemAsync();
        await desk.LendAsync(item, await desk.PatronAsync());
        desk.Now = A.Noon.AddDays(7);

        var renewed = (await desk.RenewAsync(item)).Done.ShouldNotBeNull();
        await desk.HoldAsync(await desk.PatronAsync());
        desk.Now = A.Noon.AddDays(9);
        var again = await desk.RenewAsync(item);

        (renewed.DueOn, renewed.Renewals).ShouldBe((new DateOnly(2026, 10, 26), 1));
        again.Refusals.Select(r => r.Refusal.Code).ShouldBe([RefusalCode.RenewalLimitReached, RefusalCode.AnotherWaits]);
    }

    [Theory, EachDatabase]
    public async Task Recall_BringsTheDayNearer_Once(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var item = await desk.ItemAsync();
        await desk.LendAsync(item, await desk.PatronAsync());

        (await desk.RecallAsync(item)).Done!.DueOn.ShouldBe(new DateOnly(2026, 10, 12));
        desk.Now = A.Noon.AddDays(3);
        (await desk.RecallAsync(item)).Done!.DueOn.ShouldBe(new DateOnly(2026, 10, 12));
        (await desk.RenewAsync(item)).Refusals.Single().Refusal.Code.ShouldBe(RefusalCode.LoanRecalled);
    }

    [Theory, EachDatabase]
    public async Task LostItem_EndsTheLoan_ChargesThePrice_AndTheFindMakesItVoid(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var (item, patron) = (await desk.ItemAsync(), await desk.PatronAsync());
        var loan = (await desk.LendAsync(item, patron)).Done!;

        var lost = (await desk.LoseAsync(item)).Done.ShouldNotBeNull();
        var refused = (await desk.LendAsync(item, patron)).Refusals.Single().Refusal.Code;
        var found = (await desk.FindAsync(item)).Done.ShouldNotBeNull();

        (lost.Loan!.Id, lost.Loan.EndedAs, lost.Charge!.Amount).ShouldBe((loan.Id, LoanEnd.Lost, 25_000));
        refused.ShouldBe(RefusalCode.ItemLost);
        (found.Charge!.Id, found.Charge.Settlement).ShouldBe((lost.Charge.Id, Settlement.Void));
        (await desk.LendAsync(item, patron)).IsDone.ShouldBeTrue();
    }

    [Theory, EachDatabase]
    public async Task WaivedCharge_IsSettledOnce_WithItsReason(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var (item, patron) = (await desk.ItemAsync(), await desk.PatronAsync());
        await desk.LendAsync(item, patron);
        var charge = (await desk.LoseAsync(item, 40_000)).Done!.Charge!;
        var request = new SettleRequest(desk.Library.Id, charge.Id, Settlement.Waived, "Hộ nghèo");

        var settled = (await desk.RunAsync(db => Charging.SettleAsync(db, request, desk.Now, default)))!.Done.ShouldNotBeNull();
        var again = (await desk.RunAsync(db => Charging.SettleAsync(db, request, desk.Now, default)))!;

        (settled.Settlement, settled.Note, settled.SettledAt).ShouldBe((Settlement.Waived, "Hộ nghèo", A.Noon));
        again.Refusals.Single().Refusal.English.ShouldBe("The charge was settled on 2026-10-05.");
    }
}
