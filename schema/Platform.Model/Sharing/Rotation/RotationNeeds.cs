using Platform.Model.Libraries;

namespace Platform.Model.Sharing.Rotation;

/// <summary>A library's readers and holdings, as far as needs follow from them.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Level">Its school's level.</param>
/// <param name="PupilsByGrade">Pupils by grade.</param>
/// <param name="Holdings">Copies held by cell.</param>
public sealed record ReadersAndHoldings(long Id, SchoolLevel Level, IReadOnlyDictionary<int, int> PupilsByGrade, IReadOnlyDictionary<NeedCell, int> Holdings);

/// <summary>
/// Works out what readers miss: a library needs, of each cell, its pupils' share of what the group holds of it. Of a cell for a grade the
/// pupils of that grade count; of any other cell all pupils of schools whose level has such items at all. Pure.
/// </summary>
public static class RotationNeeds
{
    /// <summary>The needs of libraries that hold less than their share, rounded up to whole copies.</summary>
    public static IReadOnlyList<RotationNeed> Of(IReadOnlyList<ReadersAndHoldings> libraries)
    {
        ArgumentNullException.ThrowIfNull(libraries);
        return [.. libraries.SelectMany(l => l.Holdings.Keys).Distinct().OrderBy(c => c.Type).ThenBy(c => c.Grade).ThenBy(c => c.Subject, StringComparer.Ordinal).SelectMany(cell => OfCell(libraries, cell))];
    }

    private static IEnumerable<RotationNeed> OfCell(IReadOnlyList<ReadersAndHoldings> libraries, NeedCell cell)
    {
        var levels = libraries.Where(l => l.Holdings.GetValueOrDefault(cell) > 0).Select(l => l.Level).ToHashSet();
        var held = libraries.Sum(l => (long)l.Holdings.GetValueOrDefault(cell));
        var readers = libraries.ToDictionary(l => l.Id, l => ReadersOf(l, cell, levels));
        var all = readers.Values.Sum(count => (long)count);
        if (all == 0)
            yield break;
        foreach (var library in libraries)
        {
            var share = (int)((held * readers[library.Id] + all - 1) / all);
            var missing = share - library.Holdings.GetValueOrDefault(cell);
            if (missing > 0)
                yield return new RotationNeed(library.Id, cell, missing);
        }
    }

    private static int ReadersOf(ReadersAndHoldings library, NeedCell cell, HashSet<SchoolLevel> levels)
    {
        if (cell.Grade > 0)
            return library.PupilsByGrade.GetValueOrDefault(cell.Grade);
        return levels.Contains(library.Level) || library.Level is SchoolLevel.MultiLevel ? library.PupilsByGrade.Values.Sum() : 0;
    }
}
