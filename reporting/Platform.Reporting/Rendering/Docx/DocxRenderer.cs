using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Rendering.Docx;

/// <summary>Writes a report as a text document: the same layout as the PDF, to be edited further.</summary>
internal sealed class DocxRenderer : IRenderer
{
    private static readonly DocxText Body = new(13);

    public ReportFormat Format => ReportFormat.Docx;

    public byte[] Render(FrozenReport report)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            package.ChangeIdOfPart(main, "rId1");
            var header = main.AddNewPart<HeaderPart>("rId1");
            header.Header = DocxPage.PageNumber();
            main.Document = new Document(new Body([.. Blocks(report), DocxPage.Section(report.Document.Letterhead.Landscape, "rId1")]));
        }
        return FixedZip.Rewrite(stream.ToArray());
    }

    private static IEnumerable<OpenXmlElement> Blocks(FrozenReport report)
    {
        var head = report.Document.Letterhead;
        List<OpenXmlElement> body = [.. report.Document.Sections.SelectMany(section => Blocks(section, head.Landscape))];
        DocxPage.KeepWithNext(body);
        var ends = head.Grounds.Select((ground, i) => ground + (i == head.Grounds.Count - 1 ? "." : ";"));
        IEnumerable<OpenXmlElement> blocks =
        [
            .. DocxLetterhead.Head(head),
            .. ends.Select(ground => new DocxText(13, Italic: true).Indented(ground)),
            .. body,
            .. DocxLetterhead.Foot(head),
        ];
        if (Wording.Unconfirmed(report.Document) is { } warning)
            blocks = blocks.Append(new DocxText(9, Italic: true).Paragraph(warning));
        return blocks.Append(new DocxText(9).Paragraph(Wording.Check(report.Hash)));
    }

    private static IEnumerable<OpenXmlElement> Blocks(Section section, bool landscape) => section switch
    {
        HeadingSection heading => [new DocxText(13, Bold: heading.Level < 3, Italic: heading.Level > 2).Indented(heading.Text, keepNext: true)],
        ParagraphSection paragraph => [Body.Indented(paragraph.Text)],
        NarrativeSection narrative => Narrative(narrative),
        TableSection { Layout: Definitions.TableLayout.Lines } lines => lines.Rows.Select(row => Body.Indented(Wording.Line(row))),
        TableSection table => Table(table, landscape),
        ChartSection => [], // its figures stand in their table
        _ => throw new InvalidOperationException($"Unknown section '{section.GetType().Name}'."),
    };

    private static IEnumerable<OpenXmlElement> Narrative(NarrativeSection narrative)
    {
        var label = narrative.Label is null ? "" : $"- {narrative.Label} ";
        if (narrative.Text is { } text)
            return (label + text).Split('\n').Select(paragraph => Body.Indented(paragraph));
        return Enumerable.Range(0, narrative.Lines).Select(line => Body.Dotted(line is 0 ? label : ""));
    }

    private static IEnumerable<OpenXmlElement> Table(TableSection table, bool landscape)
    {
        if (table.Caption is { } caption)
            yield return new DocxText(12, Italic: true).Paragraph(caption, JustificationValues.Center, keepNext: true);
        yield return DocxTable.Of(table, DocxPage.TextWidth(landscape));
        yield return new DocxText(6).Paragraph("");
    }
}
