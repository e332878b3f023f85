using System.Diagnostics;

namespace Platform.Cli.Tests;

/// <summary>Runs the real executable, as a person at a terminal would.</summary>
internal static class PlatformProcess
{
    /// <summary>What it said and how it ended.</summary>
    public sealed record Result(int ExitCode, string Output, string Errors);

    public static Task<Result> RunAsync(params string[] arguments) => RunAsync(null, arguments);

    /// <summary>Runs it with these bytes on standard input.</summary>
    public static async Task<Result> RunAsync(byte[]? input, params string[] arguments)
    {
        using var process = Start(null, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(input ?? []);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new Result(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts it on the data of a folder; the caller disposes it.</summary>
    public static Process Start(string? dataFolder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandHost).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (dataFolder is not null)
            start.Environment["Storage__DataFolder"] = dataFolder;
        return Process.Start(start.ShortLived()) ?? throw new InvalidOperationException("The executable does not start.");
    }
}
