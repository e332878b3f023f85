namespace Platform.Reporting.Manifests;

/// <summary>Writes text as Code 128 (ISO/IEC 15417): set B for text, set C where four or more digits stand together.</summary>
public static class Code128
{
    private const int StartB = 104;
    private const int StartC = 105;
    private const int ToC = 99;
    private const int ToB = 100;
    private const int Modulus = 103;
    private const int FewestDigitsForC = 4;

    /// <summary>Modules of the quiet zone that stays white on each side.</summary>
    public const int QuietModules = 10;

    // Bars and spaces in turn, in modules, of the symbols 0 to 105; the stop symbol has seven.
    private static readonly string[] Widths =
    [
        "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213", "221312", "231212", "112232", "122132",
        "122231", "113222", "123122", "123221", "223211", "221132", "221231", "213212", "223112", "312131", "311222", "321122", "321221", "312212",
        "322112", "322211", "212123", "212321", "232121", "111323", "131123", "131321", "112313", "132113", "132311", "211313", "231113", "231311",
        "112133", "112331", "132131", "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311", "213131", "311123", "311321",
        "331121", "312113", "312311", "332111", "314111", "221411", "431111", "111224", "111422", "121124", "121421", "141122", "141221", "112214",
        "112412", "122114", "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111", "111242", "121142", "121241", "114212",
        "124112", "124211", "411212", "421112", "421211", "212141", "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113",
        "411311", "113141", "114131", "311141", "411131", "211412", "211214", "211232",
    ];

    private const string Stop = "2331112";

    /// <summary>Whether the text can be written: printable ASCII only.</summary>
    public static bool CanWrite(string text) => text is { Length: > 0 } && text.All(c => c is >= ' ' and <= '~');

    /// <summary>Widths of bars and spaces in turn, the first a bar, in modules.</summary>
    /// <exception cref="ArgumentException">The text has a character that Code 128 B does not.</exception>
    public static IReadOnlyList<int> BarsOf(string text)
    {
        if (!CanWrite(text))
            throw new ArgumentException($"'{text}' has characters that a barcode cannot hold.", nameof(text));
        var symbols = SymbolsOf(text);
        var check = symbols.Select((symbol, at) => (long)symbol * Math.Max(1, at)).Sum() % Modulus;
        return [.. symbols.Append((int)check).Select(symbol => Widths[symbol]).Append(Stop).SelectMany(widths => widths.Select(w => w - '0'))];
    }

    private static List<int> SymbolsOf(string text)
    {
        var symbols = new List<int>();
        var inDigits = false;
        for (var at = 0; at < text.Length;)
        {
            var digits = DigitsAt(text, at);
            // An odd digit is left to set B: pairs fill set C.
            var wantsDigits = digits - digits % 2 >= FewestDigitsForC && (digits % 2 == 0 || inDigits);
            if (symbols.Count == 0)
                symbols.Add(wantsDigits ? StartC : StartB);
            else if (wantsDigits != inDigits)
                symbols.Add(wantsDigits ? ToC : ToB);
            inDigits = wantsDigits;
            for (var pairs = wantsDigits ? digits / 2 : 0; pairs > 0; pairs--, at += 2)
                symbols.Add((text[at] - '0') * 10 + text[at + 1] - '0');
            if (!wantsDigits)
                symbols.Add(text[at++] - ' ');
        }
        return symbols;
    }

    private static int DigitsAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end - at;
    }
}
