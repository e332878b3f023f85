namespace Platform.Reporting.Labels;

/// <summary>Bar codes in Code 128 (ISO/IEC 15417): code set B for text, C for runs of digits, which are then half as long.</summary>
public static class Code128
{
    private const int StartB = 104;
    private const int StartC = 105;
    private const int ToC = 99;
    private const int ToB = 100;
    private const int Stop = 106;
    private const int Modulus = 103;

    // A change of code set costs a symbol: it pays from four digits at an end, from six in between.
    private const int DigitsAtEnd = 4;
    private const int DigitsInside = 6;

    // Widths of bars and gaps in turn, by symbol value, as the standard tabulates them.
    private static readonly string[] Symbols =
        ("212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 " +
        "223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 " +
        "132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 " +
        "121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 " +
        "421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112").Split(' ');

    /// <summary>Whether the text can be written: printable ASCII, at least one character.</summary>
    public static bool CanHold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && text.All(character => character is >= ' ' and <= '~');
    }

    /// <summary>The widths of bars and gaps in turn, a bar first, in modules; quiet zones are the caller's.</summary>
    /// <exception cref="ArgumentException">The text cannot be written.</exception>
    public static IReadOnlyList<int> Widths(string text)
    {
        if (!CanHold(text))
            throw new ArgumentException($"Code 128 cannot hold '{text}'.", nameof(text));
        var values = Values(text);
        var check = values[0];
        for (var i = 1; i < values.Count; i++)
            check += i * values[i];
        values.Add(check % Modulus);
        values.Add(Stop);
        return [.. values.SelectMany(value => Symbols[value]).Select(width => width - '0')];
    }

    private static List<int> Values(string text)
    {
        var isDigits = DigitsFrom(text, 0) >= Math.Min(DigitsAtEnd, text.Length + text.Length % 2) && text.Length > 1;
        var values = new List<int> { isDigits ? StartC : StartB };
        var position = 0;
        while (position < text.Length)
        {
            if (isDigits && DigitsFrom(text, position) >= 2)
            {
                values.Add((text[position] - '0') * 10 + text[position + 1] - '0');
                position += 2;
                continue;
            }
            var digits = DigitsFrom(text, position);
            var wantsDigits = digits % 2 == 0 && digits >= (position + digits == text.Length ? DigitsAtEnd : DigitsInside);
            if (isDigits || wantsDigits)
            {
                isDigits = !isDigits;
                values.Add(isDigits ? ToC : ToB);
                continue;
            }
            values.Add(text[position++] - ' ');
        }
        return values;
    }

    private static int DigitsFrom(string text, int position) => text.AsSpan(position).IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : text.Length - position;
}
