using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Rendering.Pdf;

/// <summary>Head and foot of an official document: sizes and places of NĐ 30/2020/NĐ-CP, Phụ lục I.</summary>
internal static class PdfLetterhead
{
    private const float LeftShare = 0.42f;
    private const float SignatureSpace = 62;
    private static readonly TextStyle Agency = new(12);
    private static readonly TextStyle AgencyBold = new(12, Bold: true);
    private static readonly TextStyle MottoStyle = new(13, Bold: true);
    private static readonly TextStyle Line = new(13);
    private static readonly TextStyle DateLine = new(13, Italic: true);
    private static readonly TextStyle TitleStyle = new(14, Bold: true);
    private static readonly TextStyle Recipient = new(11);
    private static readonly TextStyle RecipientHead = new(12, Bold: true, Italic: true);

    public static void DrawHead(PdfPages pages, Letterhead head)
    {
        var (left, right) = (pages.Width * LeftShare, pages.Width * (1 - LeftShare));
        var top = pages.Y;
        var leftEnd = DrawAgency(pages, head, left, top);
        var rightEnd = DrawCountry(pages, PdfPages.Left + left, right, top);
        pages.Y = Math.Max(leftEnd, rightEnd) + 6;
        if (head.NumberEnding is not null)
            new TextBlock(Wording.Number(head), Line, left, Alignment.Centre).Draw(pages.Canvas, PdfPages.Left, pages.Y);
        new TextBlock(Wording.PlaceAndDay(head), DateLine, right, Alignment.Centre).Draw(pages.Canvas, PdfPages.Left + left, pages.Y);
        pages.Y += Line.LineHeight + 16;
        Centre(pages, head.Title, TitleStyle);
        Centre(pages, head.Subject, TitleStyle);
        Rule(pages, PdfPages.Left, pages.Width, 0.18f, pages.Y + 3);
        pages.Y += 16;
    }

    /// <summary>The height of what <see cref="DrawFoot"/> draws.</summary>
    public static float FootHeight(Letterhead head) =>
        (head.Signatures.Count > 0 ? 14 + 2 * Line.LineHeight + SignatureSpace : 0)
        + (head.Recipients.Count > 0 ? RecipientHead.LineHeight + head.Recipients.Count * Recipient.LineHeight : 0);

    public static void DrawFoot(PdfPages pages, Letterhead head)
    {
        if (head.Signatures.Count > 0)
            DrawSignatures(pages, head.Signatures);
        if (head.Recipients.Count > 0)
            DrawRecipients(pages, head);
    }

    private static float DrawAgency(PdfPages pages, Letterhead head, float width, float y)
    {
        if (head.Parent is not null)
        {
            var parent = new TextBlock(head.Parent, Agency, width - 8, Alignment.Centre);
            parent.Draw(pages.Canvas, PdfPages.Left, y);
            y += parent.Height;
        }
        var issuer = new TextBlock(head.Issuer, AgencyBold, width - 8, Alignment.Centre);
        issuer.Draw(pages.Canvas, PdfPages.Left, y);
        y += issuer.Height;
        Rule(pages, PdfPages.Left, width - 8, 0.4f, y + 2);
        return y + 4;
    }

    private static float DrawCountry(PdfPages pages, float x, float width, float y)
    {
        var country = new TextBlock(Wording.Country, AgencyBold, width, Alignment.Centre);
        country.Draw(pages.Canvas, x, y);
        y += country.Height;
        var motto = new TextBlock(Wording.Motto, MottoStyle, width, Alignment.Centre);
        motto.Draw(pages.Canvas, x, y);
        y += motto.Height;
        Rule(pages, x, width, MottoStyle.WidthOf(Wording.Motto) / width, y + 2);
        return y + 4;
    }

    private static void DrawSignatures(PdfPages pages, IReadOnlyList<SignatureBlock> signatures)
    {
        var width = pages.Width / signatures.Count;
        pages.Y += 8;
        pages.Need(2 * Line.LineHeight + SignatureSpace);
        for (var i = 0; i < signatures.Count; i++)
        {
            var x = PdfPages.Left + i * width;
            new TextBlock(signatures[i].Title, MottoStyle, width, Alignment.Centre).Draw(pages.Canvas, x, pages.Y);
            new TextBlock(signatures[i].Name ?? "", MottoStyle, width, Alignment.Centre).Draw(pages.Canvas, x, pages.Y + Line.LineHeight + SignatureSpace);
        }
        pages.Y += 2 * Line.LineHeight + SignatureSpace + 6;
    }

    private static void DrawRecipients(PdfPages pages, Letterhead head)
    {
        pages.Need(RecipientHead.LineHeight + head.Recipients.Count * Recipient.LineHeight);
        pages.Write(new TextBlock(Wording.RecipientsHead, RecipientHead, pages.Width, Alignment.Left), PdfPages.Left, 0);
        foreach (var recipient in Wording.Recipients(head))
            pages.Write(new TextBlock(recipient, Recipient, pages.Width, Alignment.Left), PdfPages.Left, 0);
    }

    private static void Centre(PdfPages pages, string text, TextStyle style) =>
        pages.Write(new TextBlock(text, style, pages.Width, Alignment.Centre), PdfPages.Left, 0);

    private static void Rule(PdfPages pages, float x, float width, float share, float y) =>
        pages.Rule(x + width * (1 - share) / 2, y, x + width * (1 + share) / 2, y, 0.8f);
}
