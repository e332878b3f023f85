using System.Globalization;
using System.Text;
using Platform.Marc.Charsets;
using Platform.Marc.Content;

namespace Platform.Marc.Marc8;

/// <summary>
/// Turns Unicode, composed or decomposed, into MARC-8: marks before their letter, circumflex and breve before the tone,
/// other sets called by escape sequences and left again at the end of the text.
/// </summary>
internal sealed class Marc8Encoder
{
    private const int MostMarks = 16;

    private ByteBuffer _output = new();
    private byte _g0;
    private byte _g1;
    private byte _rightHalf;

    /// <summary>Appends the text as MARC-8. Stops at a character that MARC-8 lacks and returns it; null when all is written.</summary>
    public Rune? Encode(string text, ByteBuffer output)
    {
        (_output, _g0, _g1, _rightHalf) = (output, Marc8Tables.Ascii, Marc8Tables.Ansel, 0);
        for (var i = 0; i < text.Length;)
        {
            var length = ClusterLength(text, i);
            if (!TryCluster(text.AsSpan(i, length)))
                return Rune.TryGetRuneAt(text, i, out var rune) ? rune : Rune.ReplacementChar;
            i += length;
        }
        ReturnToDefault();
        return null;
    }

    private static int ClusterLength(string text, int start)
    {
        var end = start + (char.IsSurrogatePair(text, start) ? 2 : 1);
        while (end < text.Length && end - start <= MostMarks && IsMark(text[end]))
            end++;
        return end - start;
    }

    // A few marks of Unicode are letters of their own in MARC-8 (the Arabic superscript alef) and stay where they are.
    private static bool IsMark(char c) =>
        c >= 0x300 && char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark && !Marc8Tables.HasAsLetter(c);

    private bool TryCluster(ReadOnlySpan<char> cluster)
    {
        if (_rightHalf != 0 && char.IsLetter(cluster[0]))
            TryWriteHalf(_rightHalf);
        _rightHalf = 0;
        if (cluster.Length == 1 && TryWrite(cluster[0]))
            return true;
        if (char.IsSurrogate(cluster[0]))
            return false;
        Span<char> parts = stackalloc char[MostMarks * 4];
        var count = Decompose(cluster, parts);
        if (count <= 0)
            return false;
        var marks = parts[1..count];
        Composition.PutVowelMarkFirst(parts[0], marks);
        foreach (var mark in marks)
            if (!TryMark(mark))
                return false;
        return TryWrite(parts[0]);
    }

    // A letter that some set has, and the marks that go before it: ờ is ơ and a grave, й is itself.
    private static int Decompose(ReadOnlySpan<char> cluster, Span<char> parts)
    {
        var composed = new string(cluster).Normalize(NormalizationForm.FormC);
        if (!IsEncodable(composed[0]))
            composed = composed.Normalize(NormalizationForm.FormD);
        if (composed.Length > parts.Length)
            return -1;
        composed.CopyTo(parts);
        var horn = composed.IndexOf('\u031B', StringComparison.Ordinal);
        if (horn < 0 || WithHorn(parts[0]) is not { } letter)
            return composed.Length;
        parts[0] = letter;
        parts[(horn + 1)..composed.Length].CopyTo(parts[horn..]);
        return composed.Length - 1;
    }

    private static char? WithHorn(char letter) => letter switch
    {
        'o' => 'ơ',
        'O' => 'Ơ',
        'u' => 'ư',
        'U' => 'Ư',
        _ => null,
    };

    private bool TryMark(char mark)
    {
        // One mark over two letters in Unicode is two halves in MARC-8; the right one goes before the next letter.
        switch (mark)
        {
            case '\u0361' or '\uFE20':
                _rightHalf = mark == '\u0361' ? (byte)0xEC : _rightHalf;
                return TryWriteHalf(0xEB);
            case '\uFE21':
                return TryWriteHalf(0xEC);
            case '\u0360' or '\uFE22':
                _rightHalf = mark == '\u0360' ? (byte)0xFB : _rightHalf;
                return TryWriteHalf(0xFA);
            case '\uFE23':
                return TryWriteHalf(0xFB);
            default:
                return TryWriteCode(mark);
        }
    }

    private bool TryWriteHalf(byte half)
    {
        CallG1(Marc8Tables.Ansel);
        _output.Write(half);
        return true;
    }

    private bool TryWrite(char character)
    {
        // Records leave the East Asian set and those of technique 1 before a blank, the others keep theirs.
        if (character == ' ' && _g0 is (Marc8Tables.EastAsian or (byte)'g' or (byte)'b' or (byte)'p'))
            Call(Marc8Tables.Ascii);
        if (character <= ' ')
            _output.Write((byte)character);
        return character <= ' ' || TryWriteCode(character);
    }

    private bool TryWriteCode(char character)
    {
        if (_g0 != Marc8Tables.EastAsian && Marc8Tables.CodeOf(_g0, character) is > 0 and var here)
            return Write((byte)here);
        if (Marc8Tables.CodeOf(_g1, character) is > 0 and var there)
            return Write((byte)(there | 0x80));
        foreach (var final in Marc8Tables.Finals)
            if (Marc8Tables.CodeOf(final, character) is > 0 and var code)
                return Write((byte)(Call(final) ? code | 0x80 : code));
        return EastAsianTable.Code(character) is > 0 and var wide && WriteEastAsian(wide);
    }

    private bool Write(byte code)
    {
        _output.Write(code);
        return true;
    }

    private bool WriteEastAsian(int code)
    {
        if (_g0 != Marc8Tables.EastAsian)
            _output.Write("\e$1"u8);
        _g0 = Marc8Tables.EastAsian;
        _output.Write([(byte)(code >> 16), (byte)(code >> 8), (byte)code]);
        return true;
    }

    // Calls a set to where records usually have it; true when that is G1.
    private bool Call(byte final)
    {
        if (final is Marc8Tables.Ansel or (byte)'Q' or (byte)'4')
        {
            CallG1(final);
            return true;
        }
        if (final is (byte)'g' or (byte)'b' or (byte)'p')
            _output.Write([Separators.Escape, final]);
        else
            _output.Write(_g0 is (byte)'g' or (byte)'b' or (byte)'p' && final == Marc8Tables.Ascii ? "\es"u8 : [Separators.Escape, (byte)'(', final]);
        _g0 = final;
        return false;
    }

    private void CallG1(byte final)
    {
        if (_g1 != final)
            _output.Write(final == Marc8Tables.Ansel ? "\e)!E"u8 : [Separators.Escape, (byte)')', final]);
        _g1 = final;
    }

    private void ReturnToDefault()
    {
        if (_g0 != Marc8Tables.Ascii)
            Call(Marc8Tables.Ascii);
        CallG1(Marc8Tables.Ansel);
    }

    private static bool IsEncodable(char character)
    {
        foreach (var final in Marc8Tables.Finals)
            if (Marc8Tables.CodeOf(final, character) > 0)
                return true;
        return character <= ' ' || EastAsianTable.Code(character) > 0;
    }
}
