namespace Platform.Marc.Tests.Goldens;

/// <summary>Every record that a majority of peers reads alike is read alike here, but for differences that were decided on.</summary>
public sealed class GoldenTests
{
    [Fact]
    public async Task EveryRecordWithAMajority_IsReadAlike_OrTheDifferenceIsListed()
    {
        var decided = Decided().ToList();
        var found = new List<string>();
        var compared = 0;
        foreach (var entry in SharedMarc.Manifest().Where(e => File.Exists(e.GoldenPath)))
        {
            var expected = GoldenFile.Read(entry.GoldenPath);
            var actual = (await SharedMarc.Read(entry.Path)).Where(r => r.Record is not null).Select(r => r.Record!).ToList();
            for (var i = 0; i < expected.Count; i++)
            {
                if (expected[i] is not { } majority)
                    continue;
                compared++;
                var ours = i < actual.Count ? CanonicalText.Of(actual[i]) : "(no record)";
                if (ours == majority)
                    continue;
                found.Add($"{entry.File}\t{i + 1}");
                TestContext.Current.TestOutputHelper?.WriteLine($"{entry.File} {i + 1}\n{FirstDifference(majority, ours)}");
            }
        }

        found.Except(decided).ShouldBeEmpty();
        decided.Except(found).ShouldBeEmpty("A listed difference is none any more.");
        compared.ShouldBeGreaterThan(3000);
    }

    private static IEnumerable<string> Decided() =>
        File.ReadLines(Path.Combine(SharedData.ProjectRoot, "tests", "Platform.Marc.Tests", "Goldens", "differences.tsv"))
            .Skip(1).Select(line => string.Join('\t', line.Split('\t')[..2]));

    private static string FirstDifference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(left.Length, right.Length)).First(i => left.ElementAtOrDefault(i) != right.ElementAtOrDefault(i));
        return $"  majority {left.ElementAtOrDefault(line)}\n  ours     {right.ElementAtOrDefault(line)}";
    }
}
