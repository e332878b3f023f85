using Microsoft.EntityFrameworkCore;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Storage.Circulation;

namespace Platform.Storage.Tests.Circulation;

/// <summary>Weeding by TT 02/2020: a tenth, three years, fifteen days, and the decision's number on every copy.</summary>
public sealed class WeedingTests
{
    private static readonly DateOnly Today = A.Today;

    [Theory, EachDatabase]
    public async Task DecidedList_LeavesTheStock_AfterFifteenDays_WithTheDecisionOnEachCopy(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var items = await StockAsync(desk, 20);
        var weeding = await OpenAsync(desk);
        await ProposeAsync(desk, weeding, items[0], items[1]);

        (await DecideAsync(desk, weeding, Today)).IsDone.ShouldBeTrue();
        var early = await CarryOutAsync(desk, weeding, Today.AddDays(14));
        var done = await CarryOutAsync(desk, weeding, Today.AddDays(15));

        early.Refusals.Single().Refusal.Code.ShouldBe(RefusalCode.WeedingNotPublished);
        done.Done!.State.ShouldBe(WeedingState.CarriedOut);
        await using var db = desk.Database.Open();
        (await db.Items.Where(i => i.Status == ItemStatus.Withdrawn).OrderBy(i => i.Id).Select(i => new { i.Id, i.WithdrawnOn, i.WithdrawalDecision }).ToListAsync())
            .ShouldBe([new { items[0].Id, WithdrawnOn = (DateOnly?)Today.AddDays(15), WithdrawalDecision = (string?)"12/QĐ-THCS" }, new { items[1].Id, WithdrawnOn = (DateOnly?)Today.AddDays(15), WithdrawalDecision = (string?)"12/QĐ-THCS" }]);
    }

    [Theory, EachDatabase]
    public async Task MoreThanATenth_OrTooSoonAfterTheLast_IsRefused(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var items = await StockAsync(desk, 20);
        var weeding = await OpenAsync(desk);
        await ProposeAsync(desk, weeding, items[0], items[1], items[2]);

        (await DecideAsync(desk, weeding, Today)).Refusals.Single().Refusal.Vietnamese.ShouldBe("Danh mục có 3 bản, mỗi lần thanh lọc không quá 10% vốn tài liệu là 2 bản.");
        await desk.RunAsync(db => Weedings.WithdrawProposalAsync(db, desk.Library.Id, weeding.Id, [items[2].RegistrationNumber], default));
        (await DecideAsync(desk, weeding, Today)).IsDone.ShouldBeTrue();
        (await CarryOutAsync(desk, weeding, Today.AddDays(15))).IsDone.ShouldBeTrue();
        var next = await OpenAsync(desk);
        await ProposeAsync(desk, next, items[3]);
        (await DecideAsync(desk, next, Today.AddYears(3).AddDays(-1))).Refusals.Single().Refusal.Code.ShouldBe(RefusalCode.WeedingTooSoon);
        (await DecideAsync(desk, next, Today.AddYears(3))).IsDone.ShouldBeTrue();
    }

