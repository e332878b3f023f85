using System.Collections.Frozen;
using System.Text;
using Platform.Marc.Content;

namespace Platform.Marc.Charsets;

/// <summary>VNI for Windows: a base letter followed by a byte that adds vowel mark and tone at once.</summary>
internal static class VniText
{
    // What a byte adds to the letter before it; in capitals the byte is 20 lower. Ờ is Ô followed by Ø, as ơ is written ô.
    private static readonly FrozenDictionary<byte, string> Marks = new Dictionary<byte, string>
    {
        [0xF9] = "\u0301",
        [0xF8] = "\u0300",
        [0xFB] = "\u0309",
        [0xF5] = "\u0303",
        [0xEF] = "\u0323",
        [0xE2] = "\u0302",
        [0xE1] = "\u0302\u0301",
        [0xE0] = "\u0302\u0300",
        [0xE5] = "\u0302\u0309",
        [0xE3] = "\u0302\u0303",
        [0xE4] = "\u0302\u0323",
        [0xEA] = "\u0306",
        [0xE9] = "\u0306\u0301",
        [0xE8] = "\u0306\u0300",
        [0xFA] = "\u0306\u0309",
        [0xFC] = "\u0306\u0303",
        [0xEB] = "\u0306\u0323",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<byte, char> Letters = new Dictionary<byte, char>
    {
        [0xED] = 'í',
        [0xEC] = 'ì',
        [0xE6] = 'ỉ',
        [0xF3] = 'ĩ',
        [0xF2] = 'ị',
        [0xEE] = 'ỵ',
        [0xF4] = 'ơ',
        [0xF6] = 'ư',
        [0xF1] = 'đ',
    }.ToFrozenDictionary();

    public static TextFaults Decode(ReadOnlySpan<byte> text, ByteBuffer output)
    {
        var faults = TextFaults.None;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = Letter(text[i]);
            if (letter >= 0x80 && letter == text[i])
                faults |= TextFaults.CombiningMark;
            if (i + 1 < text.Length && char.IsLetter(letter) && MarksOf(letter, text[i + 1]) is { } marks)
            {
                output.WriteUtf8($"{letter}{marks}".Normalize(NormalizationForm.FormC));
                i++;
            }
            else
                output.WriteUtf8(letter);
        }
        return faults;
    }

    private static char Letter(byte b)
    {
        if (Letters.TryGetValue(b, out var letter))
            return letter;
        return b < 0xE0 && Letters.TryGetValue((byte)(b + 0x20), out letter) ? char.ToUpperInvariant(letter) : (char)b;
    }

    private static string? MarksOf(char letter, byte b)
    {
        if (!"aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".Contains(letter, StringComparison.Ordinal))
            return null;
        return Marks.GetValueOrDefault(b) ?? (b is >= 0xC0 and < 0xE0 ? Marks.GetValueOrDefault((byte)(b + 0x20)) : null);
    }
}
