using Platform.Reporting.Manifests;
using Platform.Reporting.Rendering.Pdf;
using SkiaSharp;

namespace Platform.Reporting.Papers;

/// <summary>A reader's card to be printed.</summary>
/// <param name="CardNumber">Its number, as the barcode holds it.</param>
/// <param name="FullName">The reader.</param>
/// <param name="Of">Class of a pupil, or what an adult is.</param>
public sealed record ReaderCard(string CardNumber, string FullName, string Of);

/// <summary>How a reader's card holds its number for a scanner.</summary>
public enum CardCode : byte
{
    /// <summary>As Code 128, which every desk's scanner reads.</summary>
    Barcode = 1,

    /// <summary>As a QR code, which a telephone's camera reads.</summary>
    Qr = 2,

    /// <summary>As both, side by side.</summary>
    Both = 3,
}

/// <summary>Prints readers' cards (thẻ bạn đọc) of the size of a bank card, ten on a sheet of A4, with the number as Code 128, as QR code, or both.</summary>
public static class ReaderCardPdf
{
    private const float Width = 85.6f * PdfPages.Millimetre;
    private const float Height = 54f * PdfPages.Millimetre;
    private const float SheetWidth = 210 * PdfPages.Millimetre;
    private const float SheetHeight = 297 * PdfPages.Millimetre;
    private const float Gap = 2 * PdfPages.Millimetre;
    private const float Inset = 10;
    private const float WidestModule = 1.1f;
    private const float BarHeight = 34;
    private const float QrSide = 64;
    private const int Columns = 2;
    private const int Rows = 5;
    private static readonly TextStyle School = new(9, Bold: true);
    private static readonly TextStyle Title = new(12, Bold: true);
    private static readonly TextStyle Name = new(13, Bold: true);
    private static readonly TextStyle Detail = new(10);

    /// <summary>The sheets, cards in the order given.</summary>
    public static byte[] Render(string school, string year, IReadOnlyList<ReaderCard> cards, CardCode code = CardCode.Barcode)
    {
        ArgumentNullException.ThrowIfNull(cards);
        using var stream = new MemoryStream();
        using (var pdf = SKDocument.CreatePdf(stream, new SKDocumentPdfMetadata { Title = "Thẻ bạn đọc", RasterDpi = 300, EncodingQuality = 101 }))
        {
            foreach (var sheet in cards.Chunk(Columns * Rows))
            {
                var canvas = pdf.BeginPage(SheetWidth, SheetHeight);
                for (var i = 0; i < sheet.Length; i++)
                    Draw(canvas, school, year, sheet[i], code, Place(i));
                pdf.EndPage();
            }
            pdf.Close();
        }
        return stream.ToArray();
    }

    private static SKPoint Place(int index) => new(
        (SheetWidth - Columns * Width - (Columns - 1) * Gap) / 2 + index % Columns * (Width + Gap),
        (SheetHeight - Rows * Height - (Rows - 1) * Gap) / 2 + index / Columns * (Height + Gap));

    private static void Draw(SKCanvas canvas, string school, string year, ReaderCard card, CardCode code, SKPoint at)
    {
        using var border = new SKPaint { Color = SKColors.Gray, StrokeWidth = 0.5f, Style = SKPaintStyle.Stroke, IsAntialias = true };
        canvas.DrawRoundRect(at.X, at.Y, Width, Height, 8, 8, border);
        var (x, inner, y) = (at.X + Inset, Width - 2 * Inset, at.Y + 8);
        y += OneLine(canvas, school.ToUpperInvariant(), School, x, inner, y);
        y += OneLine(canvas, "THẺ BẠN ĐỌC", Title, x, inner, y) + 4;
        y += OneLine(canvas, card.FullName, Name, x, inner, y);
        OneLine(canvas, $"{card.Of}   Năm học {year}", Detail, x, inner, y);
        var foot = at.Y + Height - 6 - Detail.LineHeight;
        var bars = code is CardCode.Both ? inner - QrSide : inner;
        if (code is not CardCode.Qr)
            DrawBars(canvas, card.CardNumber, x, bars, foot - BarHeight - 1);
        if (code is not CardCode.Barcode)
            QrCode.Draw(canvas, card.CardNumber, code is CardCode.Both ? x + bars : x + (inner - QrSide) / 2, foot - QrSide, QrSide);
        OneLine(canvas, card.CardNumber, Detail, x, inner, foot);
    }

    // A text that is too wide is set smaller: nothing may run over the edge of a card.
    private static float OneLine(SKCanvas canvas, string text, TextStyle style, float x, float width, float y)
    {
        var fitting = style.WidthOf(text) is var wide && wide > width ? style with { Size = style.Size * width / wide * 0.99f } : style;
        new TextBlock(text, fitting, width, Alignment.Centre).DrawLine(canvas, 0, x, y);
        return style.LineHeight;
    }

    private static void DrawBars(SKCanvas canvas, string number, float x, float width, float y)
    {
        if (!Code128.CanWrite(number))
            return;
        var bars = Code128.BarsOf(number);
        var modules = bars.Sum() + 2 * Code128.QuietModules;
        var module = Math.Min(WidestModule, width / modules);
        var at = x + (width - modules * module) / 2 + Code128.QuietModules * module;
        using var ink = new SKPaint { Color = SKColors.Black, Style = SKPaintStyle.Fill };
        for (var i = 0; i < bars.Count; at += bars[i++] * module)
        {
            if (i % 2 == 0)
                canvas.DrawRect(at, y, bars[i] * module, BarHeight, ink);
        }
    }
}
