using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Model.Sharing.Rotation;
using Platform.Storage.Circulation;
using Platform.Storage.Sharing;

namespace Platform.Storage.Tests.Sharing;

/// <summary>A rotation on a real database: planned from what the schools hold, edited, carried out in any order, closed.</summary>
public sealed class RotationExecutionTests
{
    private const string Semester = "2026-2027-HK1";
    private static readonly Dictionary<SchoolLevel, int> TwoForEachPupil = Enum.GetValues<SchoolLevel>().ToDictionary(level => level, _ => 2);

    [Theory, EachDatabase]
    public async Task Plan_IsMadeFromTheShelves_WithReasons(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider, new FakeTimeProvider(A.Noon));
        var group = await RotationGroup.SmallAsync(database);
        await using var db = database.Open();

        var plan = (await PlanAsync(database, db, group)).Plan.ShouldNotBeNull();

        // The rich school has 6 copies for 10 pupils, the poor one none for 10: its share is 3.
        plan.Moves.Count.ShouldBe(3);
        plan.Moves.ShouldAllBe(m => m.OwnerId == group.Rich.Id && m.ReceiverId == group.Poor.Id && m.State == MoveState.Planned);
        plan.Moves.First().Reason.ShouldBe("Thư viện nhận thiếu 3 bản sách tham khảo môn loại 500 khối 6; cách 0,0 km; thư viện chủ giữ lại 3 bản.");
        plan.Explanation.ShouldNotBeNull().ShouldContain("Đáp ứng 3 bản");
        (await PlanAsync(database, db, group)).Refusal.ShouldBe(RotationRefusal.PlanExists);
    }

    [Fact]
    public async Task HubsHand_AddsAndRemoves_WithinTheRules()
    {
        await using var database = await LibraryDatabase.CreateAsync(new FakeTimeProvider(A.Noon));
        var group = await RotationGroup.SmallAsync(database);
        await using var db = database.Open();
        var planning = new RotationPlanning(db, database.Databases, database.Clock);
        var plan = (await PlanAsync(database, db, group)).Plan!;
        var moves = plan.Moves.Select(m => m.Id).ToList();

        (await planning.AddAsync(plan, group.Maths.Id, group.Rich.Id, group.Poor.Id, 1, TwoForEachPupil, default)).Refusal.ShouldBe(RotationRefusal.ReceiverHoldsIt);
        (await planning.RemoveAsync(plan, moves, default)).Refusal.ShouldBeNull();
        (await planning.TakeAsync(plan, RotationState.Approved, default)).Refusal.ShouldBe(RotationRefusal.NothingToMove);
        (await planning.AddAsync(plan, group.Maths.Id, group.Rich.Id, group.Rich.Id, 1, TwoForEachPupil, default)).Refusal.ShouldBe(RotationRefusal.NotTwoMembers);
        (await planning.AddAsync(plan, group.Maths.Id, group.Rich.Id, group.Poor.Id, 6, TwoForEachPupil, default)).Refusal.ShouldBe(RotationRefusal.TooFewCopies, "one stays at home");
        (await planning.AddAsync(plan, group.Maths.Id, group.Rich.Id, group.Poor.Id, 5, TwoForEachPupil, default)).Refusal.ShouldBeNull();
        (await db.RotationMoves.CountAsync(m => m.PlanId == plan.Id && m.ReceiverId == group.Poor.Id)).ShouldBe(5);
        (await planning.TakeAsync(plan, RotationState.Approved, default)).Refusal.ShouldBeNull();
        (await planning.RemoveAsync(plan, moves, default)).Refusal.ShouldBe(RotationRefusal.NotADraft);
    }

    [Theory, EachDatabase]
    public async Task Desk_OfTheReceiverLendsAGuest_AndTheOwnersDoesNot(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider, new FakeTimeProvider(A.Noon));
        var group = await RotationGroup.SmallAsync(database);
        var (here, there) = (await database.HasAsync(A.Patron(group.Poor)), await database.HasAsync(A.Patron(group.Rich)));
        await using var db = database.Open();
        var plan = await ApprovedAsync(database, db, group);
        var guest = await db.Items.SingleAsync(i => i.Id == plan.Moves.First().ItemId);
        var barcode = $"{group.Rich.Code}:{guest.RegistrationNumber}";

        (await LendAsync(db, group.Poor, guest.RegistrationNumber, here.CardNumber)).ShouldBe(RefusalCode.ItemUnknown);
        (await ScanAsync(db, plan, group.Rich, MoveAction.Send, barcode)).ShouldBe(MoveState.Sent);
        (await LendAsync(db, group.Rich, guest.RegistrationNumber, there.CardNumber)).ShouldBe(RefusalCode.ItemAway);
        (await ScanAsync(db, plan, group.Poor, MoveAction.Receive, guest.RegistrationNumber)).ShouldBe(MoveState.Arrived);
        (await LendAsync(db, group.Poor, guest.RegistrationNumber, here.CardNumber)).ShouldBeNull();
        (await ScanAsync(db, plan, group.Poor, MoveAction.SendBack, barcode)).ShouldBe(MoveRefusal.OnLoan);
        await using var owners = database.Open(new Scope { Actor = "owner", LibraryIds = [group.Rich.Id], Permissions = RolePermissions.Of(Role.Librarian) });
        (await ScanAsync(owners, plan, group.Rich, MoveAction.ReportLost, barcode)).ShouldBe(MoveRefusal.OnLoan, "the owner does not see the loan, and yet it counts");
        (await Returning.ReturnAsync(db, new ReturnRequest { LibraryId = group.Poor.Id, RegistrationNumber = barcode }, A.Noon, default)).IsDone.ShouldBeTrue();
        (await ScanAsync(db, plan, group.Poor, MoveAction.SendBack, barcode)).ShouldBe(MoveState.SentBack);
        (await ScanAsync(db, plan, group.Rich, MoveAction.ReceiveBack, barcode)).ShouldBe(MoveState.Home);
        (await LendAsync(db, group.Rich, guest.RegistrationNumber, there.CardNumber)).ShouldBeNull();
        (await db.Loans.OrderBy(l => l.Id).Select(l => l.LibraryId).ToListAsync()).ShouldBe([group.Poor.Id, group.Rich.Id]);
    }

    [Fact]
    public async Task DamageFoundWhenUnpackedAtHome_IsSettledByTheOwner_AndTheCopyIsTheOwnersAgain()
    {
        await using var database = await LibraryDatabase.CreateAsync(new FakeTimeProvider(A.Noon));
        var group = await RotationGroup.SmallAsync(database);
        var (here, there) = (await database.HasAsync(A.Patron(group.Poor)), await database.HasAsync(A.Patron(group.Rich)));
        await using var db = database.Open();
        var plan = await ApprovedAsync(database, db, group);
        var move = plan.Moves.First();
        var number = (await db.Items.SingleAsync(i => i.Id == move.ItemId)).RegistrationNumber;
        foreach (var (action, by) in new[] { (MoveAction.Send, group.Rich), (MoveAction.Receive, group.Poor), (MoveAction.SendBack, group.Poor) })
            (await ScanAsync(db, plan, by, action, number)).ShouldBeOfType<MoveState>();

        (await ScanAsync(db, plan, group.Poor, MoveAction.ReportDamaged, number)).ShouldBe(MoveRefusal.OtherLibrary);
        (await ScanAsync(db, plan, group.Rich, MoveAction.ReportDamaged, number)).ShouldBe(MoveState.Damaged);
        move.HolderId.ShouldBe(group.Rich.Id);
        (await LendAsync(db, group.Poor, $"{group.Rich.Code}:{number}", here.CardNumber)).ShouldBe(RefusalCode.ItemUnknown, "the receiver gave it back");
        (await ScanAsync(db, plan, group.Rich, MoveAction.Settle, number)).ShouldBe(MoveState.Settled);
        (move.Settlement, move.SettledAmount, move.ClosedOn).ShouldBe(("Đền bằng bản khác", 20_000, A.Today));
        (await LostAndFound.FindAsync(db, group.Rich.Id, number, A.Noon, default)).IsDone.ShouldBeTrue("repaired");
        (await LendAsync(db, group.Rich, number, there.CardNumber)).ShouldBeNull();
    }

    [Fact]
    public async Task NumberThatTwoCopiesBear_IsAskedBackFor()
    {
        await using var database = await LibraryDatabase.CreateAsync(new FakeTimeProvider(A.Noon));
        var group = await RotationGroup.SmallAsync(database);
        var patron = await database.HasAsync(A.Patron(group.Poor));
        await using var db = database.Open();
        var plan = await ApprovedAsync(database, db, group);
        var guest = await db.Items.SingleAsync(i => i.Id == plan.Moves.First().ItemId);
        await database.HasAsync(A.Item(await database.HasAsync(A.Record(group.Poor)), registrationNumber: guest.RegistrationNumber));
        await ScanAsync(db, plan, group.Rich, MoveAction.Send, guest.RegistrationNumber);
        await ScanAsync(db, plan, group.Poor, MoveAction.Receive, guest.RegistrationNumber);

        (await LendAsync(db, group.Poor, guest.RegistrationNumber, patron.CardNumber)).ShouldBe(RefusalCode.ItemHasTwin);
        (await LendAsync(db, group.Poor, $"{group.Poor.Code}:{guest.RegistrationNumber}", patron.CardNumber)).ShouldBeNull();
        (await db.Loans.SingleAsync()).ItemId.ShouldNotBe(guest.Id);
    }

    /// <summary>Whatever the schools do in whatever order, nothing is lost sight of, and the plan closes when all is accounted for.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task AnyCourse_KeepsTheInvariants(int seed)
    {
        await using var database = await LibraryDatabase.CreateAsync(new FakeTimeProvider(A.Noon));
        var random = new Random(seed);
        var group = await RotationGroup.LargeAsync(database, random);
        await using var db = database.Open();
        var before = await RotationGroup.StockAsync(db);
        var plan = await ApprovedAsync(database, db, group);
        plan.Moves.Count.ShouldBeGreaterThan(5);
        foreach (var move in plan.Moves.Where((_, place) => place % 2 == 0)) // by chance alone few would ever reach a reader
        {
            await ScanAsync(db, plan, move.OwnerId, MoveAction.Send, group.BarcodeOf(move));
            await ScanAsync(db, plan, move.ReceiverId, MoveAction.Receive, group.BarcodeOf(move));
        }

        for (var step = 0; step < 400; step++)
        {
            var move = plan.Moves.ElementAt(random.Next(plan.Moves.Count));
            if (step % 4 == 3)
            {
                await AtTheDeskAsync(db, move, group, random);
                continue;
            }
            var action = (MoveAction)random.Next(1, 9);
            var by = random.Next(2) == 0 ? move.OwnerId : move.ReceiverId;
            var was = move.State;
            var scanned = await ScanAsync(db, plan, by, action, group.BarcodeOf(move));
            if (scanned is MoveRefusal)
                move.State.ShouldBe(was, "a refused step changes nothing");
        }

        (await RotationGroup.StockAsync(db)).ShouldBe(before, "items are conserved: no owner gains or loses one");
        await group.ShouldKeepItsMinimumAsync(db, plan);
        (await db.Loans.CountAsync()).ShouldBeGreaterThan(0, "readers had a hand in it");
        var lent = await db.Loans.Where(l => l.ReturnedAt == null).Select(l => l.ItemId).ToListAsync();
        plan.Moves.Where(m => lent.Contains(m.ItemId)).ShouldAllBe(m => m.State == MoveState.Arrived, "a copy that a reader has is within reach of the desk that lent it");
        plan.Moves.ShouldAllBe(m => (m.ClosedOn != null) == Movement.IsAccountedFor(m.State));
        await FinishAsync(db, plan, group);
        (await new RotationPlanning(db, database.Databases, database.Clock).TakeAsync(plan, RotationState.Closed, default)).Refusal.ShouldBeNull();
        (await db.RotationMoves.CountAsync(m => m.ClosedOn == null)).ShouldBe(0, "each item home or accounted for");
        plan.Moves.ShouldAllBe(m => (m.State == MoveState.Settled) == (m.Settlement != null), "what is settled says how, and nothing else does");
        (await db.Loans.CountAsync(l => l.ReturnedAt == null)).ShouldBe(0, "no reader's loan is left behind");
    }

    /// <summary>The receiver's desk lends the item or takes it back, as far as it may.</summary>
    private static async Task AtTheDeskAsync(LibraryDb db, RotationMove move, RotationGroup group, Random random)
    {
        var barcode = group.BarcodeOf(move);
        if (random.Next(2) == 0)
            await Lending.LendAsync(db, new LendRequest { LibraryId = move.ReceiverId, RegistrationNumber = barcode, CardNumber = group.CardAt(move.ReceiverId) }, A.Noon, default);
        else
            await Returning.ReturnAsync(db, new ReturnRequest { LibraryId = move.ReceiverId, RegistrationNumber = barcode }, A.Noon, default);
    }

    private static async Task FinishAsync(LibraryDb db, RotationPlan plan, RotationGroup group)
    {
        var open = plan.Moves.Count(m => m.ClosedOn is null);
        if (open > 0)
            (await new RotationPlanning(db, null!, TimeProvider.System).TakeAsync(plan, RotationState.Closed, default)).ShouldBe(new RotationOutcome(null, RotationRefusal.StillMoving, open));
        foreach (var move in plan.Moves)
        {
            var barcode = group.BarcodeOf(move);
            await Returning.ReturnAsync(db, new ReturnRequest { LibraryId = move.ReceiverId, RegistrationNumber = barcode }, A.Noon, default);
            foreach (var (action, by) in new[] { (MoveAction.Cancel, move.OwnerId), (MoveAction.Receive, move.ReceiverId), (MoveAction.SendBack, move.ReceiverId), (MoveAction.ReceiveBack, move.OwnerId), (MoveAction.Settle, move.OwnerId) })
                await ScanAsync(db, plan, by, action, barcode);
        }
    }

    private static async Task<RotationPlan> ApprovedAsync(LibraryDatabase database, LibraryDb db, RotationGroup group)
    {
        var plan = (await PlanAsync(database, db, group)).Plan.ShouldNotBeNull();
        (await new RotationPlanning(db, database.Databases, database.Clock).TakeAsync(plan, RotationState.Approved, default)).Refusal.ShouldBeNull();
        return plan;
    }

    private static Task<RotationOutcome> PlanAsync(LibraryDatabase database, LibraryDb db, RotationGroup group) =>
        new RotationPlanning(db, database.Databases, database.Clock).ProposeAsync(group.Id, Semester, new RotationRules(), TwoForEachPupil, default);

    private static Task<object> ScanAsync(LibraryDb db, RotationPlan plan, Library library, MoveAction action, string barcode) => ScanAsync(db, plan, library.Id, action, barcode);

    /// <summary>The new state, or why not.</summary>
    private static async Task<object> ScanAsync(LibraryDb db, RotationPlan plan, long libraryId, MoveAction action, string barcode)
    {
        var request = new ScanRequest { PlanId = plan.Id, LibraryId = libraryId, Action = action, Barcodes = [barcode], Settlement = "Đền bằng bản khác", Amount = 20_000 };
        var result = (await RotationScans.TakeAsync(db, plan, request, A.Today, default)).Single();
        return result.Refusal is { } refusal ? refusal : result.State!; // one of both
    }

    private static async Task<RefusalCode?> LendAsync(LibraryDb db, Library library, string number, string card)
    {
        var result = await Lending.LendAsync(db, new LendRequest { LibraryId = library.Id, RegistrationNumber = number, CardNumber = card }, A.Noon, default);
        return result.IsDone ? null : result.Refusals[0].Refusal.Code;
    }
}
