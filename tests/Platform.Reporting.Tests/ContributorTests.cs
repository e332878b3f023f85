using FsCheck;
using FsCheck.Fluent;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Patrons;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Tests;

public sealed class ContributorTests
{
    private static readonly DateOnly First = new(2026, 9, 20);
    private static readonly DateTimeOffset AfterTheYear = new(2027, 8, 2, 3, 0, 0, TimeSpan.Zero);

    // Every form over the same random libraries: each cell and each total recounts from its contributors, whatever happens to the live data.
    [Theory]
    [MemberData(nameof(EveryFormTests.Forms), MemberType = typeof(EveryFormTests))]
    [InlineData("R-01", "2026-10")]
    public async Task RandomLibrary_EveryCellIsTheSumOfItsContributors(string report, string period)
    {
        foreach (var (library, number) in Gen.Sample(Facts(), 12, 3).Select((facts, number) => (facts, number)))
        {
            await using var fixture = await ReportingFixture.CreateAsync();
            fixture.Clock.SetUtcNow(AfterTheYear);
            await FillAsync(fixture, library);

            var (run, snapshot) = await fixture.CloseAsync(report, period);
            await FillAsync(fixture, library);

            await using var db = fixture.Database.Open();
            var cells = snapshot.Report.Document.Cells.ToList();
            var pages = await snapshot.ContributorsAsync(db, [.. cells.Select(c => new ContributorPage(c.Id, 0, int.MaxValue))], TestContext.Current.CancellationToken);
            foreach (var (cell, contributors) in cells.Zip(pages).Where(pair => pair.First.Ratio is null))
            {
                contributors.Sum(c => c.Amount).ShouldBe(cell.Value, $"library {number}, cell {cell.Id}");
                ((long)contributors.Count).ShouldBe(snapshot.ContributorCount(cell.Id));
                cell.Parts?.Sum(part => snapshot.Cell(part)!.Value).ShouldBe(cell.Value, $"library {number}, sum {cell.Id}");
            }
            var reopened = await SnapshotStore.OpenAsync(db, run.Id, TestContext.Current.CancellationToken);
            reopened.ShouldNotBeNull().Report.Hash.ShouldBe(snapshot.Report.Hash);
            (await SnapshotCheck.FaultsOfAsync(db, snapshot.SnapshotId, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task RowAndColumnTotals_MeetInOneGrandTotal()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        await SampleMonth.FillAsync(fixture);

        var (_, snapshot) = await fixture.CloseAsync("R-01", "2026-10");

        var use = snapshot.Report.Document.Tables.Single(t => t.Code == "use");
        var total = use.Rows[^1].Cells[^1];
        use.Rows.SkipLast(1).Sum(r => r.Cells[^1].Value).ShouldBe(total.Value);
        use.Rows[^1].Cells.SkipLast(1).Sum(c => c.Value).ShouldBe(total.Value);
    }

    [Fact]
    public async Task Contributor_NamesTheCopyAndTheDay_NeverThePupil()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        await SampleMonth.FillAsync(fixture);
        var (_, snapshot) = await fixture.CloseAsync("R-01", "2026-10");
        var cell = snapshot.Report.Document.Tables.Single(t => t.Code == "readers").Rows.Single(r => r.Code == "HS-LOANS").Cells[0];

        await using var db = fixture.Database.Open();
        var contributors = (await snapshot.ContributorsAsync(db, [new(cell.Id, 0, 10)], TestContext.Current.CancellationToken))[0];

        contributors.Select(c => (c.Key, c.Label, c.On, c.Amount)).ShouldBe(
        [
            ("TK.00001", "Dế Mèn phiêu lưu ký", new DateOnly(2026, 10, 1), 1L),
            ("TK.00002", "Dế Mèn phiêu lưu ký", new DateOnly(2026, 10, 31), 1L),
        ]);
    }

    [Fact]
    public async Task PagesOfManyCells_CostTwoStatements()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        await SampleMonth.FillAsync(fixture);
        var (_, snapshot) = await fixture.CloseAsync("R-01", "2026-10");
        await using var db = fixture.Database.Open();
        fixture.Database.Sql.Clear();

        await snapshot.ContributorsAsync(db, [.. snapshot.Report.Document.Cells.Select(c => new ContributorPage(c.Id, 0, 5))], TestContext.Current.CancellationToken);

        fixture.Database.Sql.Count.ShouldBe(2);
    }

    [Fact]
    public async Task PagesOfATotal_FollowEachOther()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        await SampleMonth.FillAsync(fixture);
        var (_, snapshot) = await fixture.CloseAsync("R-01", "2026-10");
        var total = snapshot.Report.Document.Tables.Single(t => t.Code == "acquisitions").Rows[^1].Cells[0];
        await using var db = fixture.Database.Open();

        var whole = await snapshot.ContributorsAsync(db, [new(total.Id, 0, 100)], TestContext.Current.CancellationToken);
        var pages = await snapshot.ContributorsAsync(db, [new(total.Id, 0, 3), new(total.Id, 3, 3), new(total.Id, 6, 3)], TestContext.Current.CancellationToken);

        whole[0].Count.ShouldBe(7);
        pages.SelectMany(p => p).ShouldBe(whole[0]);
    }

