using System.Diagnostics;

namespace Platform.Api.Tests;

/// <summary>
/// Outside tools from npm, by the lock file in <c>node/</c>. They are installed once, under <c>artifacts</c>; a test that needs them
/// is skipped, with the reason, where Node.js or the registry is missing.
/// </summary>
internal static class NodeTools
{
    private static readonly string Source = Path.Combine(SharedData.ProjectRoot, "tests", "Platform.Api.Tests", "node");
    private static readonly string Home = Path.Combine(SharedData.ProjectRoot, "artifacts", "node-tools");
    private static readonly Lazy<Task<string?>> WhyNot = new(InstallAsync);

    /// <summary>Runs a script of the <c>node/</c> folder, or a tool of its packages, and gives what it printed; fails the test unless it ends well.</summary>
    public static Task<string> RunAsync(params string[] arguments) => RunInAsync(Home, arguments);

    /// <summary>Runs a tool of the packages in a folder that <see cref="Copy"/> made.</summary>
    public static async Task<string> RunInAsync(string folder, params string[] arguments)
    {
        var missing = await WhyNot.Value;
        Assert.SkipWhen(missing is not null, missing ?? "");
        var (exit, output) = await ExecuteAsync("node", arguments, folder);
        exit.ShouldBe(0, output);
        return output;
    }

    /// <summary>Starts a script of the <c>node/</c> folder that serves until its standard input ends; gives it with the first line it printed.</summary>
    public static async Task<(Process Server, string Line)> StartAsync(string script)
    {
        var missing = await WhyNot.Value;
        Assert.SkipWhen(missing is not null, missing ?? "");
        var server = Process.Start(new ProcessStartInfo("node", [script]) { WorkingDirectory = Home, RedirectStandardInput = true, RedirectStandardOutput = true })!; // a new process is always given
        return (server, await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{script} ended without a line."));
    }

    /// <summary>Path of a tool's script below the packages.</summary>
    public static string Package(string path) => Path.Combine(Home, "node_modules", path);

    /// <summary>Copies folders of the project to a place below the packages, so that what they import is found; gives that place.</summary>
    public static string Copy(params string[] folders)
    {
        var place = Path.Combine(Home, "work", Guid.NewGuid().ToString("N"));
        foreach (var folder in folders)
        {
            var source = Path.Combine(SharedData.ProjectRoot, folder);
            foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(place, folder, Path.GetRelativePath(source, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!); // a file below a folder has one
                File.Copy(file, target);
            }
        }
        return place;
    }

    private static async Task<string?> InstallAsync()
    {
        if ((await ExecuteAsync("node", ["--version"], Source)).Exit != 0)
            return "Node.js is not installed.";
        Directory.CreateDirectory(Home);
        await using var one = await OneInstallerAsync();
        foreach (var file in Directory.EnumerateFiles(Source))
            File.Copy(file, Path.Combine(Home, Path.GetFileName(file)), overwrite: true);
        var stamp = Path.Combine(Home, "installed.json");
        var wanted = await File.ReadAllTextAsync(Path.Combine(Source, "package-lock.json"));
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp) == wanted)
            return null;
        var (exit, output) = await ExecuteAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps", "--prefer-offline", "--fetch-retries=1"], Home);
        if (exit != 0)
            return $"The npm packages could not be installed: {output.Trim().Split('\n')[^1]}";
        await File.WriteAllTextAsync(stamp, wanted);
        return null;
    }

    // Several test processes may start together; the file is released when its owner ends, however it ends.
    private static async Task<FileStream> OneInstallerAsync()
    {
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(Home, "install.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(500);
            }
        }
    }

    private static async Task<(int Exit, string Output)> ExecuteAsync(string program, string[] arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!; // a new process is always given
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, await output + await errors);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (127, $"{program} is not installed.");
        }
    }
}
