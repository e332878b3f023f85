using Platform.Marc.Input;

namespace Platform.Marc.Iso2709;

/// <summary>Reports leader positions that hold what MARC 21 does not allow there; none of them keeps a record from being read.</summary>
internal static class LeaderInspection
{
    public static void Inspect(Leader leader, ProblemList problems)
    {
        var bytes = leader.Bytes;
        if (bytes[10] != '2' || bytes[11] != '2')
            Report(problems, 10, "22", leader[10..12]);
        if (!bytes[20..24].SequenceEqual("4500"u8))
            Report(problems, 20, "4500", leader[20..24]);
        if (leader[9] is not (' ' or 'a'))
            problems.Add(MarcRule.Leader, MarcSeverity.Note, 9, null, $"Leader/09 is '{leader[9]}': neither blank (MARC-8) nor 'a' (Unicode).");
        if (bytes.IndexOfAnyExceptInRange((byte)' ', (byte)'~') is >= 0 and var place)
            problems.Add(MarcRule.Leader, MarcSeverity.Repaired, place, null, "The leader holds a character that is not printable ASCII.");
    }

    private static void Report(ProblemList problems, int place, string expected, string found) =>
        problems.Add(MarcRule.Leader, MarcSeverity.Note, place, null, $"Leader/{place} is '{found}', MARC 21 has '{expected}' there.");
}