    [Theory, EachDatabase]
    public async Task CopyOnLoan_StopsTheWhole_AndALostOneIsOnlyWrittenOff(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var items = await StockAsync(desk, 20);
        await desk.LoseAsync(items[5]);
        var weeding = await OpenAsync(desk);

        (await ProposeAsync(desk, weeding, items[5])).Refusals.Single().Refusal.Code.ShouldBe(RefusalCode.WeedingReasonWrong, "a lost copy is not worn out");
        await ProposeAsync(desk, weeding, items[0]);
        await DecideAsync(desk, weeding, Today);
        await desk.LendAsync(items[0], await desk.PatronAsync());
        (await CarryOutAsync(desk, weeding, Today.AddDays(15))).Refusals.Single().Refusal.Code.ShouldBe(RefusalCode.ItemOnLoan);
        await desk.ReturnAsync(items[0]);
        var hold = await desk.Database.HasAsync(Kept(A.Hold(desk.Record, await desk.PatronAsync()), items[0]));
        var kept = (await CarryOutAsync(desk, weeding, Today.AddDays(15))).Refusals.Single();
        (kept.Refusal.Code, kept.Refusal.CanOverride, kept.OverrideToken).ShouldBe((RefusalCode.ItemKeptForAnother, false, null));
        await desk.CancelAsync(hold.Id);
        await desk.RotateAsync(items[0]);
        (await CarryOutAsync(desk, weeding, Today.AddDays(15))).Refusals.Single().Refusal.Code.ShouldBe(RefusalCode.ItemAway);
        await using var db = desk.Database.Open();
        (await db.Items.CountAsync(i => i.Status == ItemStatus.Withdrawn)).ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task EveryCopyThatCannotBeProposed_IsNamedWithItsReason_AndNoneIsListed(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var (free, waiting, gone) = (await ItemAsync(desk, "TK.1"), await ItemAsync(desk, "TK.2"), await ItemAsync(desk, "TK.3", ItemStatus.Withdrawn));
        var other = await desk.Database.HasAsync(A.Library());
        await desk.Database.HasAsync(new ItemTransfer
        {
            LibraryId = desk.Library.Id,
            ToLibraryId = other.Id,
            DecisionNumber = "1/QĐ",
            DecidedOn = Today,
            Reason = "Thừa",
            PreparedOn = Today,
            Lines = [new ItemTransferLine { LibraryId = desk.Library.Id, ToLibraryId = other.Id, ItemId = waiting.Id }],
        });
        var weeding = await OpenAsync(desk);

        var refused = await ProposeAsync(desk, weeding, free, waiting, gone, A.Item(desk.Record, registrationNumber: "TK.4"));

        refused.Refusals.Select(r => r.Refusal.English).ShouldBe(["Item 'TK.2' waits to be transferred by decision '1/QĐ'.", "Item 'TK.3' is withdrawn from the stock.", "No item 'TK.4' in this library."]);
        await using var db = desk.Database.Open();
        (await db.WeedingLines.CountAsync()).ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task SecondWeeding_WaitsForTheFirst(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var first = await OpenAsync(desk);

        (await desk.RunAsync(db => Weedings.OpenAsync(db, desk.Library.Id, "Đợt 2", Today, default))).IsDone.ShouldBeFalse();
        await desk.RunAsync(db => Weedings.CancelAsync(db, desk.Library.Id, first.Id, default));
        (await desk.RunAsync(db => Weedings.OpenAsync(db, desk.Library.Id, "Đợt 2", Today, default))).IsDone.ShouldBeTrue();
    }

    private static Task<Item> ItemAsync(TestDesk desk, string number, ItemStatus status = ItemStatus.InStock)
    {
        var item = A.Item(desk.Record, registrationNumber: number);
        item.Status = status;
        return desk.Database.HasAsync(item);
    }

    private static Hold Kept(Hold hold, Item item)
    {
        (hold.ItemId, hold.Status, hold.KeptUntilOn) = (item.Id, HoldStatus.Ready, Today.AddDays(3));
        return hold;
    }

    private static async Task<List<Item>> StockAsync(TestDesk desk, int copies)
    {
        var items = new List<Item>();
        for (var i = 0; i < copies; i++)
            items.Add(await desk.ItemAsync());
        return items;
    }

    private static async Task<Weeding> OpenAsync(TestDesk desk) => (await desk.RunAsync(db => Weedings.OpenAsync(db, desk.Library.Id, "Đợt 1", Today, default))).Done!;

    private static async Task<DeskResult<Weeding>> ProposeAsync(TestDesk desk, Weeding weeding, params Item[] items) => (await desk.RunAsync(
        db => Weedings.ProposeAsync(db, desk.Library.Id, weeding.Id, [.. items.Select(i => new WeedingEntry(i.RegistrationNumber, WeedingReason.WornOut, WeedingHandling.Destroyed))], Today, default)))!;

    private static async Task<DeskResult<Weeding>> DecideAsync(TestDesk desk, Weeding weeding, DateOnly on) =>
        (await desk.RunAsync(db => Weedings.DecideAsync(db, desk.Library.Id, weeding.Id, "12/QĐ-THCS", on, on, default)))!;

    private static async Task<DeskResult<Weeding>> CarryOutAsync(TestDesk desk, Weeding weeding, DateOnly on) =>
        (await desk.RunAsync(db => Weedings.CarryOutAsync(db, desk.Library.Id, weeding.Id, on, default)))!;
}
