using DocumentFormat.OpenXml.Spreadsheet;

namespace Platform.Reporting.Rendering.Xlsx;

/// <summary>The looks that a workbook uses, numbered in the order in which they are met.</summary>
internal sealed class XlsxStyles
{
    private const uint ThousandsFormat = 3;
    private const uint OneDecimalFormat = 164;
    private const uint TwoDecimalsFormat = 4;
    private readonly List<(SheetStyle Style, bool IsNumber)> _formats = [(new SheetStyle(), false)];
    private readonly Dictionary<(SheetStyle Style, bool IsNumber), int> _places = new() { [(new SheetStyle(), false)] = 0 };

    public int IndexOf(SheetStyle style, bool isNumber)
    {
        if (_places.TryGetValue((style, isNumber), out var index))
            return index;
        _formats.Add((style, isNumber));
        return _places[(style, isNumber)] = _formats.Count - 1;
    }

    public Stylesheet Stylesheet()
    {
        var fonts = _formats.Select(f => (f.Style.Size, f.Style.Bold, f.Style.Italic)).Distinct().ToList();
        var formats = _formats.Select(f => Format(f.Style, f.IsNumber, (uint)fonts.IndexOf((f.Style.Size, f.Style.Bold, f.Style.Italic)))).ToList();
        return new Stylesheet(
            new NumberingFormats(new NumberingFormat { NumberFormatId = OneDecimalFormat, FormatCode = "#,##0.0" }) { Count = 1 },
            new Fonts(fonts.Select(f => FontOf(f.Size, f.Bold, f.Italic))) { Count = (uint)fonts.Count },
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
            new Borders(new Border(), Ruled()) { Count = 2 },
            new CellStyleFormats(new CellFormat()) { Count = 1 },
            new CellFormats(formats) { Count = (uint)formats.Count });
    }

    private static CellFormat Format(SheetStyle style, bool isNumber, uint font) => new()
    {
        FontId = font,
        ApplyFont = true,
        BorderId = style.Ruled ? 1u : 0u,
        ApplyBorder = style.Ruled,
        FillId = 0,
        FormatId = 0,
        NumberFormatId = !isNumber ? 0 : style.Decimals switch { 0 => ThousandsFormat, 1 => OneDecimalFormat, _ => TwoDecimalsFormat },
        ApplyNumberFormat = isNumber,
        ApplyAlignment = true,
        Alignment = new Alignment
        {
            WrapText = !isNumber,
            Vertical = VerticalAlignmentValues.Center,
            Horizontal = style.Place switch
            {
                SheetPlace.Centre => HorizontalAlignmentValues.Center,
                SheetPlace.Right => HorizontalAlignmentValues.Right,
                _ => HorizontalAlignmentValues.Left,
            },
        },
    };

    private static Font FontOf(double size, bool bold, bool italic)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        if (italic)
            font.Append(new Italic());
        font.Append(new FontSize { Val = size }, new FontName { Val = "Times New Roman" }, new FontFamilyNumbering { Val = 1 });
        return font;
    }

    private static Border Ruled() => new(
        new LeftBorder { Style = BorderStyleValues.Thin },
        new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = BorderStyleValues.Thin },
        new BottomBorder { Style = BorderStyleValues.Thin },
        new DiagonalBorder());
}
