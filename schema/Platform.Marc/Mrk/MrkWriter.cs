using Platform.Marc.Content;
using Platform.Marc.Input;
using Platform.Marc.Output;

namespace Platform.Marc.Mrk;

/// <summary>Writes the mnemonic text of MarcEdit in UTF-8: blanks of fixed positions as <c>\</c>, what is markup by name.</summary>
internal sealed class MrkWriter : RecordWriter
{
    private readonly ByteBuffer _scratch = new();

    public override void Separate(ByteBuffer output) => output.Write((byte)'\n');

    public override bool TryWrite(MarcRecord record, ByteBuffer output, ProblemList problems)
    {
        output.Write("=LDR  "u8);
        output.Write(record.Leader.With(9, 'a').Bytes);
        output.Write((byte)'\n');
        foreach (ref readonly var slot in record.Slots)
            if (!TryWriteField(record, slot, output, problems))
                return false;
        return true;
    }

    private bool TryWriteField(MarcRecord record, in FieldSlot slot, ByteBuffer output, ProblemList problems)
    {
        output.Write([(byte)'=', slot.Tag.First, slot.Tag.Second, slot.Tag.Third, (byte)' ', (byte)' ']);
        var start = output.Length;
        var bytes = slot.In(record.Content);
        if (slot.IsControl)
            WriteText(record.Coding.ToUtf8(bytes, _scratch, out _), isFixed: true, output);
        else
            WriteData(record.Coding, new DataFieldView(bytes), output);
        var isOneLine = !output.Written(start).ContainsAny("\r\n"u8);
        if (!isOneLine)
            problems.Add(MarcRule.ControlCharacter, MarcSeverity.Lost, 0, slot.Tag.ToString(), "The field holds a line break, which .mrk cannot.");
        output.Write((byte)'\n');
        return isOneLine;
    }

    private void WriteData(TextCoding coding, DataFieldView field, ByteBuffer output)
    {
        output.Write(Blank(field.Indicator1));
        output.Write(Blank(field.Indicator2));
        foreach (var subfield in field)
        {
            output.Write((byte)'$');
            output.Write(subfield.Code);
            WriteText(coding.ToUtf8(subfield.Text, _scratch, out _), isFixed: false, output);
        }
    }

    private static byte Blank(byte indicator) => indicator == ' ' ? (byte)'\\' : indicator;

    private static void WriteText(ReadOnlySpan<byte> text, bool isFixed, ByteBuffer output)
    {
        foreach (var b in text)
            switch (b)
            {
                case (byte)' ' when isFixed:
                    output.Write((byte)'\\');
                    break;
                case (byte)'$':
                    output.Write("{dollar}"u8);
                    break;
                case (byte)'\\':
                    output.Write("{bsol}"u8);
                    break;
                case (byte)'{':
                    output.Write("{lcub}"u8);
                    break;
                case (byte)'}':
                    output.Write("{rcub}"u8);
                    break;
                default:
                    output.Write(b);
                    break;
            }
    }
}
