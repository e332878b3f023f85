using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Storage.Circulation;

namespace Platform.Storage.Tests.Circulation;

/// <summary>
/// Two desks, 200 copies of 40 books, 30 pupils, and random work, against the card box of <see cref="PaperDesk"/>: every answer and,
/// now and then, every card must agree. <c>PLATFORM_TEST_LONG=1</c> runs 100,000 operations, otherwise 6,000.
/// </summary>
public sealed class TwoDesksTests
{
    private const int Items = 200;
    private const int Copies = 5;
    private const int Patrons = 30;
    private const int CompareEvery = 500;

    private static int Operations => Environment.GetEnvironmentVariable("PLATFORM_TEST_LONG") == "1" ? 100_000 : 6_000;

    [Theory, EachDatabase]
    public async Task RandomWorkAtTwoDesks_AgreesWithTheCardBox(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider);
        var library = await FillAsync(database);
        var (paper, random, now) = (new PaperDesk(Items, Copies), new Random(20261005), A.Noon);

        for (var step = 0; step < Operations; step++)
        {
            var work = Work.Next(random);
            if (work.Kind is WorkKind.NextDay)
                (now, paper.Today) = (now.AddDays(1), paper.Today.AddDays(1));
            var expected = OnPaper(paper, work);

            var actual = await AtDeskAsync(database, library, work, desk: step % 2, now);

            actual.Order().ShouldBe(expected.Order(), $"step {step}: {work}");
            if (step % CompareEvery == 0 || step == Operations - 1)
                await CompareAsync(database, paper, step);
        }
    }

    private static async Task<Library> FillAsync(LibraryDatabase database)
    {
        var library = await database.HasAsync(A.Library());
        await using var db = database.Open();
        var records = Enumerable.Range(0, Items / Copies).Select(n => A.Record(library, $"Sách số {n}")).ToList();
        db.AddRange(records);
        await db.SaveChangesAsync();
        // Added one after another: the numbers of the card box are the order of the keys.
        db.AddRange(Enumerable.Range(0, Items).Select(n => A.Item(records[n / Copies], registrationNumber: Number(n))));
        for (var n = 0; n < Patrons; n++)
        {
            var patron = A.Patron(library);
            patron.CardNumber = Number(n);
            db.Add(patron);
        }
        await db.SaveChangesAsync();
        return library;
    }

    private static IReadOnlyList<RefusalCode> OnPaper(PaperDesk paper, Work work) => work.Kind switch
    {
        WorkKind.Lend => paper.Lend(work.Item, work.Patron),
        WorkKind.Return => paper.Return(work.Item),
        WorkKind.Renew => paper.Renew(work.Item),
        WorkKind.Recall => paper.Recall(work.Item),
        WorkKind.Hold => paper.Hold(work.Item / Copies, work.Patron),
        WorkKind.Cancel => paper.Cancel(work.Hold(paper)),
        WorkKind.Lose => paper.Lose(work.Item),
        WorkKind.Find => paper.Find(work.Item),
        _ => Expired(paper),
    };

    private static IReadOnlyList<RefusalCode> Expired(PaperDesk paper)
    {
        paper.Expire();
        return [];
    }

    private static async Task<IReadOnlyList<RefusalCode>> AtDeskAsync(LibraryDatabase database, Library library, Work work, int desk, DateTimeOffset now)
    {
        var scope = new Scope { Actor = $"desk{desk}", LibraryIds = [library.Id], Permissions = RolePermissions.Of(Role.Librarian) };
        await using var db = database.Open(scope);
        var (number, card) = (Number(work.Item), Number(work.Patron));
        return work.Kind switch
        {
            WorkKind.Lend => Codes(await Lending.LendAsync(db, new LendRequest { LibraryId = library.Id, RegistrationNumber = number, CardNumber = card }, now, default)),
            WorkKind.Return => Codes(await Returning.ReturnAsync(db, new ReturnRequest { LibraryId = library.Id, RegistrationNumber = number }, now, default)),
            WorkKind.Renew => Codes(await Renewing.RenewAsync(db, new RenewRequest { LibraryId = library.Id, RegistrationNumber = number }, now, default)),
            WorkKind.Recall => Codes(await Renewing.RecallAsync(db, library.Id, number, now, default)),
            WorkKind.Hold => Codes(await Holding.PlaceAsync(db, new HoldRequest { LibraryId = library.Id, RecordId = work.Item / Copies + 1, CardNumber = card }, now, default)),
            WorkKind.Cancel => await Holding.CancelAsync(db, library.Id, work.HoldNumber, now, default) is { } cancelled ? Codes(cancelled) : [RefusalCode.HoldClosed],
            WorkKind.Lose => Codes(await LostAndFound.LoseAsync(db, new LossRequest { LibraryId = library.Id, RegistrationNumber = number }, now, default)),
            WorkKind.Find => Codes(await LostAndFound.FindAsync(db, library.Id, number, now, default)),
            _ => await ExpireAsync(db, library, now),
        };
    }

    private static async Task<IReadOnlyList<RefusalCode>> ExpireAsync(Model.LibraryDb db, Library library, DateTimeOffset now)
    {
        await Holding.ExpireAsync(db, library.Id, now, default);
        return [];
    }

    private static async Task CompareAsync(LibraryDatabase database, PaperDesk paper, int step)
    {
        await using var db = database.Open();
        var loans = await db.Loans.Where(l => l.ReturnedAt == null).OrderBy(l => l.ItemId)
            .Select(l => new { l.ItemId, l.PatronId, l.DueOn, l.Renewals, l.RecalledAt }).ToListAsync();
        var holds = await db.Holds.Where(h => h.ClosedAt == null).OrderBy(h => h.Id)
            .Select(h => new { h.Id, h.RecordId, h.PatronId, h.ItemId, h.KeptUntilOn }).ToListAsync();
        var lost = await db.Items.OrderBy(i => i.Id).Select(i => i.Status == ItemStatus.Lost).ToListAsync();

        loans.Select(l => new PaperDesk.Card { Item = (int)l.ItemId - 1, Patron = (int)l.PatronId! - 1, DueOn = l.DueOn, Renewals = l.Renewals, Recalled = l.RecalledAt is not null }.ToString())
            .ShouldBe(paper.Loans.Select(card => card.ToString()), $"open loans after step {step}");
        holds.Select(h => new PaperDesk.Slip { Number = (int)h.Id, Record = (int)h.RecordId - 1, Patron = (int)h.PatronId! - 1, Item = (int?)h.ItemId - 1, KeptUntil = h.KeptUntilOn }.ToString())
            .ShouldBe(paper.Holds.Select(slip => slip.ToString()), $"active holds after step {step}");
        lost.ShouldBe(paper.Lost, $"lost items after step {step}");
    }

    private static string Number(int n) => n.ToString("0000", CultureInfo.InvariantCulture);

    private static IReadOnlyList<RefusalCode> Codes<T>(DeskResult<T> result)
        where T : class => [.. result.Refusals.Select(r => r.Refusal.Code)];

    private enum WorkKind
    {
        Lend,
        Return,
        Renew,
        Recall,
        Hold,
        Cancel,
        Lose,
        Find,
        Expire,
        NextDay,
    }

    /// <summary>One random piece of work; in proportions that keep about half of the copies out and the queues alive.</summary>
    private sealed record Work(WorkKind Kind, int Item, int Patron)
    {
        private static readonly (WorkKind Kind, int Weight)[] Weights =
        [
            (WorkKind.Lend, 40), (WorkKind.Return, 24), (WorkKind.Renew, 6), (WorkKind.Recall, 2), (WorkKind.Hold, 14),
            (WorkKind.Cancel, 3), (WorkKind.Lose, 3), (WorkKind.Find, 4), (WorkKind.Expire, 2), (WorkKind.NextDay, 2),
        ];

        public int HoldNumber { get; private set; }

        public static Work Next(Random random)
        {
            var draw = random.Next(100);
            foreach (var (kind, weight) in Weights)
            {
                if ((draw -= weight) < 0)
                    return new Work(kind, random.Next(random.Next(2) == 0 ? Items / 8 : Items), random.Next(Patrons)); // some books are wanted by all
            }
            throw new InvalidOperationException("The weights make 100.");
        }

        // A hold is cancelled by its number: one that is active where there is any, else the oldest of all.
        public int Hold(PaperDesk paper)
        {
            var active = paper.Holds.ToList();
            return HoldNumber = active.Count == 0 ? 1 : active[Patron % active.Count].Number;
        }
    }
}
