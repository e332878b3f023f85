using Platform.Reporting.Definitions;
using Platform.Reporting.Snapshots;
using SkiaSharp;

namespace Platform.Reporting.Rendering.Pdf;

/// <summary>Writes a report as the official document that is printed, signed and stamped.</summary>
internal sealed class PdfRenderer : IRenderer
{
    private const float Indent = 10 * PdfPages.Millimetre;
    private const float ParagraphSpace = 6;
    private const float SpaceAfterTable = 8;
    private const float SpaceBeforeCheck = 10;
    private static readonly TextStyle Body = new(13);
    private static readonly TextStyle Grounds = new(13, Italic: true);
    private static readonly TextStyle Caption = new(12, Italic: true);
    private static readonly TextStyle Small = new(9);

    public ReportFormat Format => ReportFormat.Pdf;

    public byte[] Render(FrozenReport report)
    {
        var document = report.Document;
        using var stream = new MemoryStream();
        using (var pdf = SKDocument.CreatePdf(stream, Metadata(document)))
        {
            using (var pages = new PdfPages(pdf, document.Letterhead.Landscape))
                Draw(pages, report);
            pdf.Close();
        }
        return stream.ToArray();
    }

    private static void Draw(PdfPages pages, FrozenReport report)
    {
        var head = report.Document.Letterhead;
        PdfLetterhead.DrawHead(pages, head);
        for (var i = 0; i < head.Grounds.Count; i++)
            pages.Write(new TextBlock(head.Grounds[i] + (i == head.Grounds.Count - 1 ? "." : ";"), Grounds, pages.Width, Alignment.Justify, Indent), PdfPages.Left, ParagraphSpace);
        var warning = Wording.Unconfirmed(report.Document) is { } text ? new TextBlock(text, Small with { Italic = true }, pages.Width, Alignment.Left) : null;
        DrawBody(pages, report.Document, PdfLetterhead.FootHeight(head) + SpaceBeforeCheck + (warning?.Height ?? 0) + 2 + QrCode.Side);
        PdfLetterhead.DrawFoot(pages, head);
        pages.Y += SpaceBeforeCheck;
        if (warning is not null)
            pages.Write(warning, PdfPages.Left, 2);
        DrawCheck(pages, report);
    }

    // Signatures never stand alone on a page: what closes the body goes with them.
    private static void DrawBody(PdfPages pages, ReportDocument document, float foot)
    {
        var sections = document.Sections;
        var closing = sections.Count - 1;
        while (closing > 0 && sections[closing - 1] is HeadingSection)
            closing--;
        for (var i = 0; i < sections.Count; i++)
        {
            if (i == closing && sections[^1] is not TableSection { Layout: TableLayout.Grid })
                pages.Keep(sections.Skip(closing).Sum(s => HeightOf(pages, s)) + foot);
            if (i == sections.Count - 1 && sections[i] is TableSection { Layout: TableLayout.Grid } table)
                DrawTable(pages, table, foot);
            else
                Draw(pages, document, sections[i], NeededUnder(sections.Skip(i + 1)));
        }
    }

    // What must follow a heading on its page: the first lines to write on; or a caption, the head of a table and two rows.
    private static float NeededUnder(IEnumerable<Section> following) =>
        following.FirstOrDefault(s => s is not HeadingSection) is NarrativeSection or ParagraphSection ? 4 * Body.LineHeight : 8 * Body.LineHeight;

    private static float HeightOf(PdfPages pages, Section section) => section switch
    {
        HeadingSection => Body.LineHeight + ParagraphSpace + 4,
        ParagraphSection paragraph => HeightOf(pages, paragraph.Text),
        NarrativeSection { Text: null } narrative => narrative.Lines * (Body.LineHeight + 4) + 2,
        NarrativeSection narrative => narrative.Text.Split('\n').Sum(text => HeightOf(pages, text)),
        TableSection lines => lines.Rows.Sum(row => HeightOf(pages, Wording.Line(row))),
        _ => 0,
    };

    private static float HeightOf(PdfPages pages, string paragraph) => new TextBlock(paragraph, Body, pages.Width, Alignment.Justify, Indent).Height + ParagraphSpace;

