namespace Platform.Marc.Tests.Goldens;

/// <summary>Files of three records of which the second is damaged in one way: its neighbours survive, and the damage is reported.</summary>
public sealed class DamageTests
{
    private const string Folder = "_synthetic-malformed";

    [Fact]
    public async Task BothNeighbours_SurviveEveryDamage()
    {
        var controls = await Controls();
        var table = new List<string>();
        foreach (var path in Files())
            table.Add(Line(Path.GetFileNameWithoutExtension(path), await SharedMarc.Read(path), controls));

        Golden.Match(string.Join('\n', table), "tests/Platform.Marc.Tests/Goldens/damage.txt");
        table.Count(line => line.Contains("neighbours 2 of 2", StringComparison.Ordinal)).ShouldBe(53 + controls.Count);
    }

    // File, good neighbours found, fields of the bad record that are as in the undamaged one, and what was reported.
    private static string Line(string name, List<MarcReading> readings, List<string[]> controls)
    {
        var records = readings.Where(r => r.Record is not null).Select(r => CanonicalText.Of(r.Record!)).ToList(); // filtered
        var control = controls.FirstOrDefault(c => records.Contains(c[0])) ?? controls[0];
        var neighbours = new[] { control[0], control[2] }.Count(records.Contains);
        var bad = records.FirstOrDefault(r => r != control[0] && r != control[2]);
        var rules = readings.SelectMany(r => r.Problems).Select(p => $"{p.Severity} {p.Rule} @{p.Offset}").Distinct();
        return $"{name}: neighbours {neighbours} of 2, bad record {FieldsOf(bad, control[1])}, {records.Count} records; {string.Join(", ", rules)}";
    }

    private static string FieldsOf(string? bad, string undamaged)
    {
        var whole = undamaged.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..];
        return bad is null ? "lost" : $"{whole.Count(bad.Split('\n').Contains)}/{whole.Length}";
    }

    private static async Task<List<string[]>> Controls()
    {
        var controls = new List<string[]>();
        foreach (var name in (string[])["a-00-control-all-good-marc8.mrc", "a-00-control-all-good-utf8.mrc"])
            controls.Add([.. (await SharedMarc.Read(SharedData.Require("marc", "files", Folder, name))).Select(r => CanonicalText.Of(r.Record!))]); // sound files
        return controls;
    }

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(SharedData.Require("marc", "files", Folder), "*.mrc").Order(StringComparer.Ordinal);
}
