using System.Diagnostics;
using Platform.Model.Access;

namespace Platform.Api.Tests;

/// <summary>The process itself: what stops its start is said in one sentence, and a signal ends it cleanly.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("--Storage:Provider=Oracle", "Storage:Provider must be Sqlite or SqlServer, was 'Oracle'.")]
    [InlineData("--Storage:DataFolder=/proc/nothing", "Storage:DataFolder '/proc/nothing' cannot be written")]
    [InlineData("--Graph:BodyBytes=0", "Graph:BodyBytes is 0; it must be between 1 and 2147483647.")]
    [InlineData("--Access:Issuer=http://library.test/", "Access:Issuer must be the platform's https:// address outside Development, was 'http://library.test/'")]
    [InlineData("--Access:Issuer=", "Access:Issuer must be the platform's https:// address outside Development, was ''")]
    [InlineData("--Demo:Enabled=true", "Demo:Enabled must not be true in the environment 'Production'")]
    [InlineData("--Access:LockMinutes=0", "Access:LockMinutes must be 1 to 1440, was 0.")]
    [InlineData("--Access:TrustedProxies:0=proxy.local", "Access:TrustedProxies must hold IP addresses, one was 'proxy.local'.")]
    [InlineData("--Access:Issuers:0:Name=google", "Access:Issuers:0:Authority must be an https:// address, was ''.")]
    public async Task WrongSetting_StopsTheStartWithASentenceThatNamesIt(string setting, string sentence)
    {
        using var process = Start(setting);
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(1);
        errors.ShouldContain(sentence);
        errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Process_AnswersAndEndsCleanlyOnASignal()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The signal is sent by kill.");
        var folder = Directory.CreateTempSubdirectory("platform-start-").FullName;
        using var process = Start($"--Storage:DataFolder={folder}");
        var output = "";
        while (!output.Contains("Ready to answer", StringComparison.Ordinal) && await process.StandardOutput.ReadLineAsync() is { } line)
            output += line + "\n";

        using (Process.Start("kill", ["-INT", $"{process.Id}"]))
            await process.WaitForExitAsync();

        output.ShouldContain("Ready to answer");
        output.ShouldContain("Now listening on: http://127.0.0.1:");
        process.ExitCode.ShouldBe(0);
        File.Exists(Path.Combine(folder, "library.db")).ShouldBeTrue();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task DatabaseWithDemoAccounts_IsNotServedInProduction()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        await database.HasAsync(new Account { Name = "demo-admin", NameKey = "DEMO-ADMIN", Kind = AccountKind.Service });

        var folder = Directory.CreateTempSubdirectory("platform-start-").FullName;
        using var process = Start($"--ConnectionStrings:Library={database.ConnectionString}", $"--Storage:DataFolder={folder}");
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(1);
        Directory.Delete(folder, recursive: true);
        errors.ShouldContain("The database holds the demo account 'demo-admin', whose password everyone knows");
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Platform.Api.dll"), "--Demo:Enabled=false", "--Access:Issuer=https://library.test/", .. arguments])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" },
        };
        return Process.Start(start.ShortLived())!; // a new process is always given
    }
}
