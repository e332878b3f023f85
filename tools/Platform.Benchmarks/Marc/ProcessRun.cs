using System.Diagnostics;
using System.Globalization;

namespace Platform.Benchmarks.Marc;

/// <summary>What a process took, from start to end.</summary>
internal sealed record ProcessRun(TimeSpan Elapsed, TimeSpan Processor, long PeakBytes)
{
    private const double TicksPerSecond = 100;

    /// <summary>Runs a command; its output is read and thrown away.</summary>
    public static async Task<ProcessRun> OfAsync(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"'{command[0]}' does not start.");
        var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        var (peak, before) = (0L, ChildrenTicks());
        while (!process.HasExited)
        {
            process.Refresh();
            peak = Math.Max(peak, process.HasExited ? 0 : process.WorkingSet64);
            await Task.Delay(10);
        }
        await Task.WhenAll(output, errors);
        await process.WaitForExitAsync();
        return new ProcessRun(watch.Elapsed, TimeSpan.FromSeconds((ChildrenTicks() - before) / TicksPerSecond), peak);
    }

    // A process that has ended cannot be asked any more: its parent knows what its children took (proc(5): cutime, cstime).
    private static long ChildrenTicks()
    {
        var fields = File.ReadAllText("/proc/self/stat").Split(") ", 2)[1].Split(' ');
        return long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture);
    }

    /// <summary>What a command writes to its standard output.</summary>
    public static async Task<byte[]> OutputOfAsync(string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"'{command[0]}' does not start.");
        var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        return output.ToArray();
    }
}
