using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Platform.Reporting.Definitions;
using Platform.Reporting.Rendering;
using Platform.Reporting.Snapshots;
using Words = DocumentFormat.OpenXml.Wordprocessing;

namespace Platform.Reporting.Tests;

/// <summary>Reads the figures of a report back from each rendering; a quotient that there is none of is left out.</summary>
internal static partial class FiguresOf
{
    /// <summary>The figures as they were frozen.</summary>
    public static List<decimal> Document(ReportDocument document) => [.. Cells(document).Select(c => c.Ratio is { } ratio ? c.Value / Power(ratio.Decimals) : c.Value)];

    public static List<decimal> In(FrozenReport report, ReportFormat format)
    {
        var bytes = Rendered.Keep(ReportFiles.Write(report, format));
        return format switch
        {
            ReportFormat.Json => Document(CanonicalJson.Read(bytes)),
            ReportFormat.Xml => [.. XDocument.Load(new MemoryStream(bytes)).Descendants().Where(e => e.Name.LocalName == "o").Select(e => Number(e.Value))],
            ReportFormat.Csv => FromCsv(bytes),
            ReportFormat.Xlsx => FromXlsx(bytes),
            ReportFormat.Docx => FromDocx(bytes, report.Document),
            ReportFormat.Pdf => FromPdf(bytes, Document(report.Document)),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
        };
    }

    private static IEnumerable<FrozenCell> Cells(ReportDocument document) => document.Cells.Where(c => c.Ratio is not { Absent: true });

    private static List<decimal> FromCsv(byte[] csv) => [.. Records(Encoding.UTF8.GetString(csv[3..])).Skip(1).Select(fields => fields[8]).Where(figure => figure.Length > 0).Select(figure => Number(figure.Replace(',', '.')))];

    private static IEnumerable<List<string>> Records(string csv)
    {
        var (fields, field, quoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var c in csv)
        {
            if (c is '"')
                quoted = !quoted;
            else if (quoted || c is not (';' or '\r' or '\n'))
                field.Append(c);
            else if (c is ';' or '\n')
            {
                fields.Add(field.ToString());
                field.Clear();
                if (c is '\n')
                    yield return fields;
                fields = c is '\n' ? [] : fields;
            }
        }
    }

    private static List<decimal> FromXlsx(byte[] xlsx)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(xlsx), isEditable: false);
        return [.. document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().Where(c => c.CellValue is not null).Select(c => Number(c.CellValue!.Text))];
    }

    // Figures stand right-aligned in tables, or after the label of a line.
    private static List<decimal> FromDocx(byte[] docx, ReportDocument report)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        var labels = report.Tables.Where(t => t.Layout is TableLayout.Lines).SelectMany(t => t.Rows).Where(r => r.Cells.Count > 0).Select(r => $"- {r.Label}: ").ToList();
        var figures = new List<string>();
        foreach (var paragraph in document.MainDocumentPart!.Document!.Descendants<Words.Paragraph>())
        {
            if (paragraph.ParagraphProperties?.Justification?.Val?.Value == Words.JustificationValues.Right)
                figures.Add(paragraph.InnerText);
            else if (labels.Find(label => paragraph.InnerText.StartsWith(label, StringComparison.Ordinal)) is { } line)
                figures.Add(paragraph.InnerText[line.Length..].Split(' ')[0].TrimEnd('.', ';'));
        }
        return [.. figures.Where(f => Vietnamese().IsMatch(f)).Select(OfVietnamese)];
    }

    // A page is words without cells: the figures must stand there in their order.
    private static List<decimal> FromPdf(byte[] pdf, List<decimal> figures)
    {
        var numbers = Vietnamese().Matches(PdfReading.TextOf(pdf)).Select(m => OfVietnamese(m.Value)).ToList();
        var at = 0;
        foreach (var (figure, place) in figures.Select((figure, place) => (figure, place)))
        {
            at = numbers.IndexOf(figure, at) + 1;
            at.ShouldBeGreaterThan(0, $"figure {figure}, number {place}");
        }
        return figures;
    }

    private static decimal OfVietnamese(string text) => Number(Vietnamese().Match(text).Value.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static decimal Power(int decimals) => decimals switch { 0 => 1, 1 => 10, _ => 100 };

    [GeneratedRegex(@"(?<![\w./,])\d{1,3}(?:\.\d{3})*(?:,\d+)?(?![\w/])")]
    private static partial Regex Vietnamese();
}
