using Platform.Marc.Content;

namespace Platform.Marc.Iso2709;

/// <summary>
/// Finds where records begin and end. A record whose length and terminator agree is taken as it is; otherwise the end
/// is looked for so that the record after it survives, whatever is wrong with this one.
/// </summary>
internal static class RecordFramer
{
    // 24 characters of leader, the directory's terminator, the record's terminator.
    private const int ShortestRecord = 26;

    /// <summary>The frame at the front of the window.</summary>
    /// <param name="window">Bytes not yet consumed.</param>
    /// <param name="isComplete">Whether the input ends with the window.</param>
    /// <param name="limit">The longest record to look for.</param>
    public static Frame Next(ReadOnlySpan<byte> window, bool isComplete, int limit)
    {
        var skipped = SeparatorsBefore(window);
        var rest = window[skipped..];
        if (rest.IsEmpty)
            return new Frame(isComplete ? FrameKind.End : FrameKind.NeedsMore, skipped, 0);

        var length = LeaderShape.RecordLength(rest);
        if (length >= ShortestRecord && length <= rest.Length && rest[length - 1] == Separators.Record)
            return new Frame(FrameKind.Record, skipped, length);
        if (!isComplete && window.Length < limit && rest.Length < Math.Max(length + Leader.Length, MinimumLookahead))
            return new Frame(FrameKind.NeedsMore, skipped, 0);
        return Resynchronise(rest, length, isComplete, limit) with { Skipped = skipped };
    }

    // Enough to see the end of nearly every damaged record and the leader behind it.
    private const int MinimumLookahead = 128 * 1024;

    private static Frame Resynchronise(ReadOnlySpan<byte> rest, int length, bool isComplete, int limit)
    {
        if (!LeaderShape.IsPlausible(rest))
            return SkipJunk(rest, isComplete);
        if (EndsWithoutTerminator(rest, length) is { } cut)
            return new Frame(FrameKind.Record, 0, cut, MarcRule.RecordTerminator);

        var end = EndByTerminator(rest, isComplete);
        if (end < 0 && !isComplete && rest.Length < limit)
            return new Frame(FrameKind.NeedsMore, 0, 0);
        if (end < 0 && rest.Length >= limit)
            return new Frame(FrameKind.Junk, 0, rest.Length, MarcRule.RecordTooLong);
        var fault = end < 0 ? MarcRule.TruncatedRecord : MarcRule.RecordLength;
        if (end < 0)
            end = rest.Length;
        return LeaderWithin(rest[..end]) is { } next
            ? new Frame(FrameKind.Record, 0, next, MarcRule.RecordTerminator)
            : new Frame(FrameKind.Record, 0, end, fault);
    }

    private static Frame SkipJunk(ReadOnlySpan<byte> rest, bool isComplete)
    {
        for (var i = 1; i + Leader.Length <= rest.Length; i++)
            if (LeaderShape.IsCertain(rest[i..]) || rest[i - 1] == Separators.Record && LeaderShape.IsPlausible(rest[i..]))
                return Fragment(rest[..i]);
        if (isComplete)
            return Fragment(rest);
        // No leader begins in what was looked at: it need not be kept, nor looked at again.
        return rest.Length >= MinimumLookahead ? Fragment(rest[..^Leader.Length]) : new Frame(FrameKind.NeedsMore, 0, 0);
    }

    // A record broken in its leader or directory is still a record: it counts, and its loss is reported as such.
    private static Frame Fragment(ReadOnlySpan<byte> bytes) =>
        new(FrameKind.Junk, 0, bytes.Length, MarcRule.UnreadableBytes);

    // The length says where the record ends and another begins there: only the terminator is missing.
    private static int? EndsWithoutTerminator(ReadOnlySpan<byte> rest, int length)
    {
        foreach (var end in (ReadOnlySpan<int>)[length, length - 1])
            if (end >= Leader.Length && end < rest.Length && LeaderShape.IsCertain(rest[end..]))
                return end;
        return null;
    }

    // The first terminator that is followed by a record or by the end of the input; -1 when there is none.
    private static int EndByTerminator(ReadOnlySpan<byte> rest, bool isComplete)
    {
        for (var from = Leader.Length; from < rest.Length;)
        {
            var found = rest[from..].IndexOf(Separators.Record);
            if (found < 0)
                return -1;
            var end = from + found + 1;
            var after = rest[end..];
            after = after[SeparatorsBefore(after)..];
            if (LeaderShape.IsPlausible(after) || after.Length < Leader.Length && isComplete)
                return end;
            from = end;
        }
        return -1;
    }

    // A record that lost its terminator has swallowed the next one, whose leader and length still fit each other.
    private static int? LeaderWithin(ReadOnlySpan<byte> record)
    {
        for (var i = Leader.Length + 1; i + ShortestRecord <= record.Length; i++)
        {
            var length = LeaderShape.RecordLength(record[i..]);
            if (length >= ShortestRecord && i + length <= record.Length && record[i + length - 1] == Separators.Record
                && LeaderShape.IsCertain(record[i..]))
                return i;
        }
        return null;
    }

    private static int SeparatorsBefore(ReadOnlySpan<byte> bytes)
    {
        var i = bytes.StartsWith("\uFEFF"u8) ? 3 : 0;
        // A leader may begin with blanks where its length was never filled in: those are not separators.
        while (i < bytes.Length && IsSeparator(bytes[i]) && !(bytes[i] == ' ' && LeaderShape.IsPlausible(bytes[i..])))
            i++;
        return i;
    }

    private static bool IsSeparator(byte b) => b is (byte)'\r' or (byte)'\n' or 0 or (byte)' ' or 0x1A or Separators.Record or Separators.Field;
}
