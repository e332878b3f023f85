using System.Diagnostics;

namespace Platform.Api.Tests.Catalogue.Interchange;

/// <summary>Clients and servers of other people, from Debian; a test that needs one is skipped, with the reason, where it is missing.</summary>
internal static class OutsideProgram
{
    /// <summary>Path of a script beside these tests.</summary>
    public static string Script(string name) => Path.Combine(SharedData.ProjectRoot, "tests", "Platform.Api.Tests", "Catalogue", "Interchange", name);

    /// <summary>Runs a program to its end and gives what it printed; exit code 77 means that it misses something of its own.</summary>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 };
        using var process = StartOrSkip(start);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(process.ExitCode == 77, (await errors).Trim());
        process.ExitCode.ShouldBe(0, await output + await errors);
        return await output;
    }

    /// <summary>Starts a program; skips the test where it is not installed.</summary>
    public static Process StartOrSkip(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!; // a new process is always given
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{start.FileName} is not installed.");
            throw;
        }
    }
}
