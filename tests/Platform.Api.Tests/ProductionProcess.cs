using System.Diagnostics;

namespace Platform.Api.Tests;

/// <summary>The API as a process of its own, in Production, over a data folder of the test's.</summary>
internal sealed class ProductionProcess : IDisposable
{
    private const string Listening = "Now listening on: ";
    private const string Ready = "Ready to answer";

    private readonly Process _process;

    private ProductionProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public int ExitCode => _process.ExitCode;

    public static ProductionProcess Start(params string[] arguments)
    {
        string[] all = [Path.Combine(AppContext.BaseDirectory, "Platform.Api.dll"), "--Demo:Enabled=false", "--Access:Issuer=https://library.test/", "--Graph:WarmUpBursts=1", .. arguments];
        return new ProductionProcess(Process.Start(new ProcessStartInfo("dotnet", all) { WorkingDirectory = Path.GetTempPath(), RedirectStandardOutput = true }.ShortLived())!); // a new process is always given
    }

    /// <summary>Where it listens, once it is ready.</summary>
    public async Task<Uri> AddressAsync()
    {
        Uri? address = null;
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
                address = new Uri(line[(at + Listening.Length)..].Trim());
            if (line.Contains(Ready, StringComparison.Ordinal))
                break;
        }
        // What is not read would stop the process once the pipe is full.
        _ = _process.StandardOutput.ReadToEndAsync();
        return address ?? throw new InvalidOperationException("The process ended before it listened.");
    }

    public Task ExitAsync() => _process.WaitForExitAsync();

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
