using Microsoft.EntityFrameworkCore;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Patrons;
using Platform.Storage.Circulation;

namespace Platform.Storage.Tests.Circulation;

/// <summary>What offline desks did, taken in by the database: late, twice, out of order, against what happened meanwhile.</summary>
public sealed class OfflineDeskTests
{
    private const int Interleavings = 60;

    [Theory, EachDatabase]
    public async Task RepeatedMessage_ChangesNothing_AndAnswersTheSame(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var (item, patron) = (await desk.ItemAsync(), await desk.PatronAsync());
        OfflineOperation[] operations = [CheckOut(1, item, patron, -60), Return(2, item, -30)];

        var first = await SyncAsync(desk, "A", operations);
        var again = await SyncAsync(desk, "A", operations);

        first.Select(r => r.Settlement).ShouldBe([DeskSettlement.Applied, DeskSettlement.Applied]);
        again.ShouldBe(first);
        await using var db = desk.Database.Open();
        var loan = await db.Loans.SingleAsync();
        (loan.LentAt, loan.ReturnedAt).ShouldBe((A.Noon.AddMinutes(-60), A.Noon.AddMinutes(-30)));
    }

    [Theory, EachDatabase]
    public async Task MessageBeforeItsTurn_MustBeSentAgain(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var (item, patron) = (await desk.ItemAsync(), await desk.PatronAsync());

        (await SyncAsync(desk, "A", Return(2, item, -30))).Single().Settlement.ShouldBeNull();
        (await SyncAsync(desk, "A", Return(2, item, -30), CheckOut(1, item, patron, -60))).Select(r => r.Settlement)
            .ShouldBe([DeskSettlement.Applied, DeskSettlement.Applied]);
    }

    [Theory, EachDatabase]
    public async Task ItemLentOfflineThoughOnLoan_HadComeBack(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var (item, first, second) = (await desk.ItemAsync(), await desk.PatronAsync(), await desk.PatronAsync());
        desk.Now = A.Noon.AddHours(-5);
        var online = (await desk.LendAsync(item, first)).Done!;
        desk.Now = A.Noon;

        var result = (await SyncAsync(desk, "A", CheckOut(1, item, second, -60))).Single();

        result.Settlement.ShouldBe(DeskSettlement.AppliedWithImpliedReturn);
        await using var db = desk.Database.Open();
        (await db.Loans.SingleAsync(l => l.Id == online.Id)).ReturnedAt.ShouldBe(A.Noon.AddMinutes(-60));
        (await db.Loans.SingleAsync(l => l.ReturnedAt == null)).PatronId.ShouldBe(second.Id);
    }

    [Theory, EachDatabase]
    public async Task WithdrawnItem_OrUnknownCard_IsAConflictForAPerson(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var patron = await desk.PatronAsync();
        var withdrawn = A.Item(desk.Record);
        withdrawn.Status = ItemStatus.Withdrawn;
        await desk.Database.HasAsync(withdrawn);
        var stranger = A.Patron(desk.Library);

        var results = await SyncAsync(desk, "A", CheckOut(1, withdrawn, patron, -9), CheckOut(2, await desk.ItemAsync(), stranger, -8), Return(3, A.Item(desk.Record), -7));

        results.Select(r => (r.Settlement, r.Refusal)).ShouldBe(
        [
            (DeskSettlement.Conflict, RefusalCode.ItemWithdrawn),
            (DeskSettlement.Conflict, RefusalCode.PatronUnknown),
            (DeskSettlement.Conflict, RefusalCode.ItemUnknown),
        ]);
    }

    [Theory, EachDatabase]
    public async Task RandomInterleavings_EndAsTheFactsInTheOrderOfTheirTimes(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var patrons = new List<Patron> { await desk.PatronAsync(), await desk.PatronAsync() };
        for (var run = 0; run < Interleavings; run++)
        {
            var random = new Random(run);
            Item[] items = [await desk.ItemAsync(), await desk.ItemAsync()];
            var devices = Facts(random, items, patrons, run);

            for (var attempt = 0; attempt < 4; attempt++)
            {
                var (name, facts) = devices.ElementAt(random.Next(devices.Count));
                await SyncAsync(desk, name, [.. facts.OrderBy(_ => random.Next()).Take(2)]);
            }
            foreach (var (name, facts) in devices.OrderBy(_ => random.Next()))
                await SyncAsync(desk, name, [.. facts]);

            await using var db = desk.Database.Open();
            var ids = items.Select(i => i.Id).ToList();
            var loans = await db.Loans.Where(l => ids.Contains(l.ItemId)).OrderBy(l => l.LentAt).Select(l => new { l.Item.RegistrationNumber, l.LentAt, l.ReturnedAt }).ToListAsync();
            loans.Select(l => (l.RegistrationNumber, l.LentAt, l.ReturnedAt)).ShouldBe(Timeline([.. devices.Values.SelectMany(f => f)]), $"run {run}");
        }
    }

    private static Dictionary<string, List<OfflineOperation>> Facts(Random random, Item[] items, List<Patron> patrons, int run)
    {
        var devices = new Dictionary<string, List<OfflineOperation>> { [$"A{run}"] = [], [$"B{run}"] = [] };
        foreach (var minute in Enumerable.Range(1, 9).OrderBy(_ => random.Next()).Take(6))
        {
            var facts = devices.ElementAt(random.Next(2)).Value;
            var item = items[random.Next(2)];
            facts.Add(random.Next(5) < 3
                ? CheckOut(facts.Count + 1, item, patrons[random.Next(2)], -minute)
                : Return(facts.Count + 1, item, -minute));
        }
        return devices;
    }

    private static IEnumerable<(string, DateTimeOffset, DateTimeOffset?)> Timeline(List<OfflineOperation> facts) => facts
        .Where(fact => fact.Kind is DeskOperationKind.CheckOut)
        .OrderBy(fact => fact.OccurredAt)
        .Select(fact => (fact.RegistrationNumber, fact.OccurredAt, facts
            .Where(later => later.RegistrationNumber == fact.RegistrationNumber && later.OccurredAt > fact.OccurredAt)
            .Select(later => (DateTimeOffset?)later.OccurredAt)
            .Min()));

    private static Task<IReadOnlyList<OfflineResult>> SyncAsync(TestDesk desk, string device, params OfflineOperation[] operations) =>
        desk.RunAsync(db => OfflineDesk.SyncAsync(db, desk.Library.Id, device, operations, desk.Now, default));

    private static OfflineOperation CheckOut(long sequence, Item item, Patron patron, int minutes) => new()
    {
        Sequence = sequence,
        Kind = DeskOperationKind.CheckOut,
        RegistrationNumber = item.RegistrationNumber,
        CardNumber = patron.CardNumber,
        OccurredAt = A.Noon.AddMinutes(minutes),
    };

    private static OfflineOperation Return(long sequence, Item item, int minutes) => new()
    {
        Sequence = sequence,
        Kind = DeskOperationKind.Return,
        RegistrationNumber = item.RegistrationNumber,
        OccurredAt = A.Noon.AddMinutes(minutes),
    };
}
