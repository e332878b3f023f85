using System.Diagnostics;
using System.Globalization;

namespace Platform.Benchmarks.Load;

/// <summary>The API as a process with the demo group, on a port and over a data folder that outlive it: it can be killed and started again.</summary>
internal sealed class ServerProcess(string program, string folder, int port) : IDisposable
{
    // All clients of the run come from one address, and the demo librarian is one caller: limits on callers are not what is measured.
    private static readonly string[] Generous =
    [
        "--Rates:RequestsPerAddress=1000000", "--Rates:RequestsPerCaller=1000000",
        "--Costs:Portal:PointsPerMinute=100000000", "--Costs:Desk:PointsPerMinute=100000000", "--Costs:Sync:PointsPerMinute=100000000",
    ];

    private Process? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{port}");

    /// <summary>Starts it and waits until it is ready.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [program, "--environment=Development", $"--urls={Address}", $"--Storage:DataFolder={folder}", "--Logging:LogLevel:Default=Warning", .. Generous])
        {
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start)!; // a new process is always given
        _ = _process.StandardOutput.ReadToEndAsync();
        using var http = new HttpClient { BaseAddress = Address };
        while (true)
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The server ended with {_process.ExitCode}.");
            try
            {
                if ((await http.GetAsync(new Uri("/readyz", UriKind.Relative))).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
            await Task.Delay(200);
        }
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(); // it was started; SIGKILL
        await _process.WaitForExitAsync();
    }

    /// <summary>Resident memory in megabytes, and processor time since the start.</summary>
    public (double Megabytes, TimeSpan Processor) Measure()
    {
        _process!.Refresh(); // it was started
        return (_process.WorkingSet64 / 1048576d, _process.TotalProcessorTime);
    }

    public string Describe()
    {
        var (megabytes, processor) = Measure();
        return string.Create(CultureInfo.InvariantCulture, $"{megabytes:0} MB, {processor.TotalSeconds:0} s of processor");
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
            _process.Kill();
        _process?.Dispose();
        _process = null;
    }
}
