namespace Platform.Marc.Content;

/// <summary>
/// The bytes of a data field taken apart without copying. Indicators that are missing count as blanks, text before the
/// first delimiter and delimiters without a code are left out: the same reading wherever a field is looked at.
/// </summary>
internal readonly ref struct DataFieldView
{
    private readonly ReadOnlySpan<byte> _subfields;

    public DataFieldView(ReadOnlySpan<byte> field)
    {
        var first = field.IndexOf(Separators.Subfield);
        IndicatorCount = first < 0 ? field.Length : first;
        Indicator1 = IndicatorCount > 0 ? field[0] : (byte)' ';
        Indicator2 = IndicatorCount > 1 ? field[1] : (byte)' ';
        _subfields = first < 0 ? [] : field[(first + 1)..];
        HasSubfields = first >= 0;
    }

    /// <summary>Bytes before the first delimiter: 2 in a sound field.</summary>
    public int IndicatorCount { get; }

    public byte Indicator1 { get; }

    public byte Indicator2 { get; }

    public bool HasSubfields { get; }

    public Enumerator GetEnumerator() => new(_subfields, HasSubfields);

    /// <summary>A code and the bytes up to the next delimiter.</summary>
    public readonly ref struct Part(byte code, ReadOnlySpan<byte> text)
    {
        public byte Code { get; } = code;

        public ReadOnlySpan<byte> Text { get; } = text;
    }

    public ref struct Enumerator(ReadOnlySpan<byte> rest, bool more)
    {
        private ReadOnlySpan<byte> _rest = rest;
        private bool _more = more;

        public Part Current { get; private set; }

        public bool MoveNext()
        {
            while (_more)
            {
                var end = _rest.IndexOf(Separators.Subfield);
                var part = end < 0 ? _rest : _rest[..end];
                _more = end >= 0;
                _rest = end < 0 ? [] : _rest[(end + 1)..];
                if (part.IsEmpty)
                    continue;
                Current = new Part(part[0], part[1..]);
                return true;
            }
            return false;
        }
    }
}
