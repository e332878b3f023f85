namespace Platform.Marc.Tests.Goldens;

/// <summary>The shared files of real records, and the list of what they hold.</summary>
internal static class SharedMarc
{
    /// <summary>A line of MANIFEST.tsv.</summary>
    public sealed record Entry(string File, string Kind, int? Records)
    {
        public string Path => SharedData.Require("marc", "files", File);

        public string GoldenPath => System.IO.Path.Combine(SharedData.Require("marc", "golden"), File + ".expected.xml.gz");
    }

    public static IReadOnlyList<Entry> Manifest() =>
    [
        .. File.ReadLines(SharedData.Require("marc", "MANIFEST.tsv")).Skip(1).Select(line => line.Split('\t'))
            .Select(cells => new Entry(cells[0], cells[5], int.TryParse(cells[6], out var count) ? count : null)),
    ];

    public static async Task<List<MarcReading>> Read(string path, MarcReadOptions? options = null)
    {
        await using var stream = File.OpenRead(path);
        var readings = new List<MarcReading>();
        await foreach (var reading in MarcReader.ReadAsync(stream, options))
            readings.Add(reading);
        return readings;
    }
}
