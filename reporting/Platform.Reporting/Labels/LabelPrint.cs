using Platform.Reporting.Rendering.Pdf;
using SkiaSharp;

namespace Platform.Reporting.Labels;

/// <summary>What stands on a label.</summary>
/// <param name="Heading">The library's name.</param>
/// <param name="CallNumber">The call number; null when the copy has none.</param>
/// <param name="RegistrationNumber">The copy's registration number.</param>
public sealed record Label(string Heading, string? CallNumber, string RegistrationNumber);

/// <summary>What labels are for.</summary>
public enum LabelKind : byte
{
    /// <summary>For the spine: the call number, a line for each part (nhãn gáy).</summary>
    Spine = 1,

    /// <summary>For the cover: the registration number as a bar code (nhãn mã vạch).</summary>
    Barcode = 2,
}

/// <summary>Prints labels on sheets, as PDF.</summary>
public static class LabelPrint
{
    private const float Margin = 1.5f * PdfPages.Millimetre;
    private const float QuietModules = 10;
    private const float WidestModule = 0.5f * PdfPages.Millimetre;
    private const float PageWidth = 210 * PdfPages.Millimetre;
    private const float PageHeight = 297 * PdfPages.Millimetre;

    private static readonly TextStyle Head = new(6.5f);
    private static readonly TextStyle Number = new(8);
    private static readonly TextStyle Call = new(13, Bold: true);
    private static readonly TextStyle SmallestCall = Call with { Size = 6 };

    /// <summary>The sheets.</summary>
    /// <param name="labels">The labels, in order: along the rows, from the top.</param>
    /// <param name="kind">What they are for.</param>
    /// <param name="sheet">On what they are printed.</param>
    /// <param name="skip">Labels that the first sheet lacks already.</param>
    public static byte[] ToPdf(IReadOnlyList<Label> labels, LabelKind kind, LabelSheet sheet, int skip = 0)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(sheet);
        using var stream = new MemoryStream();
        using (var pdf = SKDocument.CreatePdf(stream))
        {
            var place = Math.Clamp(skip, 0, sheet.Labels - 1);
            foreach (var page in Pages(labels, sheet, place))
            {
                var canvas = pdf.BeginPage(PageWidth, PageHeight);
                foreach (var (label, i) in page)
                    Draw(canvas, label, kind, AreaOf(sheet, i));
                pdf.EndPage();
            }
            pdf.Close();
        }
        return stream.ToArray();
    }

    private static IEnumerable<IEnumerable<(Label Label, int Place)>> Pages(IReadOnlyList<Label> labels, LabelSheet sheet, int skip) =>
        labels.Select((label, i) => (Label: label, Place: i + skip)).GroupBy(l => l.Place / sheet.Labels, l => (l.Label, l.Place % sheet.Labels));

    private static SKRect AreaOf(LabelSheet sheet, int place)
    {
        var (row, column) = Math.DivRem(place, sheet.Columns);
        var area = SKRect.Create(
            (sheet.Left + column * sheet.ColumnStep) * PdfPages.Millimetre, (sheet.Top + row * sheet.RowStep) * PdfPages.Millimetre,
            sheet.Width * PdfPages.Millimetre, sheet.Height * PdfPages.Millimetre);
        area.Inflate(-Margin, -Margin);
        return area;
    }

    private static void Draw(SKCanvas canvas, Label label, LabelKind kind, SKRect area)
    {
        Line(canvas, label.Heading, Head, area, area.Top);
        Line(canvas, label.RegistrationNumber, Number, area, area.Bottom - Number.LineHeight);
        var middle = new SKRect(area.Left, area.Top + Head.LineHeight, area.Right, area.Bottom - Number.LineHeight);
        if (kind is LabelKind.Spine)
            DrawCallNumber(canvas, label.CallNumber, middle);
        else if (Code128.CanHold(label.RegistrationNumber))
            DrawBars(canvas, Code128.Widths(label.RegistrationNumber), middle);
    }

    // The largest letters in which each part of the number has a line of its own.
    private static void DrawCallNumber(SKCanvas canvas, string? callNumber, SKRect area)
    {
        var lines = (callNumber ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var style = Call;
        while (style.Size > SmallestCall.Size && (lines.Length * style.LineHeight > area.Height || lines.Any(line => style.WidthOf(line) > area.Width)))
            style = style with { Size = style.Size - 0.5f };
        var top = area.Top + (area.Height - lines.Length * style.LineHeight) / 2;
        for (var i = 0; i < lines.Length; i++)
            Line(canvas, lines[i], style, area, top + i * style.LineHeight);
    }

    private static void DrawBars(SKCanvas canvas, IReadOnlyList<int> widths, SKRect area)
    {
        var module = Math.Min(WidestModule, area.Width / (widths.Sum() + 2 * QuietModules));
        var x = area.MidX - widths.Sum() * module / 2;
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = false };
        for (var i = 0; i < widths.Count; x += widths[i++] * module)
            if (i % 2 == 0)
                canvas.DrawRect(x, area.Top + 1, widths[i] * module, area.Height - 2, ink);
    }

    // A text too long for the label is cut: half a line would stand on the neighbour.
    private static void Line(SKCanvas canvas, string text, TextStyle style, SKRect area, float top)
    {
        while (text.Length > 1 && style.WidthOf(text) > area.Width)
            text = text[..^1];
        new TextBlock(text, style, area.Width, Alignment.Centre).DrawLine(canvas, 0, area.Left, top);
    }
}
