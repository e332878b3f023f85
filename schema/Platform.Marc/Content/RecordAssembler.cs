namespace Platform.Marc.Content;

/// <summary>Collects the fields of a record that does not come from ISO 2709, as UTF-8 bytes in the layout of its fields.</summary>
internal sealed class RecordAssembler
{
    private readonly ByteBuffer _data = new();
    private readonly List<FieldSlot> _slots = [];
    private Leader _leader = Leader.NewBook;
    private int _fieldStart;
    private FieldTag _tag;
    private bool _isControl;

    /// <summary>The leader; a new record's until one is set.</summary>
    public Leader Leader
    {
        get => _leader;
        set
        {
            _leader = value;
            HasLeader = true;
        }
    }

    /// <summary>Whether a leader was set.</summary>
    public bool HasLeader { get; private set; }

    public int Count => _slots.Count;

    /// <summary>Bytes so far, to keep a hostile record within limits.</summary>
    public int Length => _data.Length;

    public void Add(MarcField field)
    {
        if (field is ControlField control)
        {
            AddControl(field.Tag, control.Value);
            return;
        }
        var data = (DataField)field;
        BeginData(field.Tag, data.Indicator1, data.Indicator2);
        foreach (var subfield in data.Subfields)
            AddSubfield(subfield.Code, subfield.Value);
        EndField();
    }

    public void AddControl(string tag, ReadOnlySpan<char> text)
    {
        Begin(tag, isControl: true);
        Write(text);
        EndField();
    }

    public void BeginData(string tag, char indicator1, char indicator2)
    {
        Begin(tag, isControl: false);
        _data.Write((byte)indicator1);
        _data.Write((byte)indicator2);
    }

    public void AddSubfield(char code, ReadOnlySpan<char> text)
    {
        _data.Write(Separators.Subfield);
        _data.Write((byte)code);
        Write(text);
    }

    public void EndField()
    {
        _slots.Add(new FieldSlot(_tag, _fieldStart, _data.Length - _fieldStart, _isControl));
        _data.Write(Separators.Field);
    }

    public MarcRecord Build() => new(Leader, _data.Span.ToArray(), [.. _slots], TextCoding.Utf8, isOriginal: false);

    public void Clear()
    {
        _data.CutTo(0);
        _slots.Clear();
        _leader = Leader.NewBook;
        HasLeader = false;
    }

    private void Begin(string tag, bool isControl)
    {
        _tag = new FieldTag(tag);
        _isControl = isControl;
        _fieldStart = _data.Length;
    }

    private void Write(ReadOnlySpan<char> text)
    {
        var start = _data.Length;
        _data.WriteUtf8(text);
        // The three separators cannot be data in any MARC format: they would tear the record apart.
        foreach (ref var b in _data.Written(start))
            if (b is Separators.Record or Separators.Field or Separators.Subfield)
                b = (byte)' ';
    }
}
