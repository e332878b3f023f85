using Platform.Marc.Content;

namespace Platform.Marc;

/// <summary>Makes a record field by field, in the order the fields are added.</summary>
public sealed class MarcRecordBuilder
{
    private readonly RecordAssembler _record = new();

    /// <summary>A record with this leader; <see cref="Leader.NewBook"/> when none is given.</summary>
    public MarcRecordBuilder(Leader? leader = null) => _record.Leader = leader ?? Leader.NewBook;

    /// <summary>Adds a field.</summary>
    public MarcRecordBuilder Add(MarcField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        _record.Add(field);
        return this;
    }

    /// <summary>Adds a control field.</summary>
    public MarcRecordBuilder Control(string tag, string value) => Add(new ControlField(tag, value));

    /// <summary>
    /// Adds a data field: <c>Data("245", "10", "aDế Mèn phiêu lưu ký /", "cTô Hoài")</c>. Each part begins with its code; a
    /// blank indicator is a space or <c>#</c>. Parts that are null or hold only a code are left out, and a field without any is too.
    /// </summary>
    public MarcRecordBuilder Data(string tag, string indicators, params IEnumerable<string?> parts)
    {
        ArgumentNullException.ThrowIfNull(indicators);
        if (indicators.Length != 2)
            throw new ArgumentException($"A field has two indicators, not '{indicators}'.", nameof(indicators));
        var subfields = parts.OfType<string>().Where(p => p.Length > 1).Select(p => new Subfield(p[0], p[1..])).ToArray();
        return subfields.Length == 0 ? this : Add(new DataField(tag, Blank(indicators[0]), Blank(indicators[1]), subfields));
    }

    /// <summary>The record of the fields added so far.</summary>
    public MarcRecord Build() => _record.Build();

    private static char Blank(char indicator) => indicator == '#' ? ' ' : indicator;
}