    // The code to scan, and beside it the same for those who type.
    private static void DrawCheck(PdfPages pages, FrozenReport report)
    {
        pages.Need(QrCode.Side);
        QrCode.Draw(pages.Canvas, Wording.CheckAddress(report), PdfPages.Left, pages.Y);
        var (left, width) = (PdfPages.Left + QrCode.Side + 8, pages.Width - QrCode.Side - 8);
        var top = pages.Y;
        foreach (var line in Wording.CheckLines(report))
        {
            var text = new TextBlock(line, Small, width, Alignment.Left);
            text.Draw(pages.Canvas, left, pages.Y);
            pages.Y += text.Height;
        }
        pages.Y = Math.Max(pages.Y, top + QrCode.Side);
    }

    private static void Draw(PdfPages pages, ReportDocument document, Section section, float under)
    {
        switch (section)
        {
            case HeadingSection heading:
                DrawHeading(pages, heading, under);
                break;
            case ParagraphSection paragraph:
                DrawParagraph(pages, paragraph.Text);
                break;
            case NarrativeSection narrative:
                DrawNarrative(pages, narrative);
                break;
            case TableSection { Layout: TableLayout.Lines } lines:
                foreach (var row in lines.Rows)
                    DrawParagraph(pages, Wording.Line(row));
                break;
            case TableSection table:
                DrawTable(pages, table, 0);
                break;
            case ChartSection chart:
                PdfChart.Draw(pages, document.Tables.Single(t => t.Code == chart.Table), chart);
                break;
            default:
                throw new InvalidOperationException($"Unknown section '{section.GetType().Name}'.");
        }
    }

    private static void DrawHeading(PdfPages pages, HeadingSection heading, float under)
    {
        var style = new TextStyle(13, Bold: heading.Level < 3, Italic: heading.Level > 2);
        pages.Y += heading.Level is 1 ? 4 : 0;
        pages.Need(style.LineHeight + under);
        pages.Write(new TextBlock(heading.Text, style, pages.Width, Alignment.Left, Indent), PdfPages.Left, ParagraphSpace);
    }

    private static void DrawParagraph(PdfPages pages, string text) =>
        pages.Write(new TextBlock(text, Body, pages.Width, Alignment.Justify, Indent), PdfPages.Left, ParagraphSpace);

    private static void DrawNarrative(PdfPages pages, NarrativeSection narrative)
    {
        var label = narrative.Label is null ? "" : $"- {narrative.Label} ";
        if (narrative.Text is not null)
        {
            foreach (var paragraph in (label + narrative.Text).Split('\n'))
                DrawParagraph(pages, paragraph);
            return;
        }
        for (var line = 0; line < narrative.Lines; line++)
        {
            pages.Need(Body.LineHeight + 4);
            var start = line is 0 ? Indent : 0;
            if (line is 0 && label.Length > 0)
            {
                new TextBlock(label.TrimEnd(), Body, pages.Width, Alignment.Left).Draw(pages.Canvas, PdfPages.Left + Indent, pages.Y);
                start += Body.WidthOf(label);
            }
            pages.Dots(PdfPages.Left + start, PdfPages.Left + pages.Width, pages.Y + Body.Ascent);
            pages.Y += Body.LineHeight + 4;
        }
        pages.Y += 2;
    }

    private static void DrawTable(PdfPages pages, TableSection table, float after)
    {
        if (table.Caption is { } caption)
        {
            pages.Need(6 * Body.LineHeight);
            pages.Write(new TextBlock(caption, Caption, pages.Width, Alignment.Centre), PdfPages.Left, 3);
        }
        new PdfTable(table, pages).Draw(after > 0 ? after + SpaceAfterTable : 0);
        pages.Y += SpaceAfterTable;
    }

    // The day after the period stands for the making: a clock would change the bytes.
    private static SKDocumentPdfMetadata Metadata(ReportDocument document)
    {
        var made = document.Period.LastOn.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return new SKDocumentPdfMetadata
        {
            Title = $"{document.Letterhead.Title} – {document.Letterhead.Subject}",
            Author = document.Library.Name,
            Subject = document.Definition.Name,
            Creation = made,
            Modified = made,
            RasterDpi = 300,
            EncodingQuality = 101,
        };
    }
}
