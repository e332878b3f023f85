using System.Text;
using Platform.Marc.Charsets;
using Platform.Marc.Content;

namespace Platform.Marc.Marc8;

/// <summary>
/// Turns MARC-8 into UTF-8. Marks, which stand before their letter, come after it, composed where Unicode has the letter;
/// what is no character becomes U+FFFD. Every text begins in ASCII and ANSEL, whatever came before it.
/// </summary>
internal ref struct Marc8Decoder
{
    private const int MostMarks = 16;
    private const char Undecodable = '\uFFFD';

    private readonly ReadOnlySpan<byte> _text;
    private readonly ByteBuffer _output;
    private readonly bool _numericReferences;
    private readonly Span<char> _marks;
    private int _markCount;
    private int _position;
    private byte _g0 = Marc8Tables.Ascii;
    private byte _g1 = Marc8Tables.Ansel;
    private bool _inLigature;
    private TextFaults _faults;

    private Marc8Decoder(ReadOnlySpan<byte> text, ByteBuffer output, bool numericReferences, Span<char> marks)
    {
        _text = text;
        _output = output;
        _numericReferences = numericReferences;
        _marks = marks;
    }

    /// <summary>Appends the text as UTF-8 and says what was wrong with it.</summary>
    public static TextFaults Decode(ReadOnlySpan<byte> text, ByteBuffer output, bool numericReferences) =>
        new Marc8Decoder(text, output, numericReferences, stackalloc char[MostMarks]).Run();

    private TextFaults Run()
    {
        while (_position < _text.Length)
            Step(_text[_position]);
        if (_markCount > 0)
        {
            // The letter is missing; dropping the mark as well would hide it.
            _faults |= TextFaults.CombiningMark;
            _output.WriteUtf8(_marks[.._markCount]);
        }
        return _faults;
    }

    private void Step(byte b)
    {
        if (b == Separators.Escape)
            Designate();
        else if (b <= 0x20)
            Letter((char)b, 1);
        else if (b is >= 0x80 and < 0xA0)
            Control(b);
        else if ((b < 0x80 ? _g0 : _g1) == Marc8Tables.EastAsian)
            EastAsian();
        else if (b == '&' && _g0 == Marc8Tables.Ascii && _numericReferences && NumericReference.Parse(_text[_position..]) is { } reference)
            Rune(reference.Character, reference.Length);
        else
            OneByte(b);
    }

    private void Designate()
    {
        if (EscapeSequence.Parse(_text[_position..]) is not { } sequence)
        {
            _faults |= TextFaults.Escape;
            Letter(Undecodable, 1);
            return;
        }
        if (sequence.IsG1)
            _g1 = sequence.Final;
        else
            _g0 = sequence.Final;
        _position += sequence.Length;
    }

    private void OneByte(byte b)
    {
        var table = Marc8Tables.Get(b < 0x80 ? _g0 : _g1);
        var code = b & 0x7F;
        var character = table[code];
        if (character == 0)
            Bad();
        else if (table.IsCombining(code))
            Mark(character);
        else
            Letter(character, 1);
    }

    private void Control(byte b)
    {
        var character = Marc8Tables.Get(Marc8Tables.Ansel)[b];
        if (character == 0)
            Bad();
        else
            Letter(character, 1);
    }

    private void EastAsian()
    {
        if (_position + 3 > _text.Length)
        {
            Bad();
            return;
        }
        var bytes = _text.Slice(_position, 3);
        var character = EastAsianTable.Character((bytes[0] & 0x7F) << 16 | (bytes[1] & 0x7F) << 8 | bytes[2] & 0x7F);
        if (character == 0)
            _faults |= TextFaults.Undecodable;
        Letter(character == 0 ? Undecodable : character, 3);
    }

    private void Mark(char mark)
    {
        _position++;
        // A ligature or double tilde over two letters: Unicode puts one mark between them, the second half says nothing new.
        if (mark is '\uFE21' or '\uFE23' && _inLigature)
        {
            _inLigature = false;
            return;
        }
        _inLigature |= mark is '\u0361' or '\u0360';
        if (_markCount < MostMarks)
            _marks[_markCount++] = mark;
        else
            _faults |= TextFaults.CombiningMark;
    }

    private void Bad()
    {
        _faults |= TextFaults.Undecodable;
        Letter(Undecodable, 1);
    }

    private void Rune(Rune rune, int length)
    {
        if (rune.IsBmp)
        {
            Letter((char)rune.Value, length);
            return;
        }
        Span<char> pair = stackalloc char[2];
        rune.EncodeToUtf16(pair);
        _output.WriteUtf8(pair);
        _position += length;
    }

    private void Letter(char letter, int length)
    {
        _position += length;
        if (_markCount == 0)
        {
            _output.WriteUtf8(letter);
            return;
        }
        if (letter <= ' ')
            _faults |= TextFaults.CombiningMark;
        _output.WriteUtf8(Composition.Compose(letter, _marks[.._markCount]));
        _markCount = 0;
    }
}
