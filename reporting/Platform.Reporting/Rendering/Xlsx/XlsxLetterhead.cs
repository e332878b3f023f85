using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Rendering.Xlsx;

/// <summary>Head and foot of the official document in a sheet.</summary>
internal static class XlsxLetterhead
{
    private const int SignatureRows = 4;
    private static readonly SheetStyle Agency = new(12, Place: SheetPlace.Centre);
    private static readonly SheetStyle AgencyBold = new(12, Bold: true, Place: SheetPlace.Centre);
    private static readonly SheetStyle Motto = new(13, Bold: true, Place: SheetPlace.Centre);
    private static readonly SheetStyle Title = new(14, Bold: true, Place: SheetPlace.Centre);

    public static void WriteHead(Sheet sheet, Letterhead head)
    {
        Pair(sheet, head.Parent ?? "", Agency, Wording.Country, AgencyBold);
        Pair(sheet, head.Issuer, AgencyBold, Wording.Motto, Motto);
        Pair(sheet, head.NumberEnding is null ? "" : Wording.Number(head), Agency, Wording.PlaceAndDay(head), Agency with { Italic = true });
        sheet.Row++;
        sheet.Line(head.Title, Title);
        sheet.Line(head.Subject, Title);
        foreach (var ground in head.Grounds)
            sheet.Line(ground, new SheetStyle(12, Italic: true));
        sheet.Row++;
    }

    public static void WriteFoot(Sheet sheet, Letterhead head)
    {
        sheet.Row++;
        for (var i = 0; i < head.Signatures.Count; i++)
        {
            var (first, next) = (i * sheet.Columns / head.Signatures.Count, (i + 1) * sheet.Columns / head.Signatures.Count);
            sheet.Merge(sheet.Row, first + 1, 1, next - first, head.Signatures[i].Title, Motto);
            sheet.Merge(sheet.Row + SignatureRows, first + 1, 1, next - first, head.Signatures[i].Name ?? "", Motto);
        }
        sheet.Row += SignatureRows + 2;
        if (head.Recipients.Count is 0)
            return;
        sheet.Line(Wording.RecipientsHead, new SheetStyle(12, Bold: true, Italic: true));
        foreach (var recipient in Wording.Recipients(head))
            sheet.Line(recipient, new SheetStyle(11));
        sheet.Row++;
    }

    private static void Pair(Sheet sheet, string left, SheetStyle leftStyle, string right, SheetStyle rightStyle)
    {
        var half = LeftColumns(sheet);
        sheet.Merge(sheet.Row, 1, 1, half, left, leftStyle);
        sheet.Merge(sheet.Row, half + 1, 1, sheet.Columns - half, right, rightStyle);
        sheet.Fit(sheet.Row, left, sheet.Widths.Take(half).Sum(), leftStyle.Size);
        sheet.Fit(sheet.Row, right, sheet.Widths.Skip(half).Sum(), rightStyle.Size);
        sheet.Row++;
    }

    // As many columns as make up two fifths of the width.
    private static int LeftColumns(Sheet sheet)
    {
        var (columns, width) = (1, sheet.Widths[0]);
        while (columns < sheet.Columns - 1 && width + sheet.Widths[columns] / 2 < sheet.Widths.Sum() * 0.42)
            width += sheet.Widths[columns++];
        return columns;
    }
}
