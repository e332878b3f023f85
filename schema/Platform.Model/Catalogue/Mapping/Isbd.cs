using Platform.Model.Text;

namespace Platform.Model.Catalogue.Mapping;

/// <summary>Punctuation of the International Standard Bibliographic Description, which MARC leaves at the end of subfields.</summary>
public static class Isbd
{
    private const int ShortestWord = 3;

    /// <summary>
    /// The text cleaned, without what only introduces the next part: final <c>/ : ; = , +</c> and a final full stop after a word of
    /// three letters or more, a number or a bracket (shorter ones are abbreviations: <c>H.</c>, <c>T.1</c>, <c>tr.</c>, <c>b.s.</c>);
    /// and without square brackets around the whole.
    /// </summary>
    public static string TrimEnd(string text)
    {
        var cleaned = VietnameseText.Clean(text);
        while (TrimOnce(cleaned) is { } shorter)
            cleaned = shorter;
        return cleaned;
    }

    private static string? TrimOnce(string text)
    {
        if (text.Length == 0)
            return null;
        if (text[^1] is '/' or ':' or ';' or '=' or ',' or '+' or ' ')
            return text[..^1].TrimEnd();
        if (text[^1] == '.' && EndsSentence(text.AsSpan(0, text.Length - 1)))
            return text[..^1];
        return IsInBrackets(text) ? text[1..^1] : null;
    }

    private static bool EndsSentence(ReadOnlySpan<char> before)
    {
        if (before.Length > 0 && before[^1] is ')' or ']' or '"' or '”')
            return true;
        var letters = 0;
        while (letters < before.Length && char.IsLetterOrDigit(before[before.Length - 1 - letters]))
            letters++;
        // "b.s." and "T.P." are abbreviations whatever their length; "..." is left alone.
        var isPartOfAbbreviation = letters < before.Length && before[before.Length - 1 - letters] == '.';
        var word = before[^letters..];
        return !isPartOfAbbreviation && (letters >= ShortestWord || letters > 0 && !word.ContainsAnyExceptInRange('0', '9'));
    }

    private static bool IsInBrackets(string text) =>
        text.Length > 2 && text[0] == '[' && text[^1] == ']' && text.IndexOf('[', 1) < 0 && text.IndexOf(']', StringComparison.Ordinal) == text.Length - 1;
}
