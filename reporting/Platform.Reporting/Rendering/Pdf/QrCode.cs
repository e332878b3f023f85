using QRCoder;
using SkiaSharp;

namespace Platform.Reporting.Rendering.Pdf;

/// <summary>The code that leads from the paper to its verification.</summary>
internal static class QrCode
{
    /// <summary>Side of the square in points: 24 mm, which a telephone reads off a copy.</summary>
    public const float Side = 24 * PdfPages.Millimetre;

    /// <summary>Draws the code of a text with its upper left corner at a place.</summary>
    public static void Draw(SKCanvas canvas, string text, float x, float y, float side = Side)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var module = side / rows.Count;
        // No smoothing: two dark modules side by side must not show a seam.
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = false };
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows.Count; column++)
            {
                if (rows[row][column])
                    canvas.DrawRect(x + column * module, y + row * module, module, module, ink);
            }
        }
    }
}
