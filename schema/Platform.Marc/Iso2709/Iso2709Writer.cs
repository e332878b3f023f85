using System.Globalization;
using System.Text;
using Platform.Marc.Content;
using Platform.Marc.Input;
using Platform.Marc.Marc8;
using Platform.Marc.Output;

namespace Platform.Marc.Iso2709;

/// <summary>Writes ISO 2709 records, in UTF-8 or MARC-8; refuses what does not fit.</summary>
internal sealed class Iso2709Writer(MarcWriteOptions options) : RecordWriter
{
    private const int LongestField = 9_999;
    private const int LongestRecord = 99_999;

    private readonly bool _toMarc8 = options.Charset == MarcCharset.Marc8;
    private readonly Marc8Encoder _encoder = new();
    private readonly ByteBuffer _scratch = new();
    private readonly ByteBuffer _directory = new();
    private readonly ByteBuffer _fields = new();

    public override bool TryWrite(MarcRecord record, ByteBuffer output, ProblemList problems)
    {
        _directory.CutTo(0);
        _fields.CutTo(0);
        foreach (ref readonly var slot in record.Slots)
            if (!TryWriteField(record, slot, problems))
                return false;

        var baseAddress = Leader.Length + _directory.Length + 1;
        var length = baseAddress + _fields.Length + 1;
        if (length > LongestRecord)
            return Refuse(problems, MarcRule.RecordTooLong, null, $"The record has {length} bytes, ISO 2709 holds {LongestRecord}.");
        WriteLeader(record.Leader, length, baseAddress, output);
        output.Write(_directory.Span);
        output.Write(Separators.Field);
        output.Write(_fields.Span);
        output.Write(Separators.Record);
        return true;
    }

    private bool TryWriteField(MarcRecord record, in FieldSlot slot, ProblemList problems)
    {
        var start = _fields.Length;
        var bytes = slot.In(record.Content);
        var bad = slot.IsControl ? WriteText(record.Coding, bytes) : WriteData(record.Coding, new DataFieldView(bytes));
        if (bad is { } rune)
            return Refuse(problems, MarcRule.UnencodableCharacter, slot.Tag.ToString(), $"MARC-8 has no character '{rune}' (U+{rune.Value:X4}).");
        _fields.Write(Separators.Field);

        var length = _fields.Length - start;
        if (length > LongestField)
            return Refuse(problems, MarcRule.FieldTooLong, slot.Tag.ToString(), $"The field has {length} bytes, ISO 2709 holds {LongestField}.");
        if (start > LongestRecord)
            return Refuse(problems, MarcRule.RecordTooLong, slot.Tag.ToString(), $"The record has more than the {LongestRecord} bytes that ISO 2709 holds.");
        WriteEntry(slot.Tag, length, start);
        return true;
    }

    // The character that could not be written, if there is one.
    private Rune? WriteData(TextCoding coding, DataFieldView field)
    {
        _fields.Write(field.Indicator1);
        _fields.Write(field.Indicator2);
        foreach (var subfield in field)
        {
            _fields.Write(Separators.Subfield);
            _fields.Write(subfield.Code);
            if (WriteText(coding, subfield.Text) is { } bad)
                return bad;
        }
        return null;
    }

    private Rune? WriteText(TextCoding coding, ReadOnlySpan<byte> text)
    {
        var utf8 = coding.ToUtf8(text, _scratch, out _);
        if (_toMarc8 && !Ascii.IsValid(utf8))
            return _encoder.Encode(Encoding.UTF8.GetString(utf8), _fields);
        _fields.Write(utf8);
        return null;
    }

    private void WriteEntry(FieldTag tag, int length, int start)
    {
        _directory.Write(tag.First);
        _directory.Write(tag.Second);
        _directory.Write(tag.Third);
        WriteNumber(_directory, length, 4);
        WriteNumber(_directory, start, 5);
    }

    private void WriteLeader(Leader leader, int length, int baseAddress, ByteBuffer output)
    {
        WriteNumber(output, length, 5);
        output.Write(leader.Bytes[5..9]);
        output.Write(_toMarc8 ? " 22"u8 : "a22"u8);
        WriteNumber(output, baseAddress, 5);
        output.Write(leader.Bytes[17..20]);
        output.Write("4500"u8);
    }

    private static void WriteNumber(ByteBuffer output, int number, int digits)
    {
        Span<byte> text = stackalloc byte[digits];
        for (var i = digits - 1; i >= 0; i--, number /= 10)
            text[i] = (byte)('0' + number % 10);
        output.Write(text);
    }

    private static bool Refuse(ProblemList problems, MarcRule rule, string? tag, FormattableString message)
    {
        problems.Add(rule, MarcSeverity.Lost, 0, tag, message.ToString(CultureInfo.InvariantCulture));
        return false;
    }
}
