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
            var length = LeaderShape.Number(entry, 3, 4);
            var start = LeaderShape.Number(entry, 7, 5);
            if (length < 1 || start < 0 || baseAddress + start + length >= record.Length)
                return null;
            if (record[baseAddress + start + length - 1] != Separators.Field)
                return null;
            slots[i] = new FieldSlot(new FieldTag(entry), baseAddress + start, length - 1);
            expected += length;
        }
        // Every byte of the data belongs to one field: then no field was clipped and none is missing.
        return count > 0 && baseAddress + expected + 1 == record.Length ? slots : null;
    }
}
