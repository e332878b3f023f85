using SkiaSharp;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.PdfFonts;

namespace Platform.FileReader.Pdf;

/// <summary>Outlines of glyphs, in units of the size of the font: the file's own, or where it embeds none those of a face with all Vietnamese letters.</summary>
internal sealed class GlyphOutlines : IDisposable
{
    private const float Em = 1000;

    private readonly Dictionary<(IFont Font, int Code), SKPath> _known = [];
    private readonly Lazy<SKFont> _regular = new(() => FaceOf("Tinos-Regular.ttf"));
    private readonly Lazy<SKFont> _bold = new(() => FaceOf("Tinos-Bold.ttf"));

    public SKPath Of(IFont font, int code, string unicode)
    {
        if (!_known.TryGetValue((font, code), out var outline))
            _known.Add((font, code), outline = font.TryGetNormalisedPath(code, out var parts) ? Joined(parts) : Substitute(font, unicode));
        return outline;
    }

    public void Dispose()
    {
        foreach (var outline in _known.Values)
            outline.Dispose();
        foreach (var face in new[] { _regular, _bold }.Where(face => face.IsValueCreated))
            face.Value.Dispose();
    }

    private static SKPath Joined(IReadOnlyList<PdfSubpath> parts)
    {
        using var path = new SKPathBuilder();
        foreach (var command in parts.SelectMany(part => part.Commands))
            switch (command)
            {
                case PdfSubpath.Move move: path.MoveTo(At(move.Location)); break;
                case PdfSubpath.Line line: path.LineTo(At(line.To)); break;
                case PdfSubpath.QuadraticBezierCurve curve: path.QuadTo(At(curve.ControlPoint), At(curve.EndPoint)); break;
                case PdfSubpath.CubicBezierCurve curve: path.CubicTo(At(curve.FirstControlPoint), At(curve.SecondControlPoint), At(curve.EndPoint)); break;
                case PdfSubpath.Close: path.Close(); break;
            }
        return path.Detach();
    }

    private static SKPoint At(PdfPoint point) => new((float)point.X, (float)point.Y);

    // A face counts from the top.
    private SKPath Substitute(IFont font, string unicode)
    {
        using var outline = (font.Details.IsBold ? _bold : _regular).Value.GetTextPath(unicode, new SKPoint(0, 0));
        var upright = new SKPath(outline);
        upright.Transform(SKMatrix.CreateScale(1 / Em, -1 / Em));
        return upright;
    }

    private static SKFont FaceOf(string name)
    {
        using var face = typeof(GlyphOutlines).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The font '{name}' is not in this program.");
        return new SKFont(SKTypeface.FromStream(face), Em) { Hinting = SKFontHinting.None };
    }
}
