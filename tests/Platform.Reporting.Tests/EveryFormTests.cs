using Platform.Reporting.Rendering;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Tests;

public sealed class EveryFormTests
{
    private static readonly DateTimeOffset AfterTheYear = new(2027, 8, 2, 3, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string> Forms => new()
    {
        { "R-02", "2026-2027-HK1" },
        { "R-03", "2026-2027-CN" },
        { "R-04", "2026-2027-CN" },
        { "R-05", "2026-2027-HK1" },
        { "R-06", "2026-2027-HK1" },
        { "R-07", "2026-2027-HK1" },
        { "R-08", "2026-2027" },
        { "R-10", "2026-2027" },
        { "R-11", "2026-2027" },
        { "S-01", "2026-2027" },
        { "S-02", "2026-2027" },
        { "S-03", "2026-2027" },
        { "S-07", "2026-10" },
        { "S-09", "2026-2027" },
        { "S-10", "2026-2027" },
        { "S-12", "2026-2027" },
    };

    [Fact]
    public void EveryForm_IsTested() =>
        ReportingFixture.Catalogue.Definitions.Select(d => d.Code).Except(["R-01"]).ShouldBe(Forms.Select(f => f.Data.Item1), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Pdf_MatchesItsGolden(string report, string period)
    {
        await using var fixture = await YearAsync();

        var (_, snapshot) = await fixture.CloseAsync(report, period);

        Golden.Match(PdfReading.TextOf(Rendered.Keep(ReportFiles.Write(snapshot.Report, ReportFormat.Pdf))), $"tests/Platform.Reporting.Tests/Golden/{report}.pdf.txt");
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Xlsx_MatchesItsGolden(string report, string period)
    {
        await using var fixture = await YearAsync();

        var (_, snapshot) = await fixture.CloseAsync(report, period);

        Golden.Match(XlsxReading.CellsOf(Rendered.Keep(ReportFiles.Write(snapshot.Report, ReportFormat.Xlsx))), $"tests/Platform.Reporting.Tests/Golden/{report}.xlsx.txt");
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task EveryFigure_IsTheSumOfItsContributorsOrAQuotientOfSuch(string report, string period)
    {
        await using var fixture = await YearAsync();
        var (_, snapshot) = await fixture.CloseAsync(report, period);
        await using var db = fixture.Database.Open();

        var cells = snapshot.Report.Document.Cells.ToList();
        var pages = await snapshot.ContributorsAsync(db, [.. cells.Select(c => new ContributorPage(c.Id, 0, int.MaxValue))], TestContext.Current.CancellationToken);

        cells.Zip(pages).Where(pair => pair.First.Ratio is null).ShouldAllBe(pair => pair.Second.Sum(f => f.Amount) == pair.First.Value);
        (await SnapshotCheck.FaultsOfAsync(db, snapshot.SnapshotId, TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Stock_OpeningAndInAndOutMakeClosing()
    {
        await using var fixture = await YearAsync();
        var (_, snapshot) = await fixture.CloseAsync("S-01", "2026-2027");

        var rows = snapshot.Report.Document.Tables.Single(t => t.Code == "balance").Rows.ToDictionary(r => r.Code, r => r.Cells.Select(c => c.Value).ToArray());

        for (var column = 0; column < rows["CLOSING"].Length; column++)
            (rows["OPENING"][column] + rows["IN"][column] - rows["OUT"][column]).ShouldBe(rows["CLOSING"][column], $"column {column}");
        rows["OUT"][0].ShouldBe(1);
        rows["CLOSING"][0].ShouldBe(8);
    }

    [Fact]
    public async Task Quotients_AreWorkedByHand()
    {
        await using var fixture = await YearAsync();
        var (_, snapshot) = await fixture.CloseAsync("R-03", "2026-2027-CN");
        var tables = snapshot.Report.Document.Tables.ToDictionary(t => t.Code);

        // One of one teacher and one of one pupil without a grade that the school has used the library; 7 books of no magazine for one pupil.
        VietnameseFormat.Figure(tables["service"].Rows.Single(r => r.Code == "GV").Cells[2]).ShouldBe("100,0 %");
        VietnameseFormat.Figure(tables["per-reader"].Rows.Single(r => r.Code == "BOOKS-PER-PUPIL").Cells[0]).ShouldBe("7,00");
        VietnameseFormat.Figure(tables["comparison"].Rows.Single(r => r.Code == "VISITS").Cells[2]).ShouldBe("–");
    }

    [Fact]
    public async Task TwoMeaningsOfLoan_StandSideBySideAndAreExplained()
    {
        await using var fixture = await YearAsync();
        var record = await fixture.Database.HasAsync(A.Record(fixture.Library));
        var reader = await fixture.Database.HasAsync(A.Patron(fixture.Library));
        for (var copy = 0; copy < 3; copy++)
            await fixture.Database.HasAsync(A.Loan(await fixture.Database.HasAsync(A.Item(record)), reader, new DateOnly(2026, 12, 7)));
        var (_, snapshot) = await fixture.CloseAsync("R-11", "2026-2027");

        var rows = snapshot.Report.Document.Tables.Single(t => t.Code == "statistics").Rows.ToDictionary(r => r.Code, r => r.Cells[0]);

        // By hand: the teacher took one copy home on 30/9 and one on 12/10, the pupil one on 1/10, 31/10 and 1/11 (reading on 11/10 is none); another came once for three.
        (rows["LOANS"].Value, rows["BORROWINGS"].Value).ShouldBe((8, 6));
        var wordings = snapshot.Report.Document.Metrics.Where(m => m.Code is "loans-home" or "borrowings-home").Select(m => m.Wording).ToList();
        wordings.Distinct().Count().ShouldBe(2);
    }

    private static async Task<ReportingFixture> YearAsync()
    {
        var fixture = await ReportingFixture.CreateAsync();
        await SampleMonth.FillAsync(fixture);
        await SampleMonth.WithdrawAsync(fixture);
        fixture.Clock.SetUtcNow(AfterTheYear);
        return fixture;
    }
}
