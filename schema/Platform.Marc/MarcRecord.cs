using System.Text;
using Platform.Marc.Content;
using Platform.Marc.Extraction;

namespace Platform.Marc;

/// <summary>
/// A MARC 21 record: an immutable value over the bytes it was read from. Fields are decoded when they are asked for,
/// so a record that is only counted, filtered by tag or copied costs almost nothing. Equal by content: the same leader
/// (but for lengths and encoding) and the same fields, whatever format and encoding they came in.
/// </summary>
public sealed partial class MarcRecord : IEquatable<MarcRecord>
{
    private readonly byte[] _data;
    private readonly FieldSlot[] _slots;
    private readonly bool _isOriginal;
    private MarcField[]? _fields;

    internal MarcRecord(Leader leader, byte[] data, FieldSlot[] slots, TextCoding coding, bool isOriginal)
    {
        Leader = leader;
        Coding = coding;
        _data = data;
        _slots = slots;
        _isOriginal = isOriginal;
    }

    /// <summary>The 24 characters at its head, as read.</summary>
    public Leader Leader { get; }

    /// <summary>The fields in the record's order, decoded when first asked for.</summary>
    public IReadOnlyList<MarcField> Fields => _fields ??= DecodeFields();

    /// <summary>The text of the first 001, trimmed of blanks; null when there is none.</summary>
    public string? ControlNumber => Control("001")?.Trim();

    /// <summary>The bytes of the record as they stood in an ISO 2709 file; empty for a record that came otherwise.</summary>
    public ReadOnlyMemory<byte> Bytes => _isOriginal ? _data : default;

    internal TextCoding Coding { get; }

    internal byte[] Content => _data;

    internal ReadOnlySpan<FieldSlot> Slots => _slots;

    /// <summary>A new record of these fields, in this order.</summary>
    public static MarcRecord Create(Leader leader, IEnumerable<MarcField> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var assembler = new RecordAssembler { Leader = leader };
        foreach (var field in fields)
            assembler.Add(field);
        return assembler.Build();
    }

    /// <summary>Whether there is a field with this tag. Decodes nothing.</summary>
    public bool Has(string tag) => IndexOf(tag) >= 0;

    /// <summary>The text of the first control field with this tag, or null.</summary>
    public string? Control(string tag)
    {
        var index = IndexOf(tag);
        return index < 0 || !_slots[index].IsControl ? null : Coding.Decode(_slots[index].In(_data));
    }

    /// <summary>The data fields with this tag, in the record's order.</summary>
    public IEnumerable<DataField> DataFields(string tag) => Fields.OfType<DataField>().Where(f => f.Tag == tag);

    /// <summary>The first data field with this tag, or null.</summary>
    public DataField? Data(string tag) => DataFields(tag).FirstOrDefault();

    /// <inheritdoc/>
    public bool Equals(MarcRecord? other) =>
        other is not null
        && Leader.SaysTheSameAs(other.Leader)
        && _slots.Length == other._slots.Length
        && Fields.SequenceEqual(other.Fields);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MarcRecord);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_slots.Length, ControlNumber, Leader.RecordType);

    /// <summary>The whole record, one line a field, as in .mrk.</summary>
    public override string ToString()
    {
        var text = new StringBuilder().Append("=LDR  ").Append(Leader.ToString());
        foreach (var field in Fields)
            text.Append('\n').Append(field);
        return text.ToString();
    }

    /// <summary>The fields of one alternative of a specification; decodes no others.</summary>
    internal IEnumerable<MarcField> Matching(FieldPattern pattern)
    {
        for (var i = 0; i < _slots.Length; i++)
            if (pattern.Matches(_slots[i].Tag) && FieldAt(i) is var field && pattern.Matches(field))
                yield return field;
    }

    internal Subfield[] DecodeSubfields(int slot)
    {
        var subfields = new List<Subfield>();
        foreach (var part in new DataFieldView(_slots[slot].In(_data)))
            subfields.Add(new Subfield((char)part.Code, Coding.Decode(part.Text)));
        return [.. subfields];
    }

    private MarcField FieldAt(int index) => _fields is { } fields ? fields[index] : DecodeField(index);

    private MarcField[] DecodeFields()
    {
        var fields = new MarcField[_slots.Length];
        for (var i = 0; i < fields.Length; i++)
            fields[i] = DecodeField(i);
        return fields;
    }

    private MarcField DecodeField(int index)
    {
        var slot = _slots[index];
        var bytes = slot.In(_data);
        if (slot.IsControl)
            return new ControlField(slot.Tag, Coding.Decode(bytes));
        var view = new DataFieldView(bytes);
        return new DataField(this, index, slot.Tag.ToString(), (char)view.Indicator1, (char)view.Indicator2);
    }

    private int IndexOf(string tag)
    {
        if (tag is not { Length: 3 })
            return -1;
        var wanted = new FieldTag(tag);
        for (var i = 0; i < _slots.Length; i++)
            if (_slots[i].Tag == wanted)
                return i;
        return -1;
    }
}
