using System.Globalization;
using SkiaSharp;

namespace Platform.Reporting.Rendering.Pdf;

/// <summary>Pages of A4 with the margins and page numbers of NĐ 30/2020/NĐ-CP, filled from top to bottom.</summary>
internal sealed class PdfPages : IDisposable
{
    /// <summary>Points in a millimetre.</summary>
    public const float Millimetre = 72f / 25.4f;

    /// <summary>Where text begins.</summary>
    public const float Left = 30 * Millimetre;

    private const float ShortSide = 210 * Millimetre;
    private const float LongSide = 297 * Millimetre;
    private const float TopMargin = 20 * Millimetre;
    private const float BottomMargin = 20 * Millimetre;
    private const float RightMargin = 20 * Millimetre;
    private static readonly TextStyle PageNumber = new(13);
    private readonly SKDocument _document;
    private readonly bool _landscape;
    private readonly SKPaint _pen = new() { Color = SKColors.Black, Style = SKPaintStyle.Stroke, IsAntialias = true };
    private SKCanvas? _canvas;
    private int _number;

    public PdfPages(SKDocument document, bool landscape)
    {
        (_document, _landscape) = (document, landscape);
        Break();
    }

    public float Width => PageWidth - Left - RightMargin;

    /// <summary>Where the next thing is drawn.</summary>
    public float Y { get; set; }

    public float Bottom => PageHeight - BottomMargin;

    public SKCanvas Canvas => _canvas!; // the constructor opens the first page

    /// <summary>Whether nothing stands on the page yet.</summary>
    public bool IsFresh => Y <= TopMargin;

    private float PageWidth => _landscape ? LongSide : ShortSide;

    private float PageHeight => _landscape ? ShortSide : LongSide;

    /// <summary>Goes to a new page when this height is not left here but is there; what is higher than a page begins where it is.</summary>
    public void Keep(float height)
    {
        if (height <= Bottom - TopMargin)
            Need(height);
    }

    /// <summary>Goes to a new page unless this height is left.</summary>
    public void Need(float height)
    {
        if (Y + height > Bottom && !IsFresh)
            Break();
    }

    /// <summary>Goes to a new page. Its number stands in the middle of the top margin, from page 2 on.</summary>
    public void Break()
    {
        if (_canvas is not null)
            _document.EndPage();
        _canvas = _document.BeginPage(PageWidth, PageHeight);
        Y = TopMargin;
        if (++_number > 1)
            new TextBlock(_number.ToString(CultureInfo.InvariantCulture), PageNumber, PageWidth, Alignment.Centre).Draw(_canvas, 0, TopMargin / 2 - PageNumber.Size / 2);
    }

    /// <summary>Writes a paragraph, over page ends where it must; the last two lines stay together.</summary>
    public void Write(TextBlock text, float x, float spaceAfter)
    {
        for (var line = 0; line < text.Lines; line++)
        {
            var keep = line == text.Lines - 2 || line is 0 && text.Lines > 1 ? 2 : 1;
            Need(keep * text.Style.LineHeight);
            text.DrawLine(Canvas, line, x, Y);
            Y += text.Style.LineHeight;
        }
        Y += spaceAfter;
    }

    public void Rule(float x1, float y1, float x2, float y2, float thickness = 0.6f)
    {
        _pen.StrokeWidth = thickness;
        Canvas.DrawLine(x1, y1, x2, y2, _pen);
    }

    /// <summary>A line of dots to write on.</summary>
    public void Dots(float x1, float x2, float y)
    {
        // Square dots: round ones would each be four curves in the file.
        using var dash = SKPathEffect.CreateDash([0.9f, 2.3f], 0);
        using var pen = new SKPaint { Color = SKColors.Black, StrokeWidth = 0.9f, Style = SKPaintStyle.Stroke, PathEffect = dash, IsAntialias = true };
        Canvas.DrawLine(x1, y, x2, y, pen);
    }

    public void Dispose()
    {
        _document.EndPage();
        _pen.Dispose();
    }
}
