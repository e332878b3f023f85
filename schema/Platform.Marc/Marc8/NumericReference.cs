using System.Text;

namespace Platform.Marc.Marc8;

/// <summary>A character that MARC-8 lacks, written as <c>&amp;#xHHHH;</c> (MARC 21 "lossless" conversion).</summary>
internal readonly record struct NumericReference(Rune Character, int Length)
{
    private const int MostDigits = 6;

    /// <summary>The reference at the start of these bytes; null when they are just text.</summary>
    public static NumericReference? Parse(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("&#x"u8))
            return null;
        var value = 0;
        for (var i = 3; i < bytes.Length && i <= 3 + MostDigits; i++)
        {
            if (bytes[i] == ';')
                return i > 3 && value >= 0x20 && Rune.IsValid(value) ? new NumericReference(new Rune(value), i + 1) : null;
            if (!char.IsAsciiHexDigit((char)bytes[i]))
                return null;
            value = value << 4 | Digit(bytes[i]);
        }
        return null;
    }

    private static int Digit(byte b) => b <= '9' ? b - '0' : (b | 0x20) - 'a' + 10;
}
