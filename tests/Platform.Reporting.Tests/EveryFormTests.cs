using Platform.Reporting.Rendering;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Tests;

/// <summary>Every form over one school's year, loaded and closed once; what is wrong with a figure is found here by hand.</summary>
public sealed class EveryFormTests(EveryFormTests.Year year) : IClassFixture<EveryFormTests.Year>
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
        { "R-09", "2026-2027" },
        { "R-10", "2026-2027" },
        { "R-11", "2026-2027" },
        { "S-01", "2026-2027" },
        { "S-02", "2026-2027" },
        { "S-03", "2026-2027" },
        { "S-04", "2026-2027" },
        { "S-05", "2026-10" },
        { "S-06", "2026-2027" },
        { "S-07", "2026-10" },
        { "S-08", "2026-2027" },
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
        var (_, snapshot) = await year.Fixture.CloseAsync(report, period);

        Golden.Match(PdfReading.TextOf(Rendered.Keep(ReportFiles.Write(snapshot.Report, ReportFormat.Pdf))), $"tests/Platform.Reporting.Tests/Golden/{report}.pdf.txt");
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Xlsx_MatchesItsGolden(string report, string period)
    {
        var (_, snapshot) = await year.Fixture.CloseAsync(report, period);

        Golden.Match(XlsxReading.CellsOf(Rendered.Keep(ReportFiles.Write(snapshot.Report, ReportFormat.Xlsx))), $"tests/Platform.Reporting.Tests/Golden/{report}.xlsx.txt");
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task WhoeverReadsIt_SeesOfReadersWhatIsTheirsOnly(string report, string period)
    {
        var (_, snapshot) = await year.Fixture.CloseAsync(report, period);
        var document = snapshot.Report.Document;
        string[] readers = ["Loan", "Patron", "LibraryVisit", "EResourceUse"];
        var cells = document.Cells.ToDictionary(c => c.Id);
        IEnumerable<FrozenCell> Leaves(FrozenCell cell) => cell.Ratio is { } ratio ? Leaves(cells[ratio.Of]).Concat(Leaves(cells[ratio.Per]))
            : cell.Parts is { } parts ? parts.SelectMany(part => Leaves(cells[part]))
            : [cell];
        bool Counts(FrozenCell leaf) => document.Metrics.Single(m => m.Code == leaf.Metric) is var metric && (readers.Contains(metric.Entity) || metric.Code == "activity-participants");
        var (school, recipient, outside) = (Disclosure.Of(document, ReportReader.School), Disclosure.Of(document, ReportReader.Recipient), Disclosure.Of(document, ReportReader.Outside));

        foreach (var cell in document.Cells)
        {
            var isAboutReaders = Leaves(cell).Any(Counts);
            (school.Shows(document, cell), school.Opens(document, cell)).ShouldBe((true, true));
            (recipient.Shows(document, cell), recipient.Opens(document, cell)).ShouldBe((true, !isAboutReaders), $"{report} cell {cell.Id}");
            (outside.Shows(document, cell), outside.Opens(document, cell)).ShouldBe((!isAboutReaders, !isAboutReaders), $"{report} cell {cell.Id}");
        }
        var isOfReaders = report is "S-05" or "S-06";
        recipient.IsWhole.ShouldBe(!isOfReaders);
        outside.IsWhole.ShouldBe(!document.Cells.Any(cell => Leaves(cell).Any(Counts)) && !isOfReaders && document.Metrics.All(m => !readers.Contains(m.Entity) && m.Code != "activity-participants"));
        document.Tables.SelectMany(t => t.Rows).Where(recipient.ShowsRow).Any(row => !row.IsTotal).ShouldBe(!isOfReaders && document.Tables.Any(t => t.Rows.Any(r => !r.IsTotal)));
    }

    [Fact]
    public async Task Stock_OpeningAndInAndOutMakeClosing()
    {
        var (_, snapshot) = await year.Fixture.CloseAsync("S-01", "2026-2027");

        var rows = snapshot.Report.Document.Tables.Single(t => t.Code == "balance").Rows.ToDictionary(r => r.Code, r => r.Cells.Select(c => c.Value).ToArray());

        for (var column = 0; column < rows["CLOSING"].Length; column++)
            (rows["OPENING"][column] + rows["IN"][column] - rows["OUT"][column]).ShouldBe(rows["CLOSING"][column], $"column {column}");
        rows["OUT"][0].ShouldBe(1);
        rows["CLOSING"][0].ShouldBe(8);
    }

    [Fact]
    public async Task Quotients_AreWorkedByHand()
    {
        var (_, snapshot) = await year.Fixture.CloseAsync("R-03", "2026-2027-CN");
        var tables = snapshot.Report.Document.Tables.ToDictionary(t => t.Code);

        // One of one teacher and one of one pupil without a grade that the school has used the library; 7 books of no magazine for one pupil.
        VietnameseFormat.Figure(tables["service"].Rows.Single(r => r.Code == "GV").Cells[2]).ShouldBe("100,0 %");
        VietnameseFormat.Figure(tables["per-reader"].Rows.Single(r => r.Code == "BOOKS-PER-PUPIL").Cells[0]).ShouldBe("7,00");
        VietnameseFormat.Figure(tables["comparison"].Rows.Single(r => r.Code == "VISITS").Cells[2]).ShouldBe("–");
    }

    [Fact]
    public async Task TwoMeaningsOfLoan_StandSideBySideAndAreExplained()
    {
        await using var fixture = await Year.FilledAsync();
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

    [Fact]
    public async Task LoanRegisters_NameNoReader_AndSayWhatBecameOfEachCopy()
    {
        var (_, teachers) = await year.Fixture.CloseAsync("S-05", "2026-10");
        var (_, pupils) = await year.Fixture.CloseAsync("S-06", "2026-2027");

        // The teacher's copy of 12/10 was due on 26/10 and is out when October ends; the one of 30/9 belongs to September. The pupil's reading in the library is no line.
        Lines(teachers).ShouldBe(["12/10/2026 GV 01 GK.00001 Quá hạn"]);
        Lines(pupils).ShouldBe(["01/10/2026 K6-001 TK.00001 Quá hạn", "31/10/2026 K6-001 TK.00002 Quá hạn", "01/11/2026 K6-001 TK.00003 Quá hạn"]);
        foreach (var snapshot in new[] { teachers, pupils })
            foreach (var format in ReportFiles.Formats.Where(f => f is not ReportFormat.Pdf and not ReportFormat.Xlsx and not ReportFormat.Docx))
                System.Text.Encoding.UTF8.GetString(ReportFiles.Write(snapshot.Report, format).Bytes).ShouldNotContain("Sùng Thị Mỷ");
    }

    [Fact]
    public async Task Property_IsWhatIsThereAtTheEnd_AndRoomsAreCountedOnce()
    {
        var (_, snapshot) = await year.Fixture.CloseAsync("S-08", "2026-2027");
        var tables = snapshot.Report.Document.Tables.ToDictionary(t => t.Code);

        // 6 + 3 + 1 pieces, the removed printer none; 54,5 m² said twice is one room of 54; the classroom is no library.
        tables["kinds"].Rows.Select(r => string.Join(' ', r.Cells.Select(c => c.Value))).ShouldBe(["6 19200000", "1 0", "3 34500000", "0 0", "10 53700000"]);
        tables["rooms"].Rows[^1].Cells.Select(c => c.Value).ShouldBe([1, 54]);
    }

    [Fact]
    public async Task WhatNobodyRecorded_SaysSo_AndIsNoZeroForTheStandards()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        await SampleMonth.FillAsync(fixture);
        fixture.Clock.SetUtcNow(AfterTheYear);

        var (_, snapshot) = await fixture.CloseAsync("R-04", "2026-2027-CN");
        var tables = snapshot.Report.Document.Tables.ToDictionary(t => t.Code);

        tables["inputs"].Rows.Single(r => r.Code == "AREA").Label.ShouldBe("Diện tích thư viện (chưa ghi nhận)");
        tables["criteria"].Rows.Single(r => r.Code == "2.1.1").Texts[^1].ShouldBe("Chưa đủ số liệu");
        var (_, furnished) = await year.Fixture.CloseAsync("R-04", "2026-2027-CN");
        furnished.Report.Document.Tables.Single(t => t.Code == "criteria").Rows.Single(r => r.Code == "2.1.1").Texts[^1].ShouldBe("Đạt");
    }

    private static IEnumerable<string> Lines(OpenSnapshot snapshot) => snapshot.Report.Document.Tables.Single(t => t.Code == "loans").Rows
        .Where(r => !r.IsTotal)
        .Select(r => string.Join(' ', r.Texts[1], r.Texts[2], r.Texts.Single(t => t.StartsWith("TK.", StringComparison.Ordinal) || t.StartsWith("GK.", StringComparison.Ordinal)), r.Texts[^1]));

    /// <summary>One school's year in one database.</summary>
    public sealed class Year : IAsyncLifetime
    {
        private ReportingFixture? _fixture;

        internal ReportingFixture Fixture => _fixture!; // made before any test

        public async ValueTask InitializeAsync() => _fixture = await FilledAsync();

        public ValueTask DisposeAsync() => Fixture.DisposeAsync();

        internal static async Task<ReportingFixture> FilledAsync()
        {
            var fixture = await ReportingFixture.CreateAsync();
            await SampleMonth.FillAsync(fixture);
            await SampleMonth.WithdrawAsync(fixture);
            await SampleProperty.FillAsync(fixture);
            fixture.Clock.SetUtcNow(AfterTheYear);
            return fixture;
        }
    }
}
