using System.Globalization;
using Platform.Reporting.Rendering.Pdf;
using SkiaSharp;

namespace Platform.Reporting.Manifests;

/// <summary>Writes a manifest as the document that goes with the items: each with its barcode, to be ticked off on both sides and signed.</summary>
public static class ManifestPdf
{
    private const float BarHeight = 24;
    private const float Module = 0.85f;
    private const float RowHeight = 44;
    private const float Padding = 4;
    private const float SignatureSpace = 60;
    private static readonly float[] Shares = [0.08f, 0.40f, 0.32f, 0.10f, 0.10f];
    private static readonly string[] Heads = ["STT", "Mã vạch", "Tài liệu", "Giao", "Nhận"];
    private static readonly TextStyle Title = new(14, Bold: true);
    private static readonly TextStyle Text = new(12);
    private static readonly TextStyle Bold = new(12, Bold: true);
    private static readonly TextStyle Small = new(9);
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>The document.</summary>
    public static byte[] Render(Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        using var stream = new MemoryStream();
        using (var pdf = SKDocument.CreatePdf(stream, new SKDocumentPdfMetadata { Title = $"Phiếu luân chuyển {manifest.Semester}", RasterDpi = 300, EncodingQuality = 101 }))
        {
            using (var pages = new PdfPages(pdf, landscape: false))
                Draw(pages, manifest);
            pdf.Close();
        }
        return stream.ToArray();
    }

    private static void Draw(PdfPages pages, Manifest manifest)
    {
        Centre(pages, manifest.Group, Text);
        Centre(pages, "PHIẾU GIAO NHẬN TÀI LIỆU LUÂN CHUYỂN", Title);
        Centre(pages, $"Học kỳ {manifest.Semester}", Text);
        pages.Y += 8;
        Line(pages, $"Bên giao (thư viện chủ): {manifest.Sender}");
        Line(pages, $"Bên nhận: {manifest.Receiver}");
        Line(pages, string.Create(Vietnamese, $"Số bản: {manifest.Lines.Count}; trị giá: {manifest.Lines.Sum(l => l.Price ?? 0):N0} đ"));
        pages.Y += 6;
        DrawRow(pages, Heads.Length, (column, x, width, y) => new TextBlock(Heads[column], Bold, width - 2 * Padding, Alignment.Centre).Draw(pages.Canvas, x + Padding, y + Padding), 24);
        for (var i = 0; i < manifest.Lines.Count; i++)
            DrawLine(pages, i + 1, manifest.Lines[i]);
        DrawSignatures(pages);
    }

    private static void DrawLine(PdfPages pages, int number, ManifestLine line) => DrawRow(pages, Shares.Length, (column, x, width, y) =>
    {
        switch (column)
        {
            case 0:
                new TextBlock(number.ToString(CultureInfo.InvariantCulture), Text, width, Alignment.Centre).Draw(pages.Canvas, x, y + 14);
                break;
            case 1:
                DrawBarcode(pages.Canvas, line.Barcode, x, width, y + 5);
                break;
            case 2:
                DrawTitle(pages, line, x + Padding, width - 2 * Padding, y + 3);
                break;
            default:
                Box(pages, x + width / 2 - 6, y + RowHeight / 2 - 6, 12, 12);
                break;
        }
    }, RowHeight);

    private static void DrawTitle(PdfPages pages, ManifestLine line, float x, float width, float y)
    {
        var title = new TextBlock(line.Title, Small with { Size = 10 }, width, Alignment.Left);
        for (var i = 0; i < Math.Min(2, title.Lines); i++)
            title.DrawLine(pages.Canvas, i, x, y + i * title.Style.LineHeight);
        var price = line.Price is { } amount ? string.Create(Vietnamese, $"; {amount:N0} đ") : "";
        var details = new TextBlock($"{line.Number}{(line.CallNumber is null ? "" : $"; {line.CallNumber}")}{price}", Small, width, Alignment.Left);
        details.DrawLine(pages.Canvas, 0, x, y + 2 * title.Style.LineHeight + 1);
    }

    // A barcode wider than its column is drawn narrower: readers follow the ratios, not the millimetres.
    private static void DrawBarcode(SKCanvas canvas, string text, float x, float width, float y)
    {
        if (Code128.CanWrite(text))
        {
            var bars = Code128.BarsOf(text);
            var modules = bars.Sum() + 2 * Code128.QuietModules;
            var module = Math.Min(Module, width / modules);
            var at = x + (width - modules * module) / 2 + Code128.QuietModules * module;
            using var ink = new SKPaint { Color = SKColors.Black, Style = SKPaintStyle.Fill, IsAntialias = false };
            for (var i = 0; i < bars.Count; at += bars[i++] * module)
                if (i % 2 == 0)
                    canvas.DrawRect(at, y, bars[i] * module, BarHeight, ink);
        }
        new TextBlock(text, Small, width, Alignment.Centre).Draw(canvas, x, y + BarHeight + 1);
    }

    private static void DrawRow(PdfPages pages, int columns, Action<int, float, float, float> cell, float height)
    {
        pages.Need(height);
        var (x, y) = (PdfPages.Left, pages.Y);
        for (var column = 0; column < columns; column++)
        {
            var width = Shares[column] * pages.Width;
            Box(pages, x, y, width, height);
            cell(column, x, width, y);
            x += width;
        }
        pages.Y += height;
    }

    private static void DrawSignatures(PdfPages pages)
    {
        pages.Y += 10;
        pages.Need(2 * Bold.LineHeight + SignatureSpace);
        string[] signers = ["BÊN GIAO", "BÊN NHẬN", "ĐẦU MỐI"];
        var width = pages.Width / signers.Length;
        for (var i = 0; i < signers.Length; i++)
            new TextBlock($"{signers[i]}\nNgày …/…/……", Bold, width, Alignment.Centre).Draw(pages.Canvas, PdfPages.Left + i * width, pages.Y);
        pages.Y += 2 * Bold.LineHeight + SignatureSpace;
    }

    private static void Box(PdfPages pages, float left, float top, float width, float height)
    {
        pages.Rule(left, top, left + width, top);
        pages.Rule(left, top + height, left + width, top + height);
        pages.Rule(left, top, left, top + height);
        pages.Rule(left + width, top, left + width, top + height);
    }

    private static void Centre(PdfPages pages, string text, TextStyle style) => pages.Write(new TextBlock(text, style, pages.Width, Alignment.Centre), PdfPages.Left, 2);

    private static void Line(PdfPages pages, string text) => pages.Write(new TextBlock(text, Text, pages.Width, Alignment.Left), PdfPages.Left, 2);
}
