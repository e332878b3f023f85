using Platform.Marc;

namespace Platform.Benchmarks.Marc;

/// <summary>Makes files of 100 MB of MARC-8, 100 MB of UTF-8 and 200 MB of both, of sound real records repeated.</summary>
internal static class BenchmarkFiles
{
    private const int Size = 100_000_000;

    private static readonly string[] Marc8Sources =
    [
        "solrmarc+solrmarc/test/data/records/uva_001_2000.slice-1-1200.mrc",
        "evergreen-library-system+Evergreen/Open-ILS/tests/datasets/jazz_1k.slice-1-600.mrc",
        "evergreen-library-system+Evergreen/Open-ILS/tests/datasets/auth-1066.slice-1-600.mrc",
        "evergreen-library-system+Evergreen/Open-ILS/tests/datasets/lul_fre_500.slice-1-280.mrc",
        "_constructed-vietnamese/a-marc8-vowelfirst.mrc",
    ];

    private static readonly string[] Utf8Sources =
    [
        "evergreen-library-system+Evergreen/Open-ILS/tests/datasets/nepali.marc",
        "traject+traject/test/test_support/test_data.utf8.mrc",
        "_constructed-vietnamese/a-utf8-nfc.mrc",
    ];

    public static async Task<string[]> BuildAsync(string records, string folder)
    {
        var marc8 = await SoundRecordsAsync(records, Marc8Sources, ' ');
        var source = Path.Combine(folder, "base8.mrc");
        await File.WriteAllBytesAsync(source, marc8);
        byte[] utf8 =
        [
            .. await ProcessRun.OutputOfAsync(["yaz-marcdump", "-o", "marc", "-f", "marc8", "-t", "utf8", "-l", "9=97", source]),
            .. await SoundRecordsAsync(records, Utf8Sources, 'a'),
        ];
        return
        [
            await RepeatAsync(folder, "marc8-100.mrc", Size, marc8),
            await RepeatAsync(folder, "utf8-100.mrc", Size, utf8),
            await RepeatAsync(folder, "mix-200.mrc", 2 * Size, marc8, utf8),
        ];
    }

    private static async Task<byte[]> SoundRecordsAsync(string records, string[] files, char coding)
    {
        var bytes = new MemoryStream();
        foreach (var file in files)
        {
            await using var stream = File.OpenRead(Path.Combine(records, file));
            await foreach (var reading in MarcReader.ReadAsync(stream))
                if (reading.Record is { } record && record.Leader.CharacterCoding == coding && reading.Problems.All(p => p.Severity == MarcSeverity.Note))
                    bytes.Write(record.Bytes.Span);
        }
        return bytes.ToArray();
    }

    private static async Task<string> RepeatAsync(string folder, string name, int size, params byte[][] parts)
    {
        var path = Path.Combine(folder, name);
        await using var file = File.Create(path);
        while (file.Length < size)
            foreach (var part in parts)
                await file.WriteAsync(part);
        return path;
    }
}
