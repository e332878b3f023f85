using Platform.Marc.Content;

namespace Platform.Marc;

/// <summary>Changed copies of a record, and its stored form.</summary>
public sealed partial class MarcRecord
{
    /// <summary>The record with another leader.</summary>
    public MarcRecord WithLeader(Leader leader) => Create(leader, Fields);

    /// <summary>The record with these fields instead of its own.</summary>
    public MarcRecord WithFields(IEnumerable<MarcField> fields) => Create(Leader, fields);

    /// <summary>The record with one field more, after the last one whose tag is not greater.</summary>
    public MarcRecord WithField(MarcField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var fields = Fields.ToList();
        var after = fields.FindLastIndex(f => string.CompareOrdinal(f.Tag, field.Tag) <= 0);
        fields.Insert(after + 1, field);
        return Create(Leader, fields);
    }

    /// <summary>The record without the fields of this tag.</summary>
    public MarcRecord WithoutFields(string tag) => Create(Leader, Fields.Where(f => f.Tag != tag));

    /// <summary>The bytes to keep: read back by <see cref="ReadOne"/>, they give this record again.</summary>
    public StoredRecord ToStored() => RecordStore.ToStored(this);

    /// <summary>Reads back a record that was stored, leniently, exactly as it was imported.</summary>
    /// <exception cref="InvalidDataException">The bytes hold no record at all.</exception>
    public static MarcRecord ReadOne(ReadOnlyMemory<byte> bytes, MarcFormat format) => RecordStore.ReadOne(bytes, format);

    /// <summary>The record alone as MARCXML, without an XML declaration.</summary>
    public string ToXml() => RecordStore.ToXml(this);
}
