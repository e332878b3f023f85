using System.Globalization;

namespace Platform.Benchmarks.Marc;

/// <summary>Runs <c>platform marc</c> and yaz-marcdump on the same files in turn and prints the ratio of their times.</summary>
internal static class MarcBenchmark
{
    private const int Rounds = 5;

    public static async Task<int> RunAsync(string records, string platform)
    {
        var folder = Directory.CreateTempSubdirectory("marc-benchmark-").FullName;
        try
        {
            Console.WriteLine("| what | file | yaz cpu s | ours cpu s | times as fast (cpu) | times as fast (wall) | ours peak MB |");
            Console.WriteLine("|---|---|---|---|---|---|---|");
            foreach (var file in await BenchmarkFiles.BuildAsync(records, folder))
            {
                await CompareAsync("to MARCXML", file, ["yaz-marcdump", "-o", "marcxml", "-f", "marc8", "-t", "utf8", file], [platform, "marc", "convert", file, "--to", "marcxml"]);
                await CompareAsync("count", file, ["yaz-marcdump", "-n", file], [platform, "marc", "count", file]);
            }
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // In turn, so that another load on the machine meets both alike; the median of the rounds counts.
    private static async Task CompareAsync(string what, string file, string[] theirs, string[] ours)
    {
        var (yaz, platform) = (new List<ProcessRun>(), new List<ProcessRun>());
        for (var round = 0; round < Rounds; round++)
        {
            yaz.Add(await ProcessRun.OfAsync(theirs));
            platform.Add(await ProcessRun.OfAsync(ours));
        }
        var (yazCpu, ourCpu) = (Median(yaz, r => r.Processor), Median(platform, r => r.Processor));
        var wall = Median(yaz, r => r.Elapsed) / Median(platform, r => r.Elapsed);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {Path.GetFileNameWithoutExtension(file)} | {yazCpu:0.00} | {ourCpu:0.00} | {yazCpu / ourCpu:0.0} | {wall:0.0} | {platform.Max(r => r.PeakBytes) / 1_000_000} |"));
    }

    private static double Median(List<ProcessRun> runs, Func<ProcessRun, TimeSpan> time) =>
        runs.Select(run => time(run).TotalSeconds).Order().ElementAt(runs.Count / 2);
}
