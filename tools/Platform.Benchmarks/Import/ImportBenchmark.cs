using System.Globalization;
using Platform.Benchmarks.Marc;
using Platform.Marc;

namespace Platform.Benchmarks.Import;

/// <summary>Imports different records, made of real ones, by the executable into a new SQLite database with its index; once half as many, to see whether memory stays flat.</summary>
internal static class ImportBenchmark
{
    private static readonly string[] Sources =
    [
        "solrmarc+solrmarc/test/data/records/uva_001_2000.slice-1-1200.mrc",
        "evergreen-library-system+Evergreen/Open-ILS/tests/datasets/jazz_1k.slice-1-600.mrc",
        "traject+traject/test/test_support/test_data.utf8.mrc",
        "cse-library+koha_import/book3part0final.mrc",
    ];

    public static async Task<int> RunAsync(string records, string platform, int count)
    {
        var folder = Directory.CreateTempSubdirectory("import-benchmark-").FullName;
        try
        {
            Console.WriteLine("| records | wall s | cpu s | records a second (wall) | peak MB |");
            Console.WriteLine("|---|---|---|---|---|");
            foreach (var size in new[] { count / 2, count })
                await MeasureAsync(folder, await WriteAsync(records, folder, size), platform, size);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string folder, string file, string platform, int size)
    {
        Environment.SetEnvironmentVariable("Storage__DataFolder", Path.Combine(folder, size.ToString(CultureInfo.InvariantCulture)));
        var run = await ProcessRun.OfAsync([platform, "import", file, "--library", "BENCH", "--create-library", "Bench"]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {size} | {run.Elapsed.TotalSeconds:0.0} | {run.Processor.TotalSeconds:0.0} | {size / run.Elapsed.TotalSeconds:0} | {run.PeakBytes / 1_000_000} |"));
    }

    // Byte for byte different: the same record twice is one record.
    private static async Task<string> WriteAsync(string records, string folder, int count)
    {
        var sources = new List<MarcRecord>();
        foreach (var source in Sources)
            await foreach (var reading in ReadAsync(Path.Combine(records, source)))
                sources.Add(reading);
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{count}.mrc"));
        await using var file = File.Create(path);
        for (var number = 0; number < count; number++)
            await file.WriteAsync(Numbered(sources[number % sources.Count], number).ToStored().Bytes);
        return path;
    }

    private static async IAsyncEnumerable<MarcRecord> ReadAsync(string path)
    {
        await using var stream = File.OpenRead(path);
        await foreach (var reading in MarcReader.ReadAsync(stream))
            if (reading.Record is { } record && reading.Problems.All(p => p.Severity == MarcSeverity.Note))
                yield return record;
    }

    private static MarcRecord Numbered(MarcRecord record, int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bench{number:0000000}");
        return MarcRecord.Create(record.Leader.With(9, 'a'), [new ControlField("001", name), .. record.Fields.Where(f => f.Tag != "001"), new DataField("500", ' ', ' ', new Subfield('a', name))]);
    }
}
