using Platform.Model.Text;

namespace Platform.Model.Catalogue.Search;

/// <summary>Finds the words of a search in a text, as the search itself compares words; needs no index.</summary>
public sealed class Highlighting
{
    private readonly HashSet<string> _words;

    /// <summary>Marks these words.</summary>
    /// <param name="foldedWords">Words as <see cref="VietnameseText.Fold"/> gives them, one each.</param>
    public Highlighting(IEnumerable<string> foldedWords) => _words = new HashSet<string>(foldedWords, StringComparer.Ordinal);

    /// <summary>The stretches of the text that matched, in order, neighbours joined; positions count UTF-16 characters.</summary>
    public IReadOnlyList<TextSpan> SpansIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spans = new List<TextSpan>();
        var start = 0;
        while (start < text.Length)
        {
            var end = WordEnd(text, start);
            if (end > start && _words.Contains(VietnameseText.Fold(text[start..end])))
                Add(spans, text, start, end);
            start = Math.Max(end, start + 1);
        }
        return spans;
    }

    // Words that only white space parts are one stretch: a phrase is marked as a whole.
    private static void Add(List<TextSpan> spans, string text, int start, int end)
    {
        if (spans.Count > 0 && spans[^1] is var last && string.IsNullOrWhiteSpace(text[(last.Start + last.Length)..start]))
            spans[^1] = new TextSpan(last.Start, end - last.Start);
        else
            spans.Add(new TextSpan(start, end - start));
    }

    private static int WordEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || end > start && IsMark(text[end])))
            end++;
        return end;
    }

    private static bool IsMark(char character) => char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark;
}

/// <summary>A stretch of a text.</summary>
/// <param name="Start">First character, from 0.</param>
/// <param name="Length">Characters.</param>
public readonly record struct TextSpan(int Start, int Length);
