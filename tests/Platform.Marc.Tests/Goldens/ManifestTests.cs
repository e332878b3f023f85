namespace Platform.Marc.Tests.Goldens;

/// <summary>Every file of the manifest gives as many records as it is known to hold.</summary>
public sealed class ManifestTests
{
    [Fact]
    public async Task EveryFile_GivesItsRecords_OrTheDifferenceIsListed()
    {
        var decided = File.ReadLines(Path.Combine(SharedData.ProjectRoot, "tests", "Platform.Marc.Tests", "Goldens", "counts.tsv"))
            .Skip(1).Select(line => string.Join('\t', line.Split('\t')[..2])).ToList();
        var found = new List<string>();
        foreach (var entry in SharedMarc.Manifest().Where(e => e.Records is not null))
        {
            var count = (await SharedMarc.Read(entry.Path)).Count(r => r.Record is not null);
            if (count != entry.Records)
                found.Add($"{entry.File}\t{entry.Records} -> {count}");
        }

        found.ShouldBe(decided, ignoreOrder: true);
    }
}
