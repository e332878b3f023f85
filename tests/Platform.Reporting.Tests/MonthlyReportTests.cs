using System.Text;
using System.Text.Json;
using Platform.Reporting.Rendering;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Tests;

public sealed class MonthlyReportTests
{
    [Fact]
    public async Task OctoberCountedByHand_StandsInTheCells()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        await SampleMonth.FillAsync(fixture);

        var (_, snapshot) = await fixture.CloseAsync("R-01", "2026-10");

        var table = Values(snapshot, "acquisitions");
        table["SGK"].ShouldBe([2, 55_000, 0]);
        table["STK"].ShouldBe([3, 80_000, 55_000]);
        table["SNV"].ShouldBe([0, 0, 0]);
        table["STN"].ShouldBe([1, 0, 0]);
        table["BTC"].ShouldBe([1, 0, 12_000]);
        table["TOTAL"].ShouldBe([7, 135_000, 67_000]);
        Values(snapshot, "readers").ShouldSatisfyAllConditions(
            lines => lines["GV-VISITS"].ShouldBe([4]),
            lines => lines["GV-LOANS"].ShouldBe([1]),
            lines => lines["HS-VISITS"].ShouldBe([31]),
            lines => lines["HS-LOANS"].ShouldBe([2]));
        Values(snapshot, "use").ShouldSatisfyAllConditions(
            use => use["GV"].ShouldBe([1, 0, 0, 0, 0, 0, 1]),
            use => use["HS"].ShouldBe([0, 2, 0, 1, 0, 0, 3]),
            use => use["TOTAL"].ShouldBe([1, 2, 0, 1, 0, 0, 4]));
        snapshot.Report.Document.Tables.Single(t => t.Code == "readers").Rows.Single(r => r.Code == "HS-VISITS").Note.ShouldBe("bình quân 7,0 lượt/tuần");
        snapshot.Report.Document.Tables.Single(t => t.Code == "readers").Rows.Single(r => r.Code == "HS-TYPES").Note.ShouldBe("Sách tham khảo (2 lượt); Sách thiếu nhi (1 lượt)");
    }

    [Fact]
    public async Task Snapshot_MatchesItsGolden()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        await SampleMonth.FillAsync(fixture);

        var (_, snapshot) = await fixture.CloseAsync("R-01", "2026-10");

        Golden.Match(Indented(CanonicalJson.Write(snapshot.Report.Document)), "tests/Platform.Reporting.Tests/Golden/R-01.json");
    }

    [Fact]
    public async Task Pdf_MatchesItsGolden()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        await SampleMonth.FillAsync(fixture);

        var (_, snapshot) = await fixture.CloseAsync("R-01", "2026-10");
        var file = ReportFiles.Write(snapshot.Report, ReportFormat.Pdf);

        file.Name.ShouldBe("R-01_TH-BANLAU_2026-10.pdf");
        Golden.Match(PdfReading.TextOf(Rendered.Keep(file)), "tests/Platform.Reporting.Tests/Golden/R-01.pdf.txt");
    }

    [Fact]
    public async Task Xlsx_MatchesItsGolden()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        await SampleMonth.FillAsync(fixture);

        var (_, snapshot) = await fixture.CloseAsync("R-01", "2026-10");
        var file = ReportFiles.Write(snapshot.Report, ReportFormat.Xlsx);

        Golden.Match(XlsxReading.CellsOf(Rendered.Keep(file)), "tests/Platform.Reporting.Tests/Golden/R-01.xlsx.txt");
    }

    private static Dictionary<string, long[]> Values(OpenSnapshot snapshot, string table) =>
        snapshot.Report.Document.Tables.Single(t => t.Code == table).Rows.ToDictionary(r => r.Code, r => r.Cells.Select(c => c.Value).ToArray());

    private static string Indented(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            document.WriteTo(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
