using Microsoft.EntityFrameworkCore;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Model.Sharing.Rotation;
using Platform.Storage.Circulation;

namespace Platform.Storage.Tests.Circulation;

/// <summary>Copies move from one library's register to another's by a decision, all or none, and both registers tell of it.</summary>
public sealed class ItemTransferTests
{
    [Theory, EachDatabase]
    public async Task AcceptedCopies_StandWithdrawnAtTheGiver_AndUnderNewNumbersAtTheReceiver(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var other = await desk.Database.HasAsync(A.Library());
        // The receiver has given TK.00001 and TK.00002 already, of other books.
        await desk.Database.HasAsync(A.Item(desk.Record, registrationNumber: "TK.00001", libraryId: other.Id));
        await desk.Database.HasAsync(Withdrawn(A.Item(desk.Record, registrationNumber: "TK.00002", libraryId: other.Id)));
        var first = await desk.Database.HasAsync(A.Item(desk.Record, registrationNumber: "TK.01001"));
        var textbook = await desk.Database.HasAsync(A.Item(desk.Record, ItemType.Textbook, "GK.00500"));
        var reader = await desk.PatronAsync();
        await desk.LendAsync(first, reader);
        await desk.ReturnAsync(first);

        var transfer = (await PrepareAsync(desk, other, "TK.01001", $"{desk.Library.Code}:GK.00500")).Done!;
        var accepted = await AcceptAsync(desk, other, transfer, A.Today.AddDays(2));

        accepted.IsDone.ShouldBeTrue();
        await using var db = desk.Database.Open();
        (await RegisterAsync(db, desk.Library)).ShouldBe([
            "GK.00500 Textbook Budget 2026-10-05 Withdrawn 2026-10-07 5/QĐ-SGDĐT Transferred",
            "TK.01001 ReferenceBook Budget 2026-10-05 Withdrawn 2026-10-07 5/QĐ-SGDĐT Transferred",
        ]);
        (await RegisterAsync(db, other)).ShouldBe([
            "GK.00001 Textbook Transfer 2026-10-07 InStock   ",
            "TK.00001 ReferenceBook Budget 2026-10-05 InStock   ",
            "TK.00002 ReferenceBook Budget 2026-10-05 Withdrawn   ",
            "TK.00003 ReferenceBook Transfer 2026-10-07 InStock   ",
        ]);
        (await db.Items.Where(i => i.FormerItemId != null).OrderBy(i => i.FormerItemId).Select(i => new { i.FormerItemId, i.RegistrationNumber, i.Price, i.RecordId }).ToListAsync()).ShouldBe([
            new { FormerItemId = (long?)first.Id, RegistrationNumber = "TK.00003", Price = (long?)25_000, RecordId = desk.Record.Id },
            new { FormerItemId = (long?)textbook.Id, RegistrationNumber = "GK.00001", Price = (long?)25_000, RecordId = desk.Record.Id },
        ]);
        (await db.Loans.Select(l => new { l.LibraryId, l.ItemId }).SingleAsync()).ShouldBe(new { LibraryId = desk.Library.Id, ItemId = first.Id }, "the giver's loan stays the giver's");
        (await AcceptAsync(desk, other, transfer, A.Today.AddDays(2))).Refusals.Single().Refusal.Vietnamese.ShouldBe("Phiếu điều chuyển đã được tiếp nhận.");
    }

    [Theory, EachDatabase]
    public async Task EveryCopyThatCannotMove_IsNamedWithItsReason_AndNothingIsPrepared(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var other = await desk.Database.HasAsync(A.Library());
        var free = await ItemAsync(desk, "TK.1");
        await HasWaitingAsync(desk, other, await ItemAsync(desk, "TK.2"));
        await desk.LendAsync(await ItemAsync(desk, "TK.3"), await desk.PatronAsync());
        await desk.LoseAsync(await ItemAsync(desk, "TK.4"));
        await desk.Database.HasAsync(Withdrawn(A.Item(desk.Record, registrationNumber: "TK.5")));
        await KeepAsync(desk, await ItemAsync(desk, "TK.6"));
        await HasWeedingAsync(desk, await ItemAsync(desk, "TK.7"));
        await HasRotationAsync(desk, other, await ItemAsync(desk, "TK.8"));
        await desk.Database.HasAsync(new StockTaking { LibraryId = desk.Library.Id, Name = "Kiểm kê SGK", ItemType = ItemType.Textbook, StartedAt = A.Noon });
        await desk.Database.HasAsync(A.Item(desk.Record, ItemType.Textbook, "GK.9"));
        await desk.Database.HasAsync(A.Item(desk.Record, registrationNumber: "TK.10", libraryId: other.Id));

        var refused = await PrepareAsync(desk, other, "TK.1", "TK.1", "TK.2", "TK.3", "TK.4", "TK.5", "TK.6", "TK.7", "TK.8", "GK.9", "TK.10");

        refused.Refusals.Select(r => r.Refusal.English).Order(StringComparer.Ordinal).ShouldBe([
            "Item 'GK.9' is counted in stock-taking 'Kiểm kê SGK', which is not closed.",
            "Item 'TK.1' is listed twice.",
            "Item 'TK.2' waits to be transferred by decision '1/QĐ'.",
            "Item 'TK.3' is on loan until 2026-10-19.",
            "Item 'TK.4' is reported lost: report it found first.",
            "Item 'TK.5' is withdrawn from the stock.",
            "Item 'TK.6' is kept for a patron until 2026-10-08.",
            "Item 'TK.7' is on the list of weeding 'Đợt 1'.",
            "Item 'TK.8' is with another library or on the way.",
            "No item 'TK.10' in this library.",
        ]);
        refused.Refusals.ShouldAllBe(r => !r.Refusal.CanOverride);
        await using var db = desk.Database.Open();
        (await db.ItemTransfers.CountAsync()).ShouldBe(1, "the one that waited before");
        (await PrepareAsync(desk, other, free.RegistrationNumber)).IsDone.ShouldBeTrue();
    }

