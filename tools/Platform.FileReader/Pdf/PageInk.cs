using SkiaSharp;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;

namespace Platform.FileReader.Pdf;

/// <summary>The paint of the current state. Patterns become one colour, soft masks half the strength: in a thumbnail that is near enough.</summary>
internal static class PageInk
{
    public static SKPaint ToFill(CurrentGraphicsState state) => new()
    {
        Color = Of(state.CurrentNonStrokingColor, state.AlphaConstantNonStroking, state),
        IsAntialias = true,
        Style = SKPaintStyle.Fill,
    };

    /// <param name="state">The state.</param>
    /// <param name="scale">How much longer a unit of the state is on the page.</param>
    public static SKPaint ToStroke(CurrentGraphicsState state, double scale) => new()
    {
        Color = Of(state.CurrentStrokingColor, state.AlphaConstantStroking, state),
        IsAntialias = true,
        Style = SKPaintStyle.Stroke,
        StrokeWidth = (float)(state.LineWidth * scale),
        StrokeCap = (SKStrokeCap)Math.Clamp((int)state.CapStyle, 0, 2),
        StrokeJoin = (SKStrokeJoin)Math.Clamp((int)state.JoinStyle, 0, 2),
        StrokeMiter = (float)Math.Max(1, state.MiterLimit),
    };

    /// <summary>The colour in the middle of a shading.</summary>
    public static SKColor MiddleOf(Shading shading) => Of(shading switch
    {
        AxialShading axial => Middle(axial, axial.Domain),
        RadialShading radial => Middle(radial, radial.Domain),
        _ => (0.8, 0.8, 0.8),
    }, 1);

    private static SKColor Of(IColor? colour, double alpha, CurrentGraphicsState state)
    {
        var strength = state.SoftMask is null ? alpha : alpha / 2;
        return colour switch
        {
            null => Of((0, 0, 0), strength),
            ShadingPatternColor pattern => MiddleOf(pattern.Shading).WithAlpha(Byte(strength)),
            PatternColor => Of((0.8, 0.8, 0.8), strength),
            _ => Of(colour.ToRGBValues(), strength),
        };
    }

    private static (double, double, double) Middle(Shading shading, double[] domain) =>
        shading.ColorSpace.GetColor(shading.Eval([(domain[0] + domain[1]) / 2])).ToRGBValues();

    private static SKColor Of((double Red, double Green, double Blue) colour, double alpha) =>
        new(Byte(colour.Red), Byte(colour.Green), Byte(colour.Blue), Byte(alpha));

    private static byte Byte(double share) => (byte)Math.Round(255 * Math.Clamp(share, 0, 1));
}
