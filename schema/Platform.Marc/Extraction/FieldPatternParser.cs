using System.Globalization;

namespace Platform.Marc.Extraction;

/// <summary>Parses field specifications; every misspelling is an exception that shows the place.</summary>
internal static class FieldPatternParser
{
    private const int TagLength = 3;

    public static IEnumerable<FieldPattern> Parse(string text)
    {
        var start = 0;
        foreach (var part in text.Split(':'))
        {
            yield return ParseAlternative(text, part, start);
            start += part.Length + 1;
        }
    }

    private static FieldPattern ParseAlternative(string text, string part, int start)
    {
        if (part.Length < TagLength || !part.AsSpan(0, TagLength).ToArray().All(IsTagCharacter))
            throw Misspelt(text, start, "a tag of three digits, capital letters or X");
        var tag = part[..TagLength];
        var bracket = "";
        var codes = part[TagLength..];
        if (codes.StartsWith('['))
        {
            var close = codes.IndexOf(']', StringComparison.Ordinal);
            if (close < 0)
                throw Misspelt(text, start + part.Length, "a closing bracket");
            (bracket, codes) = (codes[1..close], codes[(close + 1)..]);
        }
        return tag.StartsWith("00", StringComparison.Ordinal)
            ? OfControlField(text, start, tag, part, bracket, codes)
            : OfDataField(text, start, tag, part, bracket, codes);
    }

    private static FieldPattern OfControlField(string text, int start, string tag, string part, string bracket, string codes)
    {
        if (codes.Length > 0)
            throw Misspelt(text, start + part.Length - codes.Length, "no subfield codes: a field 00X has none");
        if (part.Length == TagLength)
            return new FieldPattern(tag, null, null, "", null);
        var ends = bracket.Split('-');
        if (ends.Length > 2 || Position(ends[0]) is not { } first || Position(ends[^1]) is not { } last || last < first)
            throw Misspelt(text, start + TagLength, "a position or a range such as [35-37]");
        return new FieldPattern(tag, null, null, "", (first, last));
    }

    private static FieldPattern OfDataField(string text, int start, string tag, string part, string bracket, string codes)
    {
        var hasBracket = part.Length > TagLength && part[TagLength] == '[';
        if (hasBracket && bracket.Length != 2)
            throw Misspelt(text, start + TagLength, "two indicators in the brackets");
        foreach (var code in codes)
            if (!char.IsAsciiLetterLower(code) && !char.IsAsciiDigit(code))
                throw Misspelt(text, start + part.Length - codes.Length, "subfield codes (lower-case letters and digits)");
        return hasBracket
            ? new FieldPattern(tag, Indicator(bracket[0]), Indicator(bracket[1]), codes, null)
            : new FieldPattern(tag, null, null, codes, null);
    }

    private static char? Indicator(char c) => c switch
    {
        '*' => null,
        '#' => ' ',
        _ => c,
    };

    private static int? Position(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : null;

    private static bool IsTagCharacter(char c) => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c);

    private static FormatException Misspelt(string text, int place, string expected) => new(
        string.Create(CultureInfo.InvariantCulture, $"Field specification '{text}', position {place + 1}: expected {expected}."));
}
