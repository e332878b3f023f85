using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Platform.Reporting.Rendering;
using Platform.Reporting.Snapshots;
using Words = DocumentFormat.OpenXml.Wordprocessing;

namespace Platform.Reporting.Tests;

public sealed partial class RenderingTests
{
    [Fact]
    public async Task EveryFormat_ParsesBackToTheSameFigures()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        await SampleMonth.FillAsync(fixture);
        var (_, snapshot) = await fixture.CloseAsync("R-01", "2026-10");
        var figures = snapshot.Report.Document.Cells.Select(c => c.Value).ToList();

        FromJson(File(snapshot, ReportFormat.Json)).ShouldBe(figures);
        FromXml(File(snapshot, ReportFormat.Xml)).ShouldBe(figures);
        FromCsv(File(snapshot, ReportFormat.Csv)).ShouldBe(figures);
        FromXlsx(File(snapshot, ReportFormat.Xlsx)).ShouldBe(figures);
        FromDocx(File(snapshot, ReportFormat.Docx)).ShouldBe(figures);
        FromPdf(File(snapshot, ReportFormat.Pdf), figures).ShouldBe(figures);
    }

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

    private static List<long> FromJson(byte[] json) => [.. CanonicalJson.Read(json).Cells.Select(c => c.Value)];

    private static List<long> FromXml(byte[] xml) =>
        [.. XDocument.Load(new MemoryStream(xml)).Descendants().Where(e => e.Name.LocalName == "o").Select(e => XmlConvert.ToInt64(e.Value))];

    private static List<long> FromCsv(byte[] csv) =>
        [.. Encoding.UTF8.GetString(csv[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => Number(line.Split(';')[^3]))];

    private static List<long> FromXlsx(byte[] xlsx)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(xlsx), isEditable: false);
        return [.. document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().Where(c => c.CellValue is not null).Select(c => Number(c.CellValue!.Text))];
    }

    // Figures stand right-aligned in tables, or after the colon of a line.
    private static List<long> FromDocx(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        var figures = new List<long>();
        foreach (var paragraph in document.MainDocumentPart!.Document!.Descendants<Words.Paragraph>())
        {
            var right = paragraph.ParagraphProperties?.Justification?.Val?.Value == Words.JustificationValues.Right;
            if (right)
                figures.Add(Number(paragraph.InnerText.Replace(".", "", StringComparison.Ordinal)));
            else if (FigureOfLine().Match(paragraph.InnerText) is { Success: true } line)
                figures.Add(Number(line.Groups[1].Value.Replace(".", "", StringComparison.Ordinal)));
        }
        return figures;
    }

    // A page is words without cells: the figures must stand there in their order.
    private static List<long> FromPdf(byte[] pdf, List<long> figures)
    {
        var numbers = NumberWord().Matches(PdfReading.TextOf(pdf)).Select(m => Number(m.Value.Replace(".", "", StringComparison.Ordinal))).ToList();
        var found = new List<long>();
        var at = 0;
        foreach (var figure in figures)
        {
            at = numbers.IndexOf(figure, at) + 1;
            at.ShouldBeGreaterThan(0, $"figure {figure}, number {found.Count}");
            found.Add(numbers[at - 1]);
        }
        return found;
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^- [^:]+: ([0-9.]+) \w+")]
    private static partial Regex FigureOfLine();

    [GeneratedRegex(@"(?<![\w./])\d{1,3}(?:\.\d{3})*(?![\w/,])")]
    private static partial Regex NumberWord();
}
