namespace Platform.Marc.Content;

/// <summary>Where a field lies in a record's bytes: from its indicators (or text) up to, not including, its terminator.</summary>
internal readonly record struct FieldSlot(FieldTag Tag, int Start, int Length, bool IsControl)
{
    public FieldSlot(FieldTag tag, int start, int length) : this(tag, start, length, tag.IsControl)
    {
    }

    public ReadOnlySpan<byte> In(byte[] data) => data.AsSpan(Start, Length);
}
