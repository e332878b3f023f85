using System.Text;
using Platform.Marc.Input;
using Platform.Marc.Iso2709;
using Platform.Marc.Xml;

namespace Platform.Marc.Content;

/// <summary>Single records in and out of bytes: what a database keeps and an API shows.</summary>
internal static class RecordStore
{
    public static StoredRecord ToStored(MarcRecord record)
    {
        if (!record.Bytes.IsEmpty && record.Coding.Charset == MarcCharset.Auto)
            return new StoredRecord(MarcFormat.Iso2709, record.Bytes);
        var output = new ByteBuffer();
        return new Iso2709Writer(MarcWriteOptions.Default).TryWrite(record, output, new ProblemList())
            ? new StoredRecord(MarcFormat.Iso2709, output.Span.ToArray())
            : new StoredRecord(MarcFormat.MarcXml, Encoding.UTF8.GetBytes(ToXml(record)));
    }

    public static string ToXml(MarcRecord record)
    {
        var output = new ByteBuffer();
        new MarcXmlWriter().WriteAlone(record, output, new ProblemList());
        return Encoding.UTF8.GetString(output.Span);
    }

    public static MarcRecord ReadOne(ReadOnlyMemory<byte> bytes, MarcFormat format) =>
        Read(bytes, format) ?? throw new InvalidDataException($"The {bytes.Length} stored bytes are no {format} record.");

    private static MarcRecord? Read(ReadOnlyMemory<byte> bytes, MarcFormat format)
    {
        if (format == MarcFormat.Iso2709)
            return bytes.Length < Leader.Length ? null : Iso2709Reader.ReadOne(bytes.ToArray(), MarcReadOptions.Default).Record;
        // Reading from memory never waits: the first reading is there when asked for.
        var readings = MarcReader.ReadAsync(new MemoryStream(bytes.ToArray()), new MarcReadOptions { Format = format }).GetAsyncEnumerator();
        var next = readings.MoveNextAsync();
        return next.IsCompletedSuccessfully && next.GetAwaiter().GetResult() ? readings.Current.Record : null;
    }
}
