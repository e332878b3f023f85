namespace Platform.Marc.Iso2709;

/// <summary>Tells whether bytes look like the leader of a record, for finding the way back in a damaged file.</summary>
internal static class LeaderShape
{
    /// <summary>Enough signs of a leader for a place where one is expected: damaged leaders pass.</summary>
    public static bool IsPlausible(ReadOnlySpan<byte> bytes) => Score(bytes) >= 8;

    /// <summary>All signs of a leader: good enough to cut a record that runs on without a terminator.</summary>
    public static bool IsCertain(ReadOnlySpan<byte> bytes) => Score(bytes) >= 13;

    /// <summary>The record length in leader/00-04, or -1.</summary>
    public static int RecordLength(ReadOnlySpan<byte> bytes) => Number(bytes, 0, 5);

    /// <summary>The base address in leader/12-16, or -1.</summary>
    public static int BaseAddress(ReadOnlySpan<byte> bytes) => Number(bytes, 12, 5);

    /// <summary>A number of so many digits at a place, or -1 when they are not all digits.</summary>
    public static int Number(ReadOnlySpan<byte> bytes, int start, int digits)
    {
        if (start + digits > bytes.Length)
            return -1;
        var number = 0;
        foreach (var b in bytes.Slice(start, digits))
        {
            if (b is < (byte)'0' or > (byte)'9')
                return -1;
            number = number * 10 + b - '0';
        }
        return number;
    }

    // Each group of positions adds what it is worth as evidence; 16 in a perfect leader.
    private static int Score(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Leader.Length)
            return 0;
        var score = 0;
        if (RecordLength(bytes) >= 0)
            score += 4;
        if ("acdnposx"u8.Contains(bytes[5]))
            score += 1;
        if (char.IsAsciiLetterLower((char)bytes[6]))
            score += 1;
        if (bytes[7] == ' ' || char.IsAsciiLetterOrDigit((char)bytes[7]))
            score += 1;
        if (bytes[10] == '2' && bytes[11] == '2')
            score += 2;
        if (BaseAddress(bytes) >= Leader.Length)
            score += 4;
        if (bytes[20..24].SequenceEqual("4500"u8))
            score += 3;
        return score;
    }
}
