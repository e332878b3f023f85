using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Platform.Marc.Content;
using Platform.Marc.Input;
using Platform.Marc.Output;

namespace Platform.Marc.Json;

/// <summary>Writes MARC-in-JSON: an array with one record a line.</summary>
internal sealed class MarcJsonWriter : RecordWriter
{
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private readonly ByteBuffer _scratch = new();

    public override void Begin(ByteBuffer output) => output.Write("[\n"u8);

    public override void Separate(ByteBuffer output) => output.Write(",\n"u8);

    public override void End(ByteBuffer output) => output.Write("\n]\n"u8);

    public override bool TryWrite(MarcRecord record, ByteBuffer output, ProblemList problems)
    {
        output.Write("{\"leader\":"u8);
        WriteString(Encoding.UTF8.GetBytes(record.Leader.With(9, 'a').ToString()), output);
        output.Write(",\"fields\":["u8);
        var isFirst = true;
        foreach (ref readonly var slot in record.Slots)
        {
            output.Write(isFirst ? "{"u8 : ",{"u8);
            isFirst = false;
            WriteString(Encoding.UTF8.GetBytes(slot.Tag.ToString()), output);
            output.Write((byte)':');
            WriteField(record, slot, output);
            output.Write((byte)'}');
        }
        output.Write("]}"u8);
        return true;
    }

    private void WriteField(MarcRecord record, in FieldSlot slot, ByteBuffer output)
    {
        var bytes = slot.In(record.Content);
        if (slot.IsControl)
        {
            WriteString(record.Coding.ToUtf8(bytes, _scratch, out _), output);
            return;
        }
        var field = new DataFieldView(bytes);
        output.Write("{\"ind1\":"u8);
        WriteCharacter(field.Indicator1, output);
        output.Write(",\"ind2\":"u8);
        WriteCharacter(field.Indicator2, output);
        output.Write(",\"subfields\":["u8);
        var isFirst = true;
        foreach (var subfield in field)
        {
            output.Write(isFirst ? "{"u8 : ",{"u8);
            isFirst = false;
            WriteCharacter(subfield.Code, output);
            output.Write((byte)':');
            WriteString(record.Coding.ToUtf8(subfield.Text, _scratch, out _), output);
            output.Write((byte)'}');
        }
        output.Write("]}"u8);
    }

    private static void WriteCharacter(byte value, ByteBuffer output) =>
        WriteString(Encoding.UTF8.GetBytes([(char)value]), output);

    private static void WriteString(ReadOnlySpan<byte> utf8, ByteBuffer output)
    {
        output.Write((byte)'"');
        var special = Encoder.FindFirstCharacterToEncodeUtf8(utf8);
        output.Write(special < 0 ? utf8 : JsonEncodedText.Encode(utf8, Encoder).EncodedUtf8Bytes);
        output.Write((byte)'"');
    }
}
