using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Circulation;
using Platform.Model.Patrons;
using Platform.Model.Reporting;
using Platform.Reporting.Metrics;
using Platform.Storage;
using Platform.Storage.Patrons;

namespace Platform.Reporting.Tests.Metrics;

/// <summary>Whenever and in whatever steps readers are forgotten, every report counts what it counted before.</summary>
public sealed class ReaderCountTests
{
    private const int Pupils = 12;
    private const int Loans = 240;

    [Theory, EachDatabase]
    public async Task CountsOfReaders_AreTheSame_BeforeBetweenAndAfterForgetting(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider);
        var libraryId = await FillAsync(database, new Random(20261105));
        var periods = Periods().ToList();
        var before = await CountsAsync(database, libraryId, periods);

        // The first step forgets one school year, the second the next; an erased person is cut in between.
        foreach (var today in new[] { new DateOnly(2025, 11, 1), new DateOnly(2026, 11, 1) })
        {
            await using var db = database.Open();
            (await LinkForgetting.RunAsync(db, libraryId, 5, today, default)).Loans.ShouldBeGreaterThan(0);
            (await CountsAsync(database, libraryId, periods)).ShouldBe(before, $"after forgetting on {today}");
            (await Erasing.EraseAsync(db, libraryId, await db.Patrons.Where(p => p.ErasedAt == null).MinAsync(p => p.Id), A.Noon, default))!.IsDone.ShouldBeTrue();
            (await CountsAsync(database, libraryId, periods)).ShouldBe(before, "after erasing a person");
        }
    }

    private static async Task<long> FillAsync(LibraryDatabase database, Random random)
    {
        var library = await database.HasAsync(A.Library());
        var item = await database.HasAsync(A.Item(await database.HasAsync(A.Record(library))));
        await using var db = database.Open();
        var pupils = Enumerable.Range(0, Pupils).Select(_ => A.Patron(library)).ToList();
        db.AddRange(pupils);
        await db.SaveChangesAsync();
        for (var n = 0; n < Loans; n++)
        {
            var pupil = pupils[random.Next(Pupils)];
            var lentOn = new DateOnly(2024, 8, 1).AddDays(random.Next(780));
            db.Add(new Loan
            {
                LibraryId = library.Id,
                ItemId = item.Id,
                PatronId = pupil.Id,
                Kind = LoanKind.Home,
                PatronCategory = pupil.Category,
                Grade = SchoolYear.StartYearOf(lentOn) - 2018,
                ItemType = item.Type,
                LentAt = SchoolTime.StartOf(lentOn).AddHours(2),
                LentOn = lentOn,
                DueOn = lentOn.AddDays(14),
                ReturnedAt = SchoolTime.StartOf(lentOn.AddDays(random.Next(40))).AddHours(3),
                EndedAs = LoanEnd.Returned,
            });
        }
        await db.SaveChangesAsync();
        return library.Id;
    }

    private static IEnumerable<ReportPeriod> Periods() =>
        from kind in Enum.GetValues<PeriodKind>()
        from day in Enumerable.Range(0, 27).Select(month => new DateOnly(2024, 8, 15).AddMonths(month))
        let period = ReportPeriod.Holding(kind, day)
        where period is not null
        group period by period.Code into same
        select same.First();

    private static async Task<IReadOnlyList<string>> CountsAsync(LibraryDatabase database, long libraryId, IReadOnlyList<ReportPeriod> periods)
    {
        await using var db = database.Open();
        var counts = new List<string>();
        foreach (var period in periods)
        {
            var books = new FactBooks(["borrowers", "loans"]);
            await LoanFacts.Scan.ReadAsync(new FactQuery(db, libraryId, period), books, default);
            counts.AddRange(books.Close().Select(book => $"{period.Code} {book.Source} {book.Group.Dimensions}: {book.Group.Count}"));
        }
        return counts;
    }
}
