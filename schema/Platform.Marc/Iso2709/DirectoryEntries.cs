using Platform.Marc.Content;
using Platform.Marc.Input;

namespace Platform.Marc.Iso2709;

/// <summary>Takes a directory apart whose entries may be broken, or longer or shorter than 12 characters.</summary>
internal static class DirectoryEntries
{
    private const int Width = DirectoryParser.EntryLength;

    // Widths to try after an entry that does not fit, the likeliest first.
    private static ReadOnlySpan<int> Widths => [Width, Width + 1, Width - 1, Width + 2, Width - 2];

    public static List<DirectoryEntry> Of(byte[] record, int end, ProblemList problems)
    {
        var entries = new List<DirectoryEntry>();
        var place = Leader.Length;
        if ((end - place) % Width != 0)
            problems.Add(MarcRule.DirectoryLength, MarcSeverity.Repaired, place, null, $"The directory has {end - place} characters, no multiple of 12.");
        while (place + 3 <= end)
        {
            var width = WidthOf(record, place, end, Expected(entries));
            entries.Add(Entry(record, place, width));
            place += width;
        }
        return entries;
    }

    // Where the next field should begin, going by the entry before; -1 when it does not say.
    private static int Expected(List<DirectoryEntry> entries) => entries.Count switch
    {
        0 => 0,
        _ when entries[^1].IsNumeric => entries[^1].Start + entries[^1].Length,
        _ => -1,
    };

    private static int WidthOf(byte[] record, int place, int end, int expected)
    {
        var entry = Entry(record, place, Width);
        if (place + Width == end || entry.IsNumeric && (entry.Start == expected || Follows(record, place, Width, end, entry)))
            return Width;
        foreach (var width in Widths)
            if (place + width == end || Follows(record, place, width, end, Entry(record, place, width)))
                return width;
        return Width;
    }

    // Whether an entry that makes sense comes after this one: its field begins where this one's ends, or plausibly.
    private static bool Follows(byte[] record, int place, int width, int end, DirectoryEntry entry)
    {
        if (place + width + Width > end)
            return false;
        var next = Entry(record, place + width, Width);
        return next.IsNumeric && next.Length > 0 && next.Tag.IsAlphanumeric
            && (!entry.IsNumeric || next.Start == entry.Start + entry.Length || next.Start > entry.Start)
            && PointsToField(record, end, next);
    }

    private static bool PointsToField(byte[] record, int end, DirectoryEntry entry) =>
        end + 1 + entry.Start < record.Length && record[end + entry.Start] == Separators.Field;

    private static DirectoryEntry Entry(byte[] record, int place, int width)
    {
        var bytes = record.AsSpan(place, Math.Min(width, record.Length - place));
        // What is missing or too much is in the length, the only part with room for it: a field over 9,999 has five digits.
        var length = LeaderShape.Number(bytes, 3, Math.Max(width - 8, 1));
        var start = LeaderShape.Number(bytes, width - 5, 5);
        return new DirectoryEntry(place, new FieldTag(bytes), length, start);
    }
}
