using System.Buffers;
using Platform.Marc.Content;

namespace Platform.Marc.Xml;

/// <summary>Text as XML holds it.</summary>
internal static class XmlText
{
    // EF begins U+FFFE and U+FFFF, which no XML document may hold.
    private static readonly SearchValues<byte> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(c => c is not ('\t' or '\n')).Select(c => (byte)c), (byte)'&', (byte)'<', (byte)'>', 0xEF]);

    private static ReadOnlySpan<byte> Replacement => "\uFFFD"u8;

    /// <summary>Writes UTF-8 text as element content; false when a character had to be replaced.</summary>
    public static bool Write(ReadOnlySpan<byte> text, ByteBuffer output)
    {
        var isFaithful = true;
        for (var special = text.IndexOfAny(Special); special >= 0; special = text.IndexOfAny(Special))
        {
            output.Write(text[..special]);
            isFaithful &= WriteSpecial(text[special..], output, out var length);
            text = text[(special + length)..];
        }
        output.Write(text);
        return isFaithful;
    }

    /// <summary>Writes a byte of a tag, indicator or code as attribute content.</summary>
    public static void WriteCharacter(byte value, ByteBuffer output)
    {
        if (char.IsAsciiLetterOrDigit((char)value) || value == ' ')
            output.Write(value);
        else if (value == '"')
            output.Write("&quot;"u8);
        else if (value is < 0x20 or (byte)'&' or (byte)'<')
            WriteSpecial([value], output, out _);
        else if (value < 0x80)
            output.Write(value);
        else
            output.Write([(byte)(0xC0 | value >> 6), (byte)(0x80 | value & 0x3F)]);
    }

    private static bool WriteSpecial(ReadOnlySpan<byte> text, ByteBuffer output, out int length)
    {
        length = 1;
        switch (text[0])
        {
            case (byte)'&':
                output.Write("&amp;"u8);
                return true;
            case (byte)'<':
                output.Write("&lt;"u8);
                return true;
            case (byte)'>':
                output.Write("&gt;"u8);
                return true;
            case (byte)'\r':
                // A bare CR would be read back as LF.
                output.Write("&#xD;"u8);
                return true;
            case 0xEF:
                length = 3;
                var isCharacter = text is not [_, 0xBF, 0xBE or 0xBF, ..];
                output.Write(isCharacter ? text[..3] : Replacement);
                return isCharacter;
            default:
                output.Write(Replacement);
                return false;
        }
    }
}
