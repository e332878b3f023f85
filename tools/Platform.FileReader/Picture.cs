using SkiaSharp;

namespace Platform.FileReader;

/// <summary>Reduces a picture. Its size is read before a pixel is unpacked, so a small file cannot become a large one in memory.</summary>
internal static class Picture
{
    private const long MostPixels = 60_000_000;
    private const int Quality = 75;

    /// <summary>The picture as WebP, its longer side at most so many pixels; null when it cannot be read or is too large.</summary>
    public static byte[]? Reduce(string path, int side)
    {
        using var codec = SKCodec.Create(path);
        using var small = codec is null ? null : Reduce(codec, side);
        using var data = small?.Encode(SKEncodedImageFormat.Webp, Quality);
        return data?.ToArray();
    }

    /// <summary>The picture, its longer side at most so many pixels; null when it cannot be read or is too large.</summary>
    public static SKBitmap? Reduce(SKCodec codec, int side)
    {
        if (codec.Info is not { Width: > 0, Height: > 0 } info || (long)info.Width * info.Height > MostPixels)
            return null;
        // A JPEG is reduced while it is unpacked.
        var near = codec.GetScaledDimensions(Math.Min(1f, (float)side / Math.Max(info.Width, info.Height)));
        using var whole = new SKBitmap(new SKImageInfo(near.Width, near.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (codec.GetPixels(whole.Info, whole.GetPixels()) is not (SKCodecResult.Success or SKCodecResult.IncompleteInput))
            return null;
        var scale = Math.Min(1f, (float)side / Math.Max(near.Width, near.Height));
        var size = new SKImageInfo(Math.Max(1, (int)(near.Width * scale)), Math.Max(1, (int)(near.Height * scale)), SKColorType.Rgba8888, SKAlphaType.Premul);
        return whole.Resize(size, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
    }
}
