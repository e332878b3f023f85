using Platform.Marc.Charsets;

namespace Platform.Marc.Marc8;

/// <summary>The character sets of MARC-8 by the final character of the escape sequence that calls them.</summary>
internal static class Marc8Tables
{
    public const byte Ascii = (byte)'B';
    public const byte Ansel = (byte)'E';
    public const byte EastAsian = (byte)'1';

    private static readonly CodeTable?[] ByFinal = Load();

    /// <summary>The one-byte sets in the order in which a character is looked for when it is in several.</summary>
    public static ReadOnlySpan<byte> Finals => "BE23N4QSgbp"u8;

    /// <summary>The one-byte set with this final character, or null.</summary>
    public static CodeTable? Find(byte final) => final < ByFinal.Length ? ByFinal[final] : null;

    /// <summary>The set with this final character, which is known to be there.</summary>
    public static CodeTable Get(byte final) => Find(final) ?? throw new ArgumentOutOfRangeException(nameof(final));

    /// <summary>The code of a character in a set, or 0.</summary>
    public static int CodeOf(byte final, char character) => Get(final).CodeOf(character);

    /// <summary>Whether some set has this character, and not as a mark.</summary>
    public static bool HasAsLetter(char character)
    {
        foreach (var final in Finals)
            if (CodeOf(final, character) is > 0 and var code && !Get(final).IsCombining(code))
                return true;
        return false;
    }

    private static CodeTable?[] Load()
    {
        var tables = new CodeTable?[128];
        foreach (var (name, table) in TableResource.Sets("code-tables.txt"))
            tables[name[0]] = table;
        return tables;
    }
}
