using Platform.Marc;
using Platform.Model.Catalogue.Checks;

namespace Platform.Model.Catalogue.Control;

/// <summary>One place in which two states of a record differ, as small as a subfield.</summary>
/// <param name="Kind">What happened there.</param>
/// <param name="Path">Where: <c>245[1]$a[1]</c>, <c>700[2]</c>, <c>LDR</c>; a removed place is named as it was before.</param>
/// <param name="Before">The text before; null where something is added.</param>
/// <param name="After">The text afterwards; null where something is removed.</param>
public sealed record RecordDifference(DifferenceKind Kind, string Path, string? Before, string? After)
{
    /// <summary>All differences, in the record's order; field 005 is no difference.</summary>
    public static IReadOnlyList<RecordDifference> Between(MarcRecord before, MarcRecord after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var found = new List<RecordDifference>();
        if (before.Leader[5..9] != after.Leader[5..9] || before.Leader[17..20] != after.Leader[17..20])
            found.Add(new RecordDifference(DifferenceKind.Changed, "LDR", before.Leader.ToString(), after.Leader.ToString()));
        var (old, now) = (Placed(before), Placed(after));
        foreach (var tag in old.Select(p => p.Field.Tag).Union(now.Select(p => p.Field.Tag)).Where(tag => tag != "005").Order(StringComparer.Ordinal))
            Compare([.. old.Where(p => p.Field.Tag == tag)], [.. now.Where(p => p.Field.Tag == tag)], found);
        return found;
    }

    private static List<(MarcField Field, string Path)> Placed(MarcRecord record) => [.. MarcPlaces.Of(record).Select(p => (p.Field, p.Path))];

    // Fields that are the same stand for each other first; what is left is compared in order.
    private static void Compare(List<(MarcField Field, string Path)> before, List<(MarcField Field, string Path)> after, List<RecordDifference> found)
    {
        foreach (var same in before.ToList())
        {
            var at = after.FindIndex(p => p.Field.Equals(same.Field));
            if (at < 0)
                continue;
            after.RemoveAt(at);
            before.Remove(same);
        }
        for (var i = 0; i < Math.Max(before.Count, after.Count); i++)
            if (i >= before.Count)
                found.Add(new RecordDifference(DifferenceKind.Added, after[i].Path, null, after[i].Field.ToString()));
            else if (i >= after.Count)
                found.Add(new RecordDifference(DifferenceKind.Removed, before[i].Path, before[i].Field.ToString(), null));
            else
                CompareFields(before[i].Field, after[i], found);
    }

    private static void CompareFields(MarcField before, (MarcField Field, string Path) after, List<RecordDifference> found)
    {
        if (before is not DataField old || after.Field is not DataField now)
        {
            found.Add(new RecordDifference(DifferenceKind.Changed, after.Path, before.ToString(), after.Field.ToString()));
            return;
        }
        if ((old.Indicator1, old.Indicator2) != (now.Indicator1, now.Indicator2))
            found.Add(new RecordDifference(DifferenceKind.Changed, after.Path, $"{old.Indicator1}{old.Indicator2}".Replace(' ', '#'), $"{now.Indicator1}{now.Indicator2}".Replace(' ', '#')));
        var texts = MarcPlaces.Of(old, after.Path).ToDictionary(p => p.Path, p => p.Subfield.Value);
        foreach (var (subfield, path, _) in MarcPlaces.Of(now, after.Path))
        {
            if (!texts.Remove(path, out var text))
                found.Add(new RecordDifference(DifferenceKind.Added, path, null, subfield.Value));
            else if (text != subfield.Value)
                found.Add(new RecordDifference(DifferenceKind.Changed, path, text, subfield.Value));
        }
        found.AddRange(texts.Select(gone => new RecordDifference(DifferenceKind.Removed, gone.Key, gone.Value, null)));
    }
}

/// <summary>What happened at a place of a record.</summary>
public enum DifferenceKind : byte
{
    /// <summary>It is new.</summary>
    Added = 1,

    /// <summary>It is gone.</summary>
    Removed = 2,

    /// <summary>It says something else.</summary>
    Changed = 3,
}
