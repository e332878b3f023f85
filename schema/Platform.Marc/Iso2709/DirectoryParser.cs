using Platform.Marc.Content;

namespace Platform.Marc.Iso2709;

/// <summary>Reads the directory of a record whose parts all fit each other; anything else is left to the repair.</summary>
internal static class DirectoryParser
{
    public const int EntryLength = 12;

    /// <summary>The fields of a sound record; null when anything in the directory or its fields does not fit.</summary>
    public static FieldSlot[]? TryParse(byte[] record)
    {
        var baseAddress = LeaderShape.BaseAddress(record);
        if (baseAddress <= Leader.Length || baseAddress >= record.Length || record[baseAddress - 1] != Separators.Field)
            return null;
        var count = (baseAddress - 1 - Leader.Length) / EntryLength;
        if (Leader.Length + count * EntryLength + 1 != baseAddress || record[^1] != Separators.Record)
            return null;

        var slots = new FieldSlot[count];
        var expected = 0;
        for (var i = 0; i < count; i++)
        {
            var entry = record.AsSpan(Leader.Length + i * EntryLength, EntryLength);
            if (!TryParse(entry, out var length, out var start) || length < 1 || baseAddress + start + length >= record.Length)
                return null;
            if (record[baseAddress + start + length - 1] != Separators.Field)
                return null;
            slots[i] = new FieldSlot(new FieldTag(entry), baseAddress + start, length - 1);
            expected += length;
        }
        // Every byte of the data belongs to one field: then no field was clipped and none is missing.
        return count > 0 && baseAddress + expected + 1 == record.Length ? slots : null;
    }

    // The same as two calls of LeaderShape.Number, unrolled: this is where reading a sound record spends its time.
    private static bool TryParse(ReadOnlySpan<byte> entry, out int length, out int start)
    {
        entry = entry[..EntryLength];
        var (a, b, c, d) = (entry[3] - '0', entry[4] - '0', entry[5] - '0', entry[6] - '0');
        var (e, f, g, h, i) = (entry[7] - '0', entry[8] - '0', entry[9] - '0', entry[10] - '0', entry[11] - '0');
        length = a * 1000 + b * 100 + c * 10 + d;
        start = e * 10000 + f * 1000 + g * 100 + h * 10 + i;
        return (uint)a < 10 & (uint)b < 10 & (uint)c < 10 & (uint)d < 10
            & (uint)e < 10 & (uint)f < 10 & (uint)g < 10 & (uint)h < 10 & (uint)i < 10;
    }
}