    [Theory, EachDatabase]
    public async Task CopyLentInBetween_StopsTheWholeAcceptance_UntilItIsBack(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var other = await desk.Database.HasAsync(A.Library());
        var (one, two) = (await ItemAsync(desk, "TK.1"), await ItemAsync(desk, "TK.2"));
        var transfer = (await PrepareAsync(desk, other, "TK.1", "TK.2")).Done!;
        await desk.LendAsync(two, await desk.PatronAsync());

        (await AcceptAsync(desk, other, transfer, A.Today)).Refusals.Single().Refusal.English.ShouldBe("Item 'TK.2' is on loan until 2026-10-19.");
        await using (var db = desk.Database.Open())
            (await db.Items.CountAsync(i => i.LibraryId == other.Id || i.Status == ItemStatus.Withdrawn)).ShouldBe(0);
        await desk.ReturnAsync(two);
        (await AcceptAsync(desk, other, transfer, A.Today)).IsDone.ShouldBeTrue();
        (await desk.LendAsync(one, await desk.PatronAsync())).Refusals.Single().Refusal.Code.ShouldBe(RefusalCode.ItemWithdrawn);
    }

    [Theory, EachDatabase]
    public async Task RefusalAndCancellation_MoveNothing_AndSetTheCopiesFree(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var other = await desk.Database.HasAsync(A.Library());
        await ItemAsync(desk, "TK.1");
        var first = (await PrepareAsync(desk, other, "TK.1")).Done!;

        (await EndAsync(desk, desk.Library, first, "Không đúng")).ShouldBeNull("the giver does not refuse");
        (await EndAsync(desk, other, first, null)).ShouldBeNull("the receiver does not cancel");
        var refused = (await EndAsync(desk, other, first, "Thiếu trang"))!.Done!;
        (refused.State, refused.RefusedBecause, refused.ClosedOn).ShouldBe((ItemTransferState.Refused, "Thiếu trang", A.Today));
        var second = (await PrepareAsync(desk, other, "TK.1")).Done!;
        (await EndAsync(desk, desk.Library, second, null))!.Done!.State.ShouldBe(ItemTransferState.Cancelled);
        (await AcceptAsync(desk, other, second, A.Today)).Refusals.Single().Refusal.Code.ShouldBe(RefusalCode.TransferStateWrong);
        await using var db = desk.Database.Open();
        (await RegisterAsync(db, desk.Library)).ShouldBe(["TK.1 ReferenceBook Budget 2026-10-05 InStock   "]);
        (await RegisterAsync(db, other)).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task CopyThatMovesOn_KeepsTheWholeLineOfItsOwners_AndThirdLibrariesSeeNoDocument(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var (second, third) = (await desk.Database.HasAsync(A.Library()), await desk.Database.HasAsync(A.Library()));
        await ItemAsync(desk, "TK.1");
        var transfer = (await PrepareAsync(desk, second, "TK.1")).Done!;
        await AcceptAsync(desk, second, transfer, A.Today);
        var onward = (await PrepareAsync(desk, third, second, "TK.00001")).Done!;
        await AcceptAsync(desk, third, onward, A.Today);

        await using var db = desk.Database.Open();
        var last = await db.Items.SingleAsync(i => i.LibraryId == third.Id);
        var middle = await db.Items.SingleAsync(i => i.Id == last.FormerItemId);
        (middle.LibraryId, (await db.Items.SingleAsync(i => i.Id == middle.FormerItemId)).LibraryId).ShouldBe((second.Id, desk.Library.Id));
        foreach (var (library, sees) in new[] { (desk.Library, new[] { transfer.Id }), (second, [transfer.Id, onward.Id]), (third, [onward.Id]) })
        {
            (await desk.RunAsync(own => own.ItemTransfers.Select(t => t.Id).Order().ToListAsync(), Of(desk, library))).ShouldBe(sees);
            (await desk.RunAsync(own => own.ItemTransferLines.Select(l => l.TransferId).Order().ToListAsync(), Of(desk, library))).ShouldBe(sees);
        }
    }

    private static Model.Access.Scope Of(TestDesk desk, Library library) => desk.Librarian with { LibraryIds = [library.Id] };

    private static Task<Item> ItemAsync(TestDesk desk, string number) => desk.Database.HasAsync(A.Item(desk.Record, registrationNumber: number));

    private static Item Withdrawn(Item item)
    {
        item.Status = ItemStatus.Withdrawn;
        return item;
    }

    private static Task HasWaitingAsync(TestDesk desk, Library to, Item item) => desk.Database.HasAsync(new ItemTransfer
    {
        LibraryId = desk.Library.Id,
        ToLibraryId = to.Id,
        DecisionNumber = "1/QĐ",
        DecidedOn = A.Today,
        Reason = "Thừa",
        PreparedOn = A.Today,
        Lines = [new ItemTransferLine { LibraryId = desk.Library.Id, ToLibraryId = to.Id, ItemId = item.Id }],
    });

    private static async Task KeepAsync(TestDesk desk, Item item)
    {
        var hold = A.Hold(desk.Record, await desk.PatronAsync());
        (hold.ItemId, hold.Status, hold.KeptUntilOn) = (item.Id, HoldStatus.Ready, A.Today.AddDays(3));
        await desk.Database.HasAsync(hold);
    }

    private static Task HasWeedingAsync(TestDesk desk, Item item) => desk.Database.HasAsync(new Weeding
    {
        LibraryId = desk.Library.Id,
        Name = "Đợt 1",
        OpenedOn = A.Today,
        Lines = [new WeedingLine { LibraryId = desk.Library.Id, ItemId = item.Id, Reason = WeedingReason.WornOut, Handling = WeedingHandling.Exchanged }],
    });

    private static async Task HasRotationAsync(TestDesk desk, Library to, Item item)
    {
        var group = await desk.Database.HasAsync(A.Group(desk.Library, to));
        var plan = new RotationPlan { GroupId = group.Id, Semester = "2026-2027-HK1", State = RotationState.Approved, Score = 0, BaselineScore = 0, CreatedAt = A.Noon };
        plan.Moves.Add(new RotationMove { ItemId = item.Id, OwnerId = desk.Library.Id, ReceiverId = to.Id, Reason = "Thiếu." });
        await desk.Database.HasAsync(plan);
    }

    private static async Task<List<string>> RegisterAsync(Model.LibraryDb db, Library library) =>
        [.. (await db.Items.Where(i => i.LibraryId == library.Id).OrderBy(i => i.RegistrationNumber).ToListAsync())
            .Select(i => $"{i.RegistrationNumber} {i.Type} {i.Funding} {i.AcquiredOn:yyyy-MM-dd} {i.Status} {i.WithdrawnOn:yyyy-MM-dd} {i.WithdrawalDecision} {i.WithdrawalReason}")];

    private static Task<DeskResult<ItemTransfer>> PrepareAsync(TestDesk desk, Library to, params string[] numbers) => PrepareAsync(desk, to, desk.Library, numbers);

    private static Task<DeskResult<ItemTransfer>> PrepareAsync(TestDesk desk, Library to, Library from, params string[] numbers) => desk.RunAsync(
        db => ItemTransfers.PrepareAsync(
            db,
            new TransferRequest { LibraryId = from.Id, ToLibraryId = to.Id, DecisionNumber = "5/QĐ-SGDĐT", DecidedOn = A.Today, Reason = "Sáp nhập trường", Numbers = numbers },
            A.Today,
            default),
        Of(desk, from));

    private static async Task<DeskResult<ItemTransfer>> AcceptAsync(TestDesk desk, Library at, ItemTransfer transfer, DateOnly on) =>
        (await desk.RunAsync(db => ItemTransfers.AcceptAsync(db, at.Id, transfer.Id, on, default), Of(desk, at)))!;

    private static Task<DeskResult<ItemTransfer>?> EndAsync(TestDesk desk, Library at, ItemTransfer transfer, string? because) =>
        desk.RunAsync(db => ItemTransfers.EndAsync(db, at.Id, transfer.Id, because, A.Today, default), Of(desk, at));
}
