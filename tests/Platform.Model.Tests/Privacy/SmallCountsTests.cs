using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Platform.Model.Privacy;

namespace Platform.Model.Tests.Privacy;

/// <summary>What is shown outside the school never gives a small figure about pupils away.</summary>
public sealed class SmallCountsTests
{
    private const int Threshold = 5;

    [Fact]
    public void SmallFigure_TakesASecondOneWithIt_SoThatTheTotalDoesNotTell()
    {
        var counts = SmallCounts.Of([Pupils(3, "A"), Pupils(40, "B"), Pupils(7, "C")], Threshold);

        counts.IsShown([null]).ShouldBeTrue("the total of 50");
        counts.IsShown(["A"]).ShouldBeFalse("3 is small");
        counts.IsShown(["C"]).ShouldBeFalse("50 - 40 - 7 would tell");
        counts.IsShown(["B"]).ShouldBeTrue();
        counts.IsShown(["D"]).ShouldBeTrue("nobody");
    }

    [Fact]
    public void SmallFigureInATable_TakesThreeOthersWithIt()
    {
        var counts = SmallCounts.Of([Pupils(2, "A", "1"), Pupils(20, "A", "2"), Pupils(30, "B", "1"), Pupils(10, "B", "2"), Pupils(9, "C", "1"), Pupils(8, "C", "2")], Threshold);

        new[] { "A1", "A2", "B1", "B2", "C1", "C2" }.Where(cell => counts.IsShown([cell[..1], cell[1..]])).ShouldBe(["B1", "B2"]);
        counts.IsShown(["A", null]).ShouldBeTrue();
        counts.IsShown([null, "1"]).ShouldBeTrue();
    }

    [Fact]
    public void SmallTotal_ShowsNothing_AndWhatIsFinerThanAHiddenFigureIsHidden()
    {
        SmallCounts.Of([Pupils(1, "A"), Pupils(3, "B")], Threshold).IsShown([null]).ShouldBeFalse();
        SmallCounts.Of([Pupils(3, "A", "1"), Pupils(50, "B", "1"), Pupils(60, "C", "1")], Threshold).IsShown(["A", "2"]).ShouldBeFalse("0 beneath a hidden 3");
    }

    [Fact]
    public void SmallFigureOfTeachers_IsShown()
    {
        var counts = SmallCounts.Of([new CountCell(["A", "teacher"], 2, false), Pupils(40, "A", "pupil"), Pupils(50, "B", "pupil"), new CountCell(["B", "teacher"], 1, false)], Threshold);

        counts.IsShown(["A", "teacher"]).ShouldBeTrue();
        counts.IsShown([null, null]).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void NoThreshold_ShowsEverything(int threshold) => SmallCounts.Of([Pupils(1, "A"), Pupils(2, "B")], threshold).IsShown(["A"]).ShouldBeTrue();

    [Fact]
    public void WhateverTheTable_NothingSmallIsShown_NorFollowsFromWhatIsShown() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(Tables().ToArbitrary(), table =>
        {
            var counts = SmallCounts.Of(table, Threshold);
            var figures = Figures(table);
            var shown = figures.Where(figure => counts.IsShown(figure.Key)).ToList();
            var hiddenSmall = figures.Where(figure => !counts.IsShown(figure.Key) && figure.IsAboutPupils && figure.Count is > 0 and < Threshold).ToList();
            return shown.TrueForAll(figure => !figure.IsAboutPupils || figure.Count is 0 or >= Threshold)
                && hiddenSmall.TrueForAll(small => !FollowsFrom(small.Cells, [.. shown.Select(figure => figure.Cells)]))
                && hiddenSmall.TrueForAll(small => RestOfEachTotal(small, figures, counts) >= Threshold);
        }));

    private static CountCell Pupils(long count, params string[] key) => new(key, count, true);