    private static Gen<RandomFacts> Facts() =>
        from items in Three(Gen.Elements(Enum.GetValues<ItemType>()), Gen.Elements(Enum.GetValues<FundingSource>()))
        from loans in Three(Gen.Elements(Enum.GetValues<PatronCategory>()), Gen.Elements(Enum.GetValues<LoanKind>()))
        from visits in Three(Gen.Elements(Enum.GetValues<PatronCategory>()), Gen.Choose(1, 40))
        select new RandomFacts(items, loans, visits);

    private static Gen<List<(TFirst, TSecond, int Day)>> Three<TFirst, TSecond>(Gen<TFirst> first, Gen<TSecond> second) =>
        (from one in first from two in second from day in Gen.Choose(0, 60) select (one, two, day)).ListOf();

    private static async Task FillAsync(ReportingFixture fixture, RandomFacts facts)
    {
        await using var db = fixture.Database.Open();
        var record = A.Record(fixture.Library);
        db.Add(record);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var items = facts.Items.Select(f => Item(record, f)).ToList();
        var patrons = Enum.GetValues<PatronCategory>().ToDictionary(c => c, c => A.Patron(fixture.Library, c));
        db.AddRange(items);
        db.AddRange(patrons.Values);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        if (items.Count > 0)
            db.AddRange(facts.Loans.Select((f, i) => Loan(items[i % items.Count], patrons[f.Reader], f.Use, First.AddDays(f.Day))));
        db.AddRange(facts.Visits.Select(f => A.Visit(fixture.Library, First.AddDays(f.Day), f.Reader, f.Visitors)));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static Item Item(BibliographicRecord record, (ItemType Type, FundingSource Funding, int Day) fact)
    {
        var item = A.Item(record, fact.Type);
        (item.Funding, item.AcquiredOn, item.Price) = (fact.Funding, First.AddDays(fact.Day), fact.Day % 7 is 0 ? null : fact.Day * 1000);
        return item;
    }

    // Closed at once, so that one copy can be lent again and again.
    private static Loan Loan(Item item, Patron patron, LoanKind use, DateOnly day)
    {
        var loan = A.Loan(item, patron, day, use);
        loan.ReturnedAt = loan.LentAt.AddHours(1);
        return loan;
    }

    private sealed record RandomFacts(
        IReadOnlyList<(ItemType Type, FundingSource Funding, int Day)> Items,
        IReadOnlyList<(PatronCategory Reader, LoanKind Use, int Day)> Loans,
        IReadOnlyList<(PatronCategory Reader, int Visitors, int Day)> Visits);
}
