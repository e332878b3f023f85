using System.Text;
using Platform.Marc.Content;
using Platform.Marc.Input;
using Platform.Marc.Output;

namespace Platform.Marc.Xml;

/// <summary>Writes MARCXML straight from the bytes of records: one element a line, UTF-8.</summary>
internal sealed class MarcXmlWriter : RecordWriter
{
    private readonly ByteBuffer _scratch = new();

    public override void Begin(ByteBuffer output) =>
        output.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<collection xmlns=\"http://www.loc.gov/MARC21/slim\">\n"u8);

    public override void End(ByteBuffer output) => output.Write("</collection>\n"u8);

    public override bool TryWrite(MarcRecord record, ByteBuffer output, ProblemList problems)
    {
        output.Write("<record>\n"u8);
        WriteBody(record, output, problems);
        return true;
    }

    /// <summary>A record by itself, with the namespace on it.</summary>
    public void WriteAlone(MarcRecord record, ByteBuffer output, ProblemList problems)
    {
        output.Write("<record xmlns=\"http://www.loc.gov/MARC21/slim\">\n"u8);
        WriteBody(record, output, problems);
    }

    private void WriteBody(MarcRecord record, ByteBuffer output, ProblemList problems)
    {
        output.Write("<leader>"u8);
        // What follows is Unicode, whatever the record was in. A damaged leader may hold any bytes.
        var leader = record.Leader.With(9, 'a');
        if (Ascii.IsValid(leader.Bytes))
            XmlText.Write(leader.Bytes, output);
        else
            XmlText.Write(Encoding.UTF8.GetBytes(leader.ToString()), output);
        output.Write("</leader>\n"u8);
        foreach (ref readonly var slot in record.Slots)
            WriteField(record, slot, output, problems);
        output.Write("</record>\n"u8);
    }

    private void WriteField(MarcRecord record, in FieldSlot slot, ByteBuffer output, ProblemList problems)
    {
        var bytes = slot.In(record.Content);
        if (slot.IsControl)
        {
            output.Write("<controlfield tag=\""u8);
            WriteTag(slot.Tag, output);
            output.Write("\">"u8);
            WriteText(record, slot, bytes, output, problems);
            output.Write("</controlfield>\n"u8);
            return;
        }
        var field = new DataFieldView(bytes);
        output.Write("<datafield tag=\""u8);
        WriteTag(slot.Tag, output);
        output.Write("\" ind1=\""u8);
        XmlText.WriteCharacter(field.Indicator1, output);
        output.Write("\" ind2=\""u8);
        XmlText.WriteCharacter(field.Indicator2, output);
        output.Write("\">\n"u8);
        foreach (var subfield in field)
        {
            output.Write("<subfield code=\""u8);
            XmlText.WriteCharacter(subfield.Code, output);
            output.Write("\">"u8);
            WriteText(record, slot, subfield.Text, output, problems);
            output.Write("</subfield>\n"u8);
        }
        output.Write("</datafield>\n"u8);
    }

    private void WriteText(MarcRecord record, in FieldSlot slot, ReadOnlySpan<byte> text, ByteBuffer output, ProblemList problems)
    {
        if (XmlText.Write(record.Coding.ToUtf8(text, _scratch, out _), output))
            return;
        problems.Add(
            MarcRule.ControlCharacter, MarcSeverity.Damaged, 0, slot.Tag.ToString(),
            "A control character that XML cannot hold was replaced by U+FFFD.");
    }

    private static void WriteTag(FieldTag tag, ByteBuffer output)
    {
        XmlText.WriteCharacter(tag.First, output);
        XmlText.WriteCharacter(tag.Second, output);
        XmlText.WriteCharacter(tag.Third, output);
    }
}
