using DocumentFormat.OpenXml.Spreadsheet;

namespace Platform.Reporting.Exchange;

/// <summary>The looks of a portal file, by their numbers in its stylesheet.</summary>
internal static class PortalStyles
{
    public const uint Title = 1;
    public const uint Head = 2;
    public const uint Text = 3;
    public const uint Whole = 4;
    public const uint Decimal = 5;

    private const uint Plain = 0;
    private const uint Thousands = 3;
    private const uint TwoDecimals = 4;

    public static Stylesheet Stylesheet() => new(
        new Fonts(FontOf(12, bold: false), FontOf(12, bold: true), FontOf(14, bold: true)) { Count = 3 },
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
        new Borders(new Border(), Ruled()) { Count = 2 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(
            Format(0, Plain, ruled: false, HorizontalAlignmentValues.Left),
            Format(2, Plain, ruled: false, HorizontalAlignmentValues.Center),
            Format(1, Plain, ruled: true, HorizontalAlignmentValues.Center),
            Format(0, Plain, ruled: true, HorizontalAlignmentValues.Left),
            Format(0, Thousands, ruled: true, HorizontalAlignmentValues.Right),
            Format(0, TwoDecimals, ruled: true, HorizontalAlignmentValues.Right))
        { Count = 6 });

    private static CellFormat Format(uint font, uint number, bool ruled, HorizontalAlignmentValues place) => new()
    {
        FontId = font,
        ApplyFont = true,
        FillId = 0,
        BorderId = ruled ? 1u : 0u,
        ApplyBorder = ruled,
        FormatId = 0,
        NumberFormatId = number,
        ApplyNumberFormat = number is not Plain,
        ApplyAlignment = true,
        Alignment = new Alignment { Horizontal = place, Vertical = VerticalAlignmentValues.Center, WrapText = number is Plain },
    };

    private static Font FontOf(double size, bool bold)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = size }, new FontName { Val = "Times New Roman" });
        return font;
    }

    private static Border Ruled() => new(
        new LeftBorder { Style = BorderStyleValues.Thin },
        new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = BorderStyleValues.Thin },
        new BottomBorder { Style = BorderStyleValues.Thin },
        new DiagonalBorder());
}
