using System.Collections.Concurrent;
using SkiaSharp;

namespace Platform.Reporting.Rendering.Pdf;

/// <summary>How text is set: Tinos in a size and a cut. Tinos has the widths of Times New Roman and all Vietnamese letters.</summary>
internal sealed record TextStyle(float Size, bool Bold = false, bool Italic = false)
{
    private static readonly ConcurrentDictionary<string, SKTypeface> Typefaces = new(StringComparer.Ordinal);

    // A register asks for a font for each cell: a thread keeps the few that it has.
    private static readonly ThreadLocal<Dictionary<TextStyle, (MeasuredFont Small, MeasuredFont Full)>> Fonts = new(() => []);

    /// <summary>Distance from line to line.</summary>
    public float LineHeight => Size * 1.2f;

    /// <summary>Distance from the top of a line to its base line.</summary>
    public float Ascent => Size * 0.95f;

    /// <summary>The width of a text.</summary>
    public float WidthOf(string text) => Font(text).WidthOf(text);

    /// <summary>
    /// The font for a text, without hinting and rounding, so that widths are the same on every machine. A PDF embeds every font whole that
    /// it uses: the one with Vietnamese letters only is a twentieth of the full one, which is taken for other letters alone. It is the
    /// thread's own: nobody disposes it.
    /// </summary>
    public MeasuredFont Font(string text)
    {
        var fonts = Fonts.Value!; // made at the first asking
        if (!fonts.TryGetValue(this, out var font))
            fonts.Add(this, font = (FontOf("Vietnamese/" + File), FontOf(File)));
        return font.Small.Has(text) ? font.Small : font.Full;
    }

    private MeasuredFont FontOf(string file) =>
        new(new(Typefaces.GetOrAdd(file, Load), Size) { Hinting = SKFontHinting.None, Subpixel = true, LinearMetrics = true, BaselineSnap = false });

    private string File => (Bold, Italic) switch
    {
        (false, false) => "Tinos-Regular.ttf",
        (true, false) => "Tinos-Bold.ttf",
        (false, true) => "Tinos-Italic.ttf",
        (true, true) => "Tinos-BoldItalic.ttf",
    };

    private static SKTypeface Load(string file)
    {
        using var stream = typeof(TextStyle).Assembly.GetManifestResourceStream("Fonts/" + file)
            ?? throw new InvalidOperationException($"The assembly has no font '{file}'.");
        return SKTypeface.FromStream(stream) ?? throw new InvalidOperationException($"'{file}' is no font.");
    }
}

/// <summary>Where a line stands between its edges.</summary>
internal enum Alignment : byte
{
    Left = 1,
    Centre = 2,
    Right = 3,
    Justify = 4,
}

/// <summary>Text broken into lines of a width.</summary>
internal sealed class TextBlock
{
    private readonly TextStyle _style;
    private readonly MeasuredFont _font;
    private readonly float _width;
    private readonly float _indent;
    private readonly Alignment _alignment;
    private readonly List<(string Text, bool Ends)> _lines = new(1);

    /// <summary>Breaks a text at blanks and at line feeds; a word wider than the line is broken where it must be.</summary>
    public TextBlock(string text, TextStyle style, float width, Alignment alignment, float indent = 0)
    {
        (_style, _font, _width, _alignment, _indent) = (style, style.Font(text), width, alignment, indent);
        Break(text, width);
        if (alignment is Alignment.Centre)
            Balance(text);
    }

    public int Lines => _lines.Count;

    public float Height => _lines.Count * _style.LineHeight;

    public TextStyle Style => _style;

    /// <summary>Draws one line with its top at <paramref name="y"/>.</summary>
    public void DrawLine(SKCanvas canvas, int line, float x, float y)
    {
        var (text, ends) = _lines[line];
        if (text.Length is 0)
            return;
        var indent = line is 0 ? _indent : 0;
        var rest = _alignment is Alignment.Left ? 0 : _width - indent - _font.WidthOf(text);
        var left = x + indent + _alignment switch
        {
            Alignment.Centre => rest / 2,
            Alignment.Right => rest,
            _ => 0,
        };
        var gap = _alignment is Alignment.Justify && !ends ? rest / Math.Max(1, text.Count(c => c is ' ')) : 0;
        _font.Draw(canvas, text, left, y + _style.Ascent, gap);
    }

    /// <summary>Draws all lines with the first one's top at <paramref name="y"/>.</summary>
    public void Draw(SKCanvas canvas, float x, float y)
    {
        for (var line = 0; line < _lines.Count; line++)
            DrawLine(canvas, line, x, y + line * _style.LineHeight);
    }

    // A centred heading reads best in lines of like length: the narrowest width that needs no more lines.
    private void Balance(string text)
    {
        var lines = _lines.Count;
        for (var width = _width * 0.95f; lines > 1 && width > _width / 2; width -= _width * 0.05f)
        {
            var before = _lines.ToList();
            Break(text, width);
            if (_lines.Count == lines)
                continue;
            _lines.Clear();
            _lines.AddRange(before);
            return;
        }
    }

    private void Break(string text, float width)
    {
        _lines.Clear();
        // Most cells of a register: one line that fits.
        if (!text.StartsWith(' ') && !text.Contains('\n', StringComparison.Ordinal) && _font.WidthOf(text) <= width - _indent)
        {
            _lines.Add((text, true));
            return;
        }
        foreach (var paragraph in text.Split('\n'))
            Break(paragraph.Split(' '), width);
    }

    private void Break(string[] words, float width)
    {
        var line = "";
        foreach (var word in words.SelectMany(Fit))
        {
            var longer = line.Length is 0 ? word : $"{line} {word}";
            if (line.Length > 0 && _font.WidthOf(longer) > width - (_lines.Count is 0 ? _indent : 0))
            {
                _lines.Add((line, false));
                line = word;
            }
            else
            {
                line = longer;
            }
        }
        _lines.Add((line, true));
    }

    private IEnumerable<string> Fit(string word)
    {
        while (word.Length > 1 && _font.WidthOf(word) > _width)
        {
            var length = Math.Max(1, _font.Fitting(word, _width));
            yield return word[..length];
            word = word[length..];
        }
        yield return word;
    }
}
