using Platform.Marc.Content;

namespace Platform.Marc.Marc8;

/// <summary>A MARC-8 escape sequence: which set it calls, and to which half of the code space.</summary>
/// <param name="Length">Bytes of the sequence, the escape character included.</param>
/// <param name="Final">The set's final character.</param>
/// <param name="IsG1">Whether the set goes to the codes A1 to FE instead of 21 to 7E.</param>
internal readonly record struct EscapeSequence(int Length, byte Final, bool IsG1)
{
    /// <summary>The sequence at the start of these bytes; null when it names no set.</summary>
    public static EscapeSequence? Parse(ReadOnlySpan<byte> bytes)
    {
        // Technique 1: ESC and one letter. Technique 2 (ANSI X3.41): ESC, intermediate characters, final character.
        if (bytes is [Separators.Escape, (byte)'g' or (byte)'b' or (byte)'p', ..])
            return new EscapeSequence(2, bytes[1], false);
        if (bytes is [Separators.Escape, (byte)'s', ..])
            return new EscapeSequence(2, Marc8Tables.Ascii, false);
        return bytes switch
        {
            [_, (byte)'$', (byte)'(' or (byte)',', Marc8Tables.EastAsian, ..] => new EscapeSequence(4, Marc8Tables.EastAsian, false),
            [_, (byte)'$', (byte)')' or (byte)'-', Marc8Tables.EastAsian, ..] => new EscapeSequence(4, Marc8Tables.EastAsian, true),
            [_, (byte)'$', Marc8Tables.EastAsian, ..] => new EscapeSequence(3, Marc8Tables.EastAsian, false),
            [_, (byte)'(' or (byte)',', (byte)'!', Marc8Tables.Ansel, ..] => new EscapeSequence(4, Marc8Tables.Ansel, false),
            [_, (byte)')' or (byte)'-', (byte)'!', Marc8Tables.Ansel, ..] => new EscapeSequence(4, Marc8Tables.Ansel, true),
            [_, (byte)'(' or (byte)',', var final, ..] when IsOneByteSet(final) => new EscapeSequence(3, final, false),
            [_, (byte)')' or (byte)'-', var final, ..] when IsOneByteSet(final) => new EscapeSequence(3, final, true),
            _ => null,
        };
    }

    private static bool IsOneByteSet(byte final) => Marc8Tables.Find(final) is not null && final is not ((byte)'g' or (byte)'b' or (byte)'p');
}
