using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Platform.Reporting.Rendering.Docx;

/// <summary>Pages by NĐ 30/2020/NĐ-CP: A4, margins of 20, 30, 20 and 20 millimetres, numbers in the top margin from page 2.</summary>
internal static class DocxPage
{
    private const int ShortSide = 11906;
    private const int LongSide = 16838;
    private const int TwentyMillimetres = 1134;
    private const int ThirtyMillimetres = 1701;

    /// <summary>Width between the margins, in twentieths of a point.</summary>
    public static int TextWidth(bool landscape) => (landscape ? LongSide : ShortSide) - ThirtyMillimetres - TwentyMillimetres;

    public static SectionProperties Section(bool landscape, string header) => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = header },
        new PageSize
        {
            Width = (uint)(landscape ? LongSide : ShortSide),
            Height = (uint)(landscape ? ShortSide : LongSide),
            Orient = landscape ? PageOrientationValues.Landscape : PageOrientationValues.Portrait,
        },
        new PageMargin { Top = TwentyMillimetres, Bottom = TwentyMillimetres, Left = ThirtyMillimetres, Right = TwentyMillimetres, Header = 567, Footer = 567, Gutter = 0 },
        new TitlePage());

    /// <summary>Keeps the end of the body on the page of the signatures that follow it: the last two paragraphs, or the last two rows of a table.</summary>
    public static void KeepWithNext(IReadOnlyList<OpenXmlElement> body)
    {
        foreach (var paragraph in body.TakeLast(2).SelectMany(block => block is Table table ? table.Elements<TableRow>().TakeLast(2).SelectMany(row => row.Descendants<Paragraph>()) : [(Paragraph)block]))
            (paragraph.ParagraphProperties ??= new ParagraphProperties()).KeepNext = new KeepNext();
    }

    public static Header PageNumber()
    {
        var paragraph = new DocxText(13).Paragraph("", JustificationValues.Center);
        paragraph.Append(new SimpleField(new DocxText(13).Run("2")) { Instruction = " PAGE " });
        return new Header(paragraph);
    }
}
