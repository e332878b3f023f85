namespace Platform.Marc;

/// <summary>A field with two indicators and subfields. The subfields of a field that was read are decoded when first asked for.</summary>
public sealed class DataField : MarcField
{
    private readonly MarcRecord? _record;
    private readonly int _slot;
    private Subfield[]? _subfields;

    /// <summary>A data field of these parts.</summary>
    /// <exception cref="ArgumentException">The tag is not three letters or digits, or an indicator or code is not printable ASCII.</exception>
    public DataField(string tag, char indicator1, char indicator2, params IEnumerable<Subfield> subfields) : base(Checked(tag))
    {
        ArgumentNullException.ThrowIfNull(subfields);
        Indicator1 = Printable(indicator1);
        Indicator2 = Printable(indicator2);
        _subfields = [.. subfields];
        foreach (var subfield in _subfields)
            Printable(subfield.Code);
    }

    internal DataField(MarcRecord record, int slot, string tag, char indicator1, char indicator2) : base(tag)
    {
        _record = record;
        _slot = slot;
        Indicator1 = indicator1;
        Indicator2 = indicator2;
    }

    /// <summary>The first indicator; a blank is a space.</summary>
    public char Indicator1 { get; }

    /// <summary>The second indicator; a blank is a space.</summary>
    public char Indicator2 { get; }

    /// <summary>The subfields in the record's order.</summary>
    // A field without its own subfields always has the record it was read from.
    public IReadOnlyList<Subfield> Subfields => _subfields ??= _record!.DecodeSubfields(_slot);

    /// <summary>The text of the first subfield with this code, or null.</summary>
    public string? this[char code]
    {
        get
        {
            foreach (var subfield in Subfields)
                if (subfield.Code == code)
                    return subfield.Value;
            return null;
        }
    }

    /// <summary>The texts of all subfields with one of these codes, in the record's order.</summary>
    public IEnumerable<string> Values(string codes) =>
        Subfields.Where(s => codes.Contains(s.Code, StringComparison.Ordinal)).Select(s => s.Value);

    /// <inheritdoc/>
    public override bool Equals(MarcField? other) =>
        other is DataField field && field.Tag == Tag
        && field.Indicator1 == Indicator1 && field.Indicator2 == Indicator2
        && field.Subfields.SequenceEqual(Subfields);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Tag, Indicator1, Indicator2, Subfields.Count, Subfields.Count > 0 ? Subfields[0] : default);

    /// <summary>As librarians write it: <c>=245  10$aTitle</c>.</summary>
    public override string ToString() => $"={Tag}  {Indicator1}{Indicator2}{string.Concat(Subfields)}";

    private static char Printable(char c) =>
        c is >= ' ' and < '\x7f' ? c : throw new ArgumentException($"U+{(int)c:X4} is no indicator or subfield code.");
}
