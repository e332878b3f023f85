using SkiaSharp;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Platform.FileReader.Pdf;

/// <summary>The first page of a PDF as a small picture.</summary>
internal static class PagePicture
{
    private const int Quality = 80;

    // Forms within forms, and arrays within arrays.
    private const int DeepestNesting = 64;

    /// <summary>Draws it on white, its longer side so many pixels, as WebP; how it went, by the names of the states of a reading.</summary>
    public static (string Outcome, byte[] Bytes) Draw(string path, int side)
    {
        try
        {
            using var pdf = PdfDocument.Open(path, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = DeepestNesting });
            pdf.AddPageFactory<SKPicture, PageRecorder>();
            using var page = pdf.GetPage<SKPicture>(1);
            return Reduce(page, side) is { } bytes ? ("Read", bytes) : ("Unreadable", []);
        }
        catch (PdfDocumentEncryptedException)
        {
            return ("Encrypted", []);
        }
        catch (OutOfMemoryException)
        {
            return ("TooLarge", []);
        }
        // As for texts: whatever the parser throws says that the file is broken, and this process reads no other.
        catch (Exception fault) when (fault is not StackOverflowException)
        {
            return ("Unreadable", []);
        }
    }

    private static byte[]? Reduce(SKPicture page, int side)
    {
        var box = page.CullRect;
        var scale = side / Math.Max(box.Width, box.Height);
        if (!(box.Width > 0 && box.Height > 0 && float.IsFinite(scale)))
            return null;
        using var surface = SKSurface.Create(new SKImageInfo(Math.Max(1, (int)(box.Width * scale)), Math.Max(1, (int)(box.Height * scale)), SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(scale);
        surface.Canvas.DrawPicture(page);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Webp, Quality);
        return data?.ToArray();
    }
}
