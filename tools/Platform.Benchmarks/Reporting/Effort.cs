using System.Diagnostics;
using System.Globalization;

namespace Platform.Benchmarks.Reporting;

/// <summary>Wall time and processor time of a piece of work: on a busy machine only the second says something.</summary>
internal readonly record struct Effort(TimeSpan Wall, TimeSpan Processor)
{
    public static async Task<(T Result, Effort Effort)> OfAsync<T>(Func<Task<T>> work)
    {
        using var process = Process.GetCurrentProcess();
        var (clock, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        var result = await work();
        var wall = clock.Elapsed;
        process.Refresh();
        return (result, new Effort(wall, process.TotalProcessorTime - before));
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Wall.TotalMilliseconds:0} ms ({Processor.TotalMilliseconds:0} ms of processor)");
}
