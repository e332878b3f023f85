using System.Runtime.InteropServices;
using SkiaSharp;
using UglyToad.PdfPig.Content;

namespace Platform.FileReader.Pdf;

/// <summary>A picture on a page, unpacked and reduced.</summary>
/// <param name="Shown">The picture; of a stencil only what it covers.</param>
/// <param name="Mask">What of it is seen, where it has a mask of its own.</param>
/// <param name="IsMaskOfLight">Whether the mask shows by its light; otherwise by what it covers.</param>
internal sealed record PageImage(SKImage Shown, SKImage? Mask, bool IsMaskOfLight) : IDisposable
{
    // More is not seen in a thumbnail.
    private const int Side = 800;

    /// <summary>Unpacks a picture; null when it is larger than the page may cost, or packed in a way that is not read (JPEG 2000, JBIG2).</summary>
    public static PageImage? Of(IPdfImage image, PageBudget budget)
    {
        if (!budget.TryTake(image.WidthInSamples, image.HeightInSamples))
            return null;
        if (image.IsImageMask)
            return Stencil(image) is { } stencil ? new PageImage(stencil, null, false) : null;
        if (Jpeg(image) is { } photograph)
            return With(photograph, image.MaskImage, budget);
        if (!image.TryGetPng(out var png) || Decoded(png) is not { } plain)
            return null;
        // A mask of the same size is in the picture already.
        var mask = image.MaskImage is { } own && (own.WidthInSamples != image.WidthInSamples || own.HeightInSamples != image.HeightInSamples) ? own : null;
        return With(plain, mask, budget);
    }

    public void Dispose()
    {
        Shown.Dispose();
        Mask?.Dispose();
    }

    private static PageImage With(SKImage shown, IPdfImage? mask, PageBudget budget)
    {
        if (mask is null || !budget.TryTake(mask.WidthInSamples, mask.HeightInSamples))
            return new PageImage(shown, null, false);
        if (mask.IsImageMask)
            return new PageImage(shown, Stencil(mask), false);
        return new PageImage(shown, Jpeg(mask) ?? (mask.TryGetPng(out var png) ? Decoded(png) : null), true);
    }

    private static SKImage? Jpeg(IPdfImage image) => image.RawBytes is [0xFF, 0xD8, 0xFF, ..] jpeg ? Decoded(jpeg.ToArray()) : null;

    // The size in the bytes may be another than the one the page says of them.
    private static SKImage? Decoded(byte[] bytes)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        using var bitmap = codec is null ? null : Picture.Reduce(codec, Side);
        return bitmap is null ? null : SKImage.FromBitmap(bitmap);
    }

    // One bit a sample, rows filled up to bytes; 0 covers unless the picture says the reverse.
    private static SKImage? Stencil(IPdfImage image)
    {
        var (width, height, stride) = (image.WidthInSamples, image.HeightInSamples, (image.WidthInSamples + 7) / 8);
        if (!image.TryGetBytesAsMemory(out var packed) || packed.Length < (long)stride * height)
            return null;
        var bits = packed.Span;
        var covers = image.NeedsReverseDecode() ? 1 : 0;
        var alpha = new byte[width * height];
        for (var at = 0; at < alpha.Length; at++)
            if (((bits[at / width * stride + at % width / 8] >> (7 - at % width % 8)) & 1) == covers)
                alpha[at] = 255;
        var pinned = GCHandle.Alloc(alpha, GCHandleType.Pinned);
        try
        {
            return SKImage.FromPixelCopy(new SKImageInfo(width, height, SKColorType.Alpha8, SKAlphaType.Premul), pinned.AddrOfPinnedObject());
        }
        finally
        {
            pinned.Free();
        }
    }
}
