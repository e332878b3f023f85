using Platform.Marc.Extraction;

namespace Platform.Marc;

/// <summary>
/// What to take from a record, in a short text that a librarian can read: <c>"245abc"</c>, <c>"100a:700a"</c>,
/// <c>"260c:264[*1]c"</c>, <c>"008[35-37]"</c>, <c>"6XXa"</c>. Parsed once, immutable, safe to share.
/// </summary>
/// <remarks>
/// Alternatives are separated by <c>:</c> and answered in the order written. Each is a tag (<c>X</c> stands for any
/// character), for a data field then indicators in brackets (<c>*</c> any, <c>#</c> or a space a blank) and subfield codes;
/// for a field 00X instead a position or range in brackets, from 0 and inclusive. One code gives a value for each such
/// subfield; several codes, or none (meaning all), give one value a field: the subfields' texts in the record's order
/// with a space between. Empty values are left out.
/// </remarks>
public sealed class FieldSpecification
{
    private readonly FieldPattern[] _alternatives;

    private FieldSpecification(string text, FieldPattern[] alternatives)
    {
        Text = text;
        _alternatives = alternatives;
    }

    /// <summary>The specification as it was written.</summary>
    public string Text { get; }

    /// <summary>Understands a specification.</summary>
    /// <exception cref="FormatException">It is misspelt; the message says where.</exception>
    public static FieldSpecification Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new FieldSpecification(text, [.. FieldPatternParser.Parse(text)]);
    }

    /// <summary>All values, the first alternative's before the second's, each in the record's order.</summary>
    public IEnumerable<string> Extract(MarcRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        foreach (var alternative in _alternatives)
            foreach (var field in record.Matching(alternative))
                foreach (var value in alternative.Values(field))
                    if (value.Length > 0)
                        yield return value;
    }

    /// <summary>The first value, or null.</summary>
    public string? First(MarcRecord record) => Extract(record).FirstOrDefault();

    /// <summary>The fields that the specification is about, the first alternative's before the second's.</summary>
    public IEnumerable<MarcField> Fields(MarcRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return _alternatives.SelectMany(record.Matching);
    }

    /// <summary>The specification as it was written.</summary>
    public override string ToString() => Text;
}
