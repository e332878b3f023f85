using System.Collections.Concurrent;
using System.Diagnostics;

namespace Platform.Reporting.Tests.Delivery;

/// <summary><c>platform report deliver --watch</c> as a process of its own, so that it can be killed for real.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();

    private WorkerProcess(Process process) => _process = process;

    /// <summary>What it printed.</summary>
    public string Said => string.Join('\n', _said);

    public static WorkerProcess Start(DeliveryOffice office)
    {
        var start = new ProcessStartInfo("dotnet", [Program(), "report", "deliver", "--watch"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = office.Settings["Storage:DataFolder"],
        };
        foreach (var (key, value) in office.Settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var worker = new WorkerProcess(new Process { StartInfo = start.ShortLived() });
        worker._process.OutputDataReceived += (_, line) => worker._said.Enqueue(line.Data ?? "");
        worker._process.ErrorDataReceived += (_, line) => worker._said.Enqueue(line.Data ?? "");
        worker._process.Start();
        worker._process.BeginOutputReadLine();
        worker._process.BeginErrorReadLine();
        return worker;
    }

    /// <summary>Ends it at once, as a power cut does (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    // The program is built beside the tests: artifacts/bin/PROJECT/CONFIGURATION.
    private static string Program()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(configuration.Parent!.Parent!.FullName, "Platform.Cli", configuration.Name, "platform.dll"); // below artifacts/bin
    }
}
