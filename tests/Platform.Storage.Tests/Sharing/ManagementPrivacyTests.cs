using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Model.Patrons;
using Platform.Model.Reporting;
using Platform.Model.Sharing;
using Platform.Storage.Patrons;
using Platform.Storage.Sharing;

namespace Platform.Storage.Tests.Sharing;

/// <summary>Figures about pupils that readers outside the school get of overlapping periods say nothing that each month does not say.</summary>
public sealed class ManagementPrivacyTests
{
    private const int Threshold = 5;
    private static readonly string[] FirstSemester = ["2026-08", "2026-09", "2026-10", "2026-11", "2026-12"];
    private static readonly string[] SecondSemester = ["2027-02", "2027-03", "2027-04", "2027-05"];
    private static readonly string[] Summer = ["2027-06", "2027-07"];

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task WhicheverPeriodsAreAskedFor_NothingSmallIsLeftWhenOneIsTakenFromAnother(int seed)
    {
        await using var database = await LibraryDatabase.CreateAsync(new FakeTimeProvider(new DateTimeOffset(2027, 9, 10, 3, 0, 0, TimeSpan.Zero)));
        var visits = await VisitsAsync(database, new Random(seed));
        foreach (var by in new ManagementDimension[][] { [], [ManagementDimension.Library], [ManagementDimension.Library, ManagementDimension.Reader] })
        {
            var told = new Dictionary<string, IReadOnlyDictionary<Key, ManagementFigure>>(StringComparer.Ordinal);
            foreach (var period in (string[])[.. FirstSemester, "2027-01", .. SecondSemester, .. Summer, "2026-2027", "2026-2027-HK1", "2026-2027-HK2", "2026-2027-CN", "2026-2027-HE", "2026-2027-DN"])
                told[period] = (await ReadAsync(database, ManagementMeasure.Visits, period, by)).ToDictionary(f => new Key(f.LibraryId, f.Reader));
            foreach (var key in told["2026-2027"].Keys)
            {
                long Of(params string[] periods) => periods.Sum(period => told[period].GetValueOrDefault(key)?.Value ?? 0);
                var halves = new[] { Of("2026-2027-HK1") - Of(FirstSemester), Of("2026-2027-HK2") - Of(SecondSemester) };
                if (key.Reader is not PatronCategory.Teacher)
                    ((long[])[.. FirstSemester.Concat(SecondSemester).Concat(Summer).Select(month => Of(month)), .. halves]).ShouldAllBe(value => value == 0 || value >= Threshold);
                Of("2027-01").ShouldBe(halves.Sum());
                Of("2026-2027-CN").ShouldBe(Of("2026-2027-HK1", "2026-2027-HK2"));
                Of("2026-2027-HE").ShouldBe(Of(Summer));
                Of("2026-2027-DN").ShouldBe(Of("2026-08", "2026-09"));
                Of("2026-2027").ShouldBe(Of("2026-2027-CN", "2026-2027-HE"));
                var all = visits.Where(v => (key.Library is null || v.LibraryId == key.Library) && (key.Reader is null || v.Category == key.Reader)).Sum(v => v.Visitors);
                (told["2026-2027"][key].IsPartial ? Of("2026-2027") < all : Of("2026-2027") == all).ShouldBeTrue($"{Of("2026-2027")} of {all}");
            }
        }
    }

    [Fact]
    public async Task RunningMonth_IsToldToTheSchoolOnly_AndStatesAreThoseOfTheLastMonthsEnd()
    {
        await using var database = await LibraryDatabase.CreateAsync(new FakeTimeProvider(new DateTimeOffset(2026, 11, 10, 3, 0, 0, TimeSpan.Zero)));
        var library = await database.HasAsync(A.Library());
        foreach (var (day, visitors) in new[] { (new DateOnly(2026, 10, 30), 20), (new DateOnly(2026, 11, 3), 9) })
            await database.HasAsync(A.Visit(library, day, PatronCategory.Pupil, visitors));
        for (var i = 0; i < 8; i++)
            await database.HasAsync(A.Patron(library));
        await using (var db = database.Open())
            await db.Patrons.OrderBy(p => p.Id).Skip(6).ExecuteUpdateAsync(set => set.SetProperty(p => p.RegisteredOn, new DateOnly(2026, 11, 2)), TestContext.Current.CancellationToken);

        (await ReadAsync(database, ManagementMeasure.Visits, "2026-11", [])).ShouldBeEmpty();
        (await ReadAsync(database, ManagementMeasure.Visits, "2026-2027-HK1", [])).ShouldBe([new ManagementFigure(null, null, null, null, 20, true)]);
        (await ReadAsync(database, ManagementMeasure.Visits, "2026-10", [])).ShouldBe([new ManagementFigure(null, null, null, null, 20, false)]);
        (await ReadAsync(database, ManagementMeasure.Pupils, "2026-2027-HK1", [])).Single().Value.ShouldBe(6);
        (await ReadAsync(database, ManagementMeasure.Visits, "2026-2027-HK1", [], Permission.ReadPatrons)).ShouldBe([new ManagementFigure(null, null, null, null, 29, false)]);
        (await ReadAsync(database, ManagementMeasure.Pupils, "2026-2027-HK1", [], Permission.ReadPatrons)).Single().Value.ShouldBe(8);
    }

    private static async Task<IReadOnlyList<ManagementFigure>> ReadAsync(
        LibraryDatabase database, ManagementMeasure measure, string period, ManagementDimension[] by, params Permission[] more)
    {
        ReportPeriod.TryParse(period, out var wanted).ShouldBeTrue();
        var scope = new Scope { Actor = "hub", SeesAllLibraries = true, Permissions = new HashSet<Permission>([Permission.ReadCatalogue, Permission.ReadReports, .. more]) };
        await using var db = database.Open(scope);
        return await new ManagementView(db, Options.Create(new PrivacyOptions { SmallestCount = Threshold }), database.Clock).ReadAsync(measure, wanted, by, null, TestContext.Current.CancellationToken);
    }

    private static async Task<List<LibraryVisit>> VisitsAsync(LibraryDatabase database, Random random)
    {
        Library[] libraries = [await database.HasAsync(A.Library()), await database.HasAsync(A.Library()), await database.HasAsync(A.Library())];
        var visits = new List<LibraryVisit>();
        for (var day = new DateOnly(2026, 8, 3); day.Year < 2027 || day.Month < 8; day = day.AddDays(random.Next(5, 20)))
            foreach (var library in libraries)
                foreach (var category in new[] { PatronCategory.Pupil, PatronCategory.Teacher })
                    if (random.Next(3) > 0)
                        visits.Add(A.Visit(library, day, category, random.Next(3) is 0 ? random.Next(1, 30) : random.Next(1, 4)));
        await using var db = database.Open();
        db.Visits.AddRange(visits);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return visits;
    }

    private sealed record Key(long? Library, PatronCategory? Reader);
}
