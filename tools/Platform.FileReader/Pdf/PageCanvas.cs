using SkiaSharp;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.XObjects;

namespace Platform.FileReader.Pdf;

/// <summary>
/// Paints a page's operations in their order: lines and areas, glyphs, pictures, within their clips (ISO 32000, 8 and 9). What is broken is
/// left out; what goes beyond the budget ends the painting, and what was painted stays.
/// </summary>
internal sealed class PageCanvas(PageSource page, SKCanvas canvas, GlyphOutlines outlines) : BaseStreamProcessor<bool>(
    page.Number, page.Resources, page.Scanner, page.Contents, page.Filters, page.CropBox, page.Unit, page.Rotation, page.Initial, page.Options), IDisposable
{
    // A glyph that is a page of its own may hold such glyphs.
    private const int DeepestGlyph = 4;

    private readonly PageBudget _budget = new();
    private readonly SKPathBuilder _path = new();
    private PdfPoint _start;
    private SKPathFillType? _clip;
    private int _depth;

    public void Dispose() => _path.Dispose();

    /// <summary>Paints; whether all of it was.</summary>
    public override bool Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        try
        {
            ProcessOperations(operations);
            return true;
        }
        catch (PageBudgetSpentException)
        {
            return false;
        }
    }

    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        foreach (var operation in operations)
        {
            _budget.Spend();
            try
            {
                operation.Run(this);
            }
            // One operation that the parser cannot follow spoils nothing but itself.
            catch (Exception fault) when (fault is not (PageBudgetSpentException or OutOfMemoryException or StackOverflowException))
            {
                continue;
            }
        }
    }

    public override void PushState()
    {
        base.PushState();
        canvas.Save();
    }

    public override void PopState()
    {
        if (StackSize > 1)
            canvas.Restore();
        base.PopState();
    }

    public override void RenderGlyph(
        IFont font, CurrentGraphicsState currentState, double fontSize, double pointSize, int code, string unicode, long currentOffset,
        in TransformationMatrix renderingMatrix, in TransformationMatrix textMatrix, in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        _budget.Spend();
        if (currentState.FontState.TextRenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip)
            return;
        var placed = renderingMatrix.Multiply(textMatrix).Multiply(transformationMatrix);
        if (font is IType3Font drawn)
        {
            PaintDrawnGlyph(drawn, code, drawn.GetFontMatrix().Multiply(placed));
            return;
        }
        using var ink = PageInk.ToFill(currentState);
        canvas.Save();
        canvas.Concat(ToSkia(placed));
        canvas.DrawPath(outlines.Of(font, code, unicode), ink);
        canvas.Restore();
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) =>
        Paint(XObjectFactory.ReadImage(xObjectContentRecord, PdfScanner, FilterProvider, ResourceStore));

    protected override void RenderInlineImage(InlineImage inlineImage) => Paint(inlineImage);

    public override void BeginSubpath()
    {
    }

    public override void MoveTo(double x, double y)
    {
        var at = Place(x, y);
        _path.MoveTo(at);
        _start = CurrentPosition;
    }

    public override void LineTo(double x, double y) => _path.LineTo(Place(x, y));

    public override void BezierCurveTo(double x2, double y2, double x3, double y3) => _path.CubicTo(ToSkia(CurrentPosition), Place(x2, y2), Place(x3, y3));

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3) => _path.CubicTo(Place(x1, y1), Place(x2, y2), Place(x3, y3));

    public override void Rectangle(double x, double y, double width, double height)
    {
        MoveTo(x, y);
        LineTo(x + width, y);
        LineTo(x + width, y + height);
        LineTo(x, y + height);
        CloseSubpath();
    }

    public override PdfPoint? CloseSubpath()
    {
        _path.Close();
        return CurrentPosition = _start;
    }

    public override void ClosePath() => CloseSubpath();

    public override void StrokePath(bool close) => Finish(close, fill: null, stroke: true);

    public override void FillPath(FillingRule fillingRule, bool close) => Finish(close, fillingRule, stroke: false);

    public override void FillStrokePath(FillingRule fillingRule, bool close) => Finish(close, fillingRule, stroke: true);

    public override void EndPath() => Finish(close: false, fill: null, stroke: false);

    public override void ModifyClippingIntersect(FillingRule clippingRule) => _clip = ToSkia(clippingRule);

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
        using var box = new SKPathBuilder();
        var at = CurrentTransformationMatrix.Transform(rectangle);
        box.AddPoly([ToSkia(at.BottomLeft), ToSkia(at.BottomRight), ToSkia(at.TopRight), ToSkia(at.TopLeft)], close: true);
        using var path = box.Detach();
        canvas.ClipPath(path, antialias: true);
    }

    public override void PaintShading(NameToken shadingName) => canvas.DrawColor(PageInk.MiddleOf(ResourceStore.GetShading(shadingName)), SKBlendMode.SrcOver);

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
    }

    public override void EndMarkedContent()
    {
    }

    // A clip holds from after the painting of its own path.
    private void Finish(bool close, FillingRule? fill, bool stroke)
    {
        if (close)
            _path.Close();
        using var path = _path.Detach();
        var state = GetCurrentState();
        if (fill is { } rule)
        {
            path.FillType = ToSkia(rule);
            using var ink = PageInk.ToFill(state);
            canvas.DrawPath(path, ink);
        }
        if (stroke)
        {
            var placed = CurrentTransformationMatrix;
            using var ink = PageInk.ToStroke(state, Math.Sqrt(Math.Abs(placed.A * placed.D - placed.B * placed.C)));
            canvas.DrawPath(path, ink);
        }
        if (_clip is not { } clip)
            return;
        path.FillType = clip;
        canvas.ClipPath(path, antialias: true);
        _clip = null;
    }

    private void PaintDrawnGlyph(IType3Font font, int code, TransformationMatrix placed)
    {
        if (_depth >= DeepestGlyph || !font.TryGetCharProc(code, out var stream))
            return;
        _depth++;
        if (font.Type3Resources is { } own)
            ResourceStore.LoadResourceDictionary(own);
        PushState();
        GetCurrentState().CurrentTransformationMatrix = placed;
        var (text, line) = (TextMatrices.TextMatrix, TextMatrices.TextLineMatrix);
        try
        {
            ProcessOperations(GetFormOperations(stream));
        }
        finally
        {
            (TextMatrices.TextMatrix, TextMatrices.TextLineMatrix) = (text, line);
            PopState();
            if (font.Type3Resources is not null)
                ResourceStore.UnloadResourceDictionary();
            _depth--;
        }
    }

    private void Paint(IPdfImage image)
    {
        using var ink = PageInk.ToFill(GetCurrentState());
        using var picture = PageImage.Of(image, _budget);
        canvas.Save();
        // A picture fills the unit square, its first row on top.
        canvas.Concat(ToSkia(CurrentTransformationMatrix));
        canvas.Concat(new SKMatrix(1, 0, 0, 0, -1, 1, 0, 0, 1));
        PageImagePaint.Draw(canvas, picture, ink);
        canvas.Restore();
    }

    private SKPoint Place(double x, double y)
    {
        CurrentPosition = CurrentTransformationMatrix.Transform(new PdfPoint(x, y));
        return ToSkia(CurrentPosition);
    }

    private static SKPoint ToSkia(PdfPoint point) => new((float)point.X, (float)point.Y);

    private static SKMatrix ToSkia(in TransformationMatrix matrix) =>
        new((float)matrix.A, (float)matrix.C, (float)matrix.E, (float)matrix.B, (float)matrix.D, (float)matrix.F, 0, 0, 1);

    private static SKPathFillType ToSkia(FillingRule rule) => rule is FillingRule.EvenOdd ? SKPathFillType.EvenOdd : SKPathFillType.Winding;
}
