using System.Text;
using System.Xml.Linq;
using System.Xml.Schema;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Platform.Reporting.Rendering;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Tests;

public sealed class RenderingTests
{
    [Fact]
    public async Task JsonFile_HashesToTheReportsHash()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        await SampleMonth.FillAsync(fixture);
        var (_, snapshot) = await fixture.CloseAsync("R-01", "2026-10");

        Seal.Of(File(snapshot, ReportFormat.Json)).ShouldBe(snapshot.Report.Hash);
    }

    [Fact]
    public async Task XmlFile_IsValidByTheSchema()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        await SampleMonth.FillAsync(fixture);
        var (_, snapshot) = await fixture.CloseAsync("R-01", "2026-10");
        var schemas = new XmlSchemaSet();
        schemas.Add(null, Path.Combine(SharedData.ProjectRoot, "schema/ministry/bao-cao-1.xsd"));

        var faults = new List<string>();
        XDocument.Load(new MemoryStream(File(snapshot, ReportFormat.Xml))).Validate(schemas, (_, fault) => faults.Add(fault.Message));

        faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ReportFormat.Xlsx)]
    [InlineData(ReportFormat.Docx)]
    public async Task OfficeFile_IsValidByOfficesOwnSchema(ReportFormat format)
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        await SampleMonth.FillAsync(fixture);
        var (_, snapshot) = await fixture.CloseAsync("R-01", "2026-10");
        using var stream = new MemoryStream(File(snapshot, format));
        using OpenXmlPackage package = format is ReportFormat.Xlsx ? SpreadsheetDocument.Open(stream, false) : WordprocessingDocument.Open(stream, false);

        new OpenXmlValidator().Validate(package, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
    }

    [Fact]
    public async Task Csv_MatchesItsGolden()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        await SampleMonth.FillAsync(fixture);
        var (_, snapshot) = await fixture.CloseAsync("R-01", "2026-10");
        var bytes = File(snapshot, ReportFormat.Csv);

        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        Golden.Match(Encoding.UTF8.GetString(bytes[3..]), "tests/Platform.Reporting.Tests/Golden/R-01.csv.txt");
    }

    [Fact]
    public async Task TitleThatLooksLikeAFormula_StaysText()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        await fixture.Database.HasAsync(SampleMonth.Activity(fixture.Library.Id, Model.Circulation.ActivityKind.Introduction, "=HYPERLINK(\"http://x\")", null, 3));
        var (_, snapshot) = await fixture.CloseAsync("R-01", "2026-10");

        XlsxReading.CellsOf(File(snapshot, ReportFormat.Xlsx)).ShouldContain("'=HYPERLINK(\"http://x\")'");
        Encoding.UTF8.GetString(File(snapshot, ReportFormat.Csv)).Split(';', '\n').ShouldAllBe(field => !field.TrimStart('"').StartsWith('='));
    }

    private static byte[] File(OpenSnapshot snapshot, ReportFormat format) => Rendered.Keep(ReportFiles.Write(snapshot.Report, format));
}
