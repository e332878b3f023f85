using SkiaSharp;

namespace Platform.Reporting.Rendering.Pdf;

/// <summary>
/// A font that remembers the glyph and the width of each letter: a year's lending register has a hundred thousand cells, and asking Skia for
/// every one of them took most of the time. It belongs to one thread.
/// </summary>
internal sealed class MeasuredFont(SKFont font)
{
    private static readonly SKPaint Ink = new() { Color = SKColors.Black, IsAntialias = true };
    private readonly Dictionary<char, Letter> _letters = [];

    /// <summary>Whether it has every letter of a text; line feeds are none.</summary>
    public bool Has(string text)
    {
        foreach (var letter in text)
        {
            if (letter is not '\n' && Of(letter).Glyph is 0)
                return false;
        }
        return true;
    }

    /// <summary>The width of a text without line feeds, in points.</summary>
    public float WidthOf(ReadOnlySpan<char> text)
    {
        var width = 0f;
        foreach (var letter in text)
            width += Of(letter).Width;
        return width;
    }

    /// <summary>How many letters from the first on fit into a width.</summary>
    public int Fitting(string text, float width)
    {
        var count = 0;
        for (var at = 0f; count < text.Length && (at += Of(text[count]).Width) <= width;)
            count++;
        return count;
    }

    /// <summary>Draws a line; each blank is wider by the gap. One run of glyphs, blanks included, keeps the words apart when the text is extracted.</summary>
    public void Draw(SKCanvas canvas, string text, float x, float baseline, float gap)
    {
        var (glyphs, positions) = (new ushort[text.Length], new float[text.Length]);
        var at = 0f;
        for (var i = 0; i < text.Length; i++)
        {
            (glyphs[i], positions[i]) = (Of(text[i]).Glyph, at);
            at += Of(text[i]).Width + (text[i] is ' ' ? gap : 0);
        }
        using var builder = new SKTextBlobBuilder();
        builder.AddHorizontalRun(glyphs, font, positions, 0);
        using var blob = builder.Build();
        canvas.DrawText(blob, x, baseline, Ink);
    }

    private Letter Of(char letter)
    {
        if (_letters.TryGetValue(letter, out var known))
            return known;
        var glyph = font.GetGlyph(letter);
        return _letters[letter] = new(glyph, font.GetGlyphWidths([glyph])[0]);
    }

    private readonly record struct Letter(ushort Glyph, float Width);
}
