using SkiaSharp;

namespace Platform.FileReader.Pdf;

/// <summary>Draws a picture into the unit square.</summary>
internal static class PageImagePaint
{
    private static readonly SKRect Square = new(0, 0, 1, 1);
    private static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);
    private static readonly SKColor Missing = new(0xDD, 0xDD, 0xDD);

    /// <summary>Draws it; a picture that could not be unpacked is a grey area in its place.</summary>
    public static void Draw(SKCanvas canvas, PageImage? picture, SKPaint ink)
    {
        if (picture is null)
        {
            using var grey = new SKPaint { Color = Missing };
            canvas.DrawRect(Square, grey);
            return;
        }
        if (picture.Mask is not { } mask)
        {
            canvas.DrawImage(picture.Shown, Square, Smooth, ink);
            return;
        }
        using var light = picture.IsMaskOfLight ? SKColorFilter.CreateLumaColor() : null;
        using var seen = new SKPaint { BlendMode = SKBlendMode.DstIn, ColorFilter = light };
        canvas.SaveLayer(Square, ink);
        canvas.DrawImage(picture.Shown, Square, Smooth, null);
        canvas.DrawImage(mask, Square, Smooth, seen);
        canvas.Restore();
    }
}
