using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Rendering.Docx;

/// <summary>Head and foot of the official document in tables without rules.</summary>
internal static class DocxLetterhead
{
    private const int EmptyLinesForSignature = 4;
    private static readonly DocxText Agency = new(12);
    private static readonly DocxText AgencyBold = new(12, Bold: true);
    private static readonly DocxText Motto = new(13, Bold: true);
    private static readonly DocxText Line = new(13);
    private static readonly DocxText Title = new(14, Bold: true);

    public static IEnumerable<OpenXmlElement> Head(Letterhead head)
    {
        var width = DocxPage.TextWidth(head.Landscape);
        IEnumerable<OpenXmlElement> left =
        [
            .. head.Parent is null ? Array.Empty<OpenXmlElement>() : [Centred(Agency, head.Parent)],
            Centred(AgencyBold, head.Issuer),
            Rule(0.32, (int)(width * 0.42)),
            Centred(Line, head.NumberEnding is null ? "" : Wording.Number(head)),
        ];
        IEnumerable<OpenXmlElement> right =
        [
            Centred(AgencyBold, Wording.Country),
            Centred(Motto, Wording.Motto),
            Rule(0.3, (int)(width * 0.58)),
            Centred(Line with { Italic = true }, Wording.PlaceAndDay(head)),
        ];
        yield return Columns(width, [(0.42, left), (0.58, right)]);
        yield return Line.Paragraph("");
        yield return Centred(Title, head.Title);
        yield return Centred(Title, head.Subject);
        yield return Rule(0.4, width);
    }

    public static IEnumerable<OpenXmlElement> Foot(Letterhead head)
    {
        var share = 1.0 / Math.Max(1, head.Signatures.Count);
        if (head.Signatures.Count > 0)
            yield return Columns(DocxPage.TextWidth(head.Landscape), [.. head.Signatures.Select(s => (share, Signature(s)))]);
        if (head.Recipients.Count is 0)
            yield break;
        yield return new DocxText(12, Bold: true, Italic: true).Paragraph(Wording.RecipientsHead);
        foreach (var recipient in Wording.Recipients(head))
            yield return new DocxText(11).Paragraph(recipient);
    }

    private static IEnumerable<OpenXmlElement> Signature(SignatureBlock signature) =>
    [
        Centred(Motto, signature.Title),
        .. Enumerable.Range(0, EmptyLinesForSignature).Select(_ => Centred(Motto, "")),
        Centred(Motto, signature.Name ?? ""),
    ];

    private static Paragraph Centred(DocxText style, string text) => style.Paragraph(text, JustificationValues.Center, keepNext: true);

    // A rule of NĐ 30/2020: the lower edge of an empty paragraph that is indented on both sides.
    private static Paragraph Rule(double share, int width)
    {
        var side = ((int)(width * (1 - share) / 2)).ToString(CultureInfo.InvariantCulture);
        return new Paragraph(new ParagraphProperties
        {
            ParagraphBorders = new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 1 }),
            SpacingBetweenLines = new SpacingBetweenLines { Before = "60", After = "60", Line = "120", LineRule = LineSpacingRuleValues.Exact },
            Indentation = new Indentation { Left = side, Right = side },
        });
    }

    private static Table Columns(int width, IReadOnlyList<(double Share, IEnumerable<OpenXmlElement> Content)> columns) => new(
        new TableProperties(
            new TableWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(
                new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
                new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
        new TableGrid(columns.Select(c => new GridColumn { Width = ((int)(c.Share * width)).ToString(CultureInfo.InvariantCulture) })),
        new DocumentFormat.OpenXml.Wordprocessing.TableRow([new TableRowProperties(new CantSplit()), .. columns.Select(c => new TableCell([new TableCellProperties(), .. c.Content]))]));
}
