using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Tests;

public sealed class ContributorTests
{
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
}
