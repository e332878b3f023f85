using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Platform.Reporting.Signing;

/// <summary>
/// An incremental update of a PDF (ISO 32000-1, 7.5.6): new and changed objects, a cross-reference section and a trailer after the old end.
/// It reads what Skia writes: one classic cross-reference table, no object streams.
/// </summary>
internal sealed partial class PdfUpdate
{
    private readonly byte[] _original;
    private readonly string _text;
    private readonly string _trailer;
    private readonly int _crossReference;
    private readonly StringBuilder _added = new("\n");
    private readonly SortedDictionary<int, int> _offsets = [];
    private int _size;

    private PdfUpdate(byte[] original)
    {
        _original = original;
        _text = Encoding.Latin1.GetString(original);
        _crossReference = int.Parse(Match(StartOfCrossReference(), _text).Groups[1].Value, CultureInfo.InvariantCulture);
        _trailer = Match(Trailer(), _text).Groups[1].Value;
        _size = int.Parse(Match(SizeEntry(), _trailer).Groups[1].Value, CultureInfo.InvariantCulture);
        Root = Reference(_trailer, RootEntry());
        FirstPage = FirstPageOf(Reference(Dictionary(Root), PagesEntry()));
    }

    /// <summary>Number of the catalogue.</summary>
    public int Root { get; }

    /// <summary>Number of the first page.</summary>
    public int FirstPage { get; }

    /// <exception cref="InvalidDataException">The bytes are no PDF of this platform.</exception>
    public static PdfUpdate Of(byte[] pdf) => new(pdf);

    /// <summary>A number for a new object.</summary>
    public int NewNumber() => _size++;

    /// <summary>Writes a new object.</summary>
    public void Write(int number, string content)
    {
        _offsets[number] = _original.Length + _added.Length;
        _added.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{content}\nendobj\n");
    }

    /// <summary>Writes a dictionary of the document again with one entry more.</summary>
    public void Extend(int number, string entry) => Write(number, $"{Dictionary(number)[..^2]}\n{entry}>>");

    /// <summary>The whole document with the update.</summary>
    public byte[] Close()
    {
        var start = _original.Length + _added.Length;
        _added.Append("xref\n");
        foreach (var (number, offset) in _offsets)
            _added.Append(CultureInfo.InvariantCulture, $"{number} 1\n{offset:0000000000} 00000 n \n");
        var trailer = SizeEntry().Replace(_trailer, string.Create(CultureInfo.InvariantCulture, $"/Size {_size}"), 1);
        _added.Append(CultureInfo.InvariantCulture, $"trailer\n{trailer[..^2]}\n/Prev {_crossReference}>>\nstartxref\n{start}\n%%EOF\n");
        return [.. _original, .. Encoding.Latin1.GetBytes(_added.ToString())];
    }

    // Pages stand in a tree; the first leaf on the left is the first page.
    private int FirstPageOf(int node)
    {
        for (var depth = 0; depth < 20; depth++)
        {
            if (!KidsEntry().IsMatch(Dictionary(node)))
                return node;
            node = Reference(Dictionary(node), KidsEntry());
        }
        throw new InvalidDataException("The tree of pages does not end.");
    }

    // Dictionaries of Skia's catalogue and pages hold no streams and no texts with brackets.
    private string Dictionary(int number)
    {
        var head = Match(new Regex($@"(?:^|\n){number} 0 obj\n", RegexOptions.CultureInvariant | RegexOptions.RightToLeft), _text);
        var start = head.Index + head.Length;
        var end = _text.IndexOf("endobj", start, StringComparison.Ordinal);
        var content = end < 0 ? "" : _text[start..end].Trim();
        return content.StartsWith("<<", StringComparison.Ordinal) && content.EndsWith(">>", StringComparison.Ordinal)
            ? content
            : throw new InvalidDataException($"Object {number} is no dictionary.");
    }

    private static int Reference(string dictionary, Regex entry) => int.Parse(Match(entry, dictionary).Groups[1].Value, CultureInfo.InvariantCulture);

    private static Match Match(Regex pattern, string text) =>
        pattern.Match(text) is { Success: true } match ? match : throw new InvalidDataException($"The PDF has no '{pattern}'.");

    [GeneratedRegex(@"startxref\s+(\d+)\s+%%EOF", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex StartOfCrossReference();

    [GeneratedRegex(@"trailer\s+(<<.*?>>)\s+startxref", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.RightToLeft)]
    private static partial Regex Trailer();

    [GeneratedRegex(@"/Size (\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex SizeEntry();

    [GeneratedRegex(@"/Root (\d+) 0 R", RegexOptions.CultureInvariant)]
    private static partial Regex RootEntry();

    [GeneratedRegex(@"/Pages (\d+) 0 R", RegexOptions.CultureInvariant)]
    private static partial Regex PagesEntry();

    [GeneratedRegex(@"/Kids \[\s*(\d+) 0 R", RegexOptions.CultureInvariant)]
    private static partial Regex KidsEntry();
}