    private static Gen<List<CountCell>> Tables() =>
        from sizes in Gen.Elements(new[] { 3 }, [2, 2], [4, 3], [3, 2, 2], [2, 3, 3])
        from counts in Gen.Frequency((3, Gen.Constant(0)), (4, Gen.Choose(1, 6)), (3, Gen.Choose(5, 60))).ListOf(sizes.Aggregate(1, (a, b) => a * b))
        from teachers in Gen.Elements(true, false)
        select Places(sizes).Select((key, i) => new CountCell(key, counts[i], !teachers || key[^1] != "1")).ToList();

    private static IEnumerable<string[]> Places(IReadOnlyList<int> sizes) => sizes.Aggregate(
        (IEnumerable<string[]>)[[]], (keys, size) => keys.SelectMany(key => Enumerable.Range(0, size).Select(value => (string[])[.. key, $"{value}"])));

    /// <summary>Every figure of every parting, with the cells that it sums.</summary>
    private static List<Figure> Figures(List<CountCell> table)
    {
        var dimensions = table[0].Key.Count;
        return
        [
            .. Enumerable.Range(0, 1 << dimensions).SelectMany(parting => table
                .Select((cell, index) => (Key: cell.Key.Select((value, d) => (parting & (1 << d)) != 0 ? value : null).ToArray(), Index: index))
                .GroupBy(entry => string.Join('|', entry.Key.Select(value => value ?? "*")))
                .Select(group => new Figure(
                    group.First().Key,
                    [.. group.Select(entry => entry.Index)],
                    group.Sum(entry => table[entry.Index].Count),
                    group.Any(entry => table[entry.Index].IsAboutPupils && table[entry.Index].Count > 0)))),
        ];
    }

    // The least that is missing from a shown total which holds the small figure, when what is shown beside it in one dimension is taken away.
    private static long RestOfEachTotal(Figure small, List<Figure> figures, SmallCounts counts) => Enumerable.Range(0, small.Key.Length)
        .Where(d => small.Key[d] is not null)
        .Select(d => (Dimension: d, Total: figures.Single(f => f.Key.SequenceEqual(small.Key.Select((value, i) => i == d ? null : value)))))
        .Where(line => counts.IsShown(line.Total.Key))
        .Select(line => line.Total.Count - figures
            .Where(f => f.Key[line.Dimension] is not null && f.Key.Select((value, i) => i == line.Dimension ? null : value).SequenceEqual(line.Total.Key) && counts.IsShown(f.Key))
            .Sum(f => f.Count))
        .DefaultIfEmpty(long.MaxValue)
        .Min();

    /// <summary>Whether the sum over some cells is a combination of the given sums: Gauss, in the whole numbers modulo a prime.</summary>
    private static bool FollowsFrom(IReadOnlyList<int> cells, List<IReadOnlyList<int>> sums)
    {
        var width = 1 + sums.Append(cells).Max(sum => sum.Max());
        var basis = new List<(int Pivot, long[] Row)>();
        foreach (var sum in sums)
        {
            var row = Reduce(Row(sum, width), basis);
            if (Array.FindIndex(row, value => value != 0) is >= 0 and var pivot)
                basis.Add((pivot, Scale(row, (long)BigInteger.ModPow(row[pivot], Prime - 2, Prime))));
        }
        return Array.TrueForAll(Reduce(Row(cells, width), basis), value => value == 0);
    }

    private const long Prime = 2_147_483_647;

    private static long[] Row(IReadOnlyList<int> cells, int width)
    {
        var row = new long[width];
        foreach (var cell in cells)
            row[cell] = 1;
        return row;
    }

    private static long[] Reduce(long[] row, List<(int Pivot, long[] Row)> basis)
    {
        foreach (var (pivot, known) in basis)
        {
            var factor = row[pivot];
            if (factor != 0)
                row = [.. row.Select((value, i) => ((value - factor * known[i]) % Prime + Prime) % Prime)];
        }
        return row;
    }

    private static long[] Scale(long[] row, long factor) => [.. row.Select(value => value * factor % Prime)];

    private sealed record Figure(string?[] Key, IReadOnlyList<int> Cells, long Count, bool IsAboutPupils);
}
