using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Platform.Storage.Export;

namespace Platform.Cli.Storage;

/// <summary><c>platform school export CODE FILE | restore FILE</c>: a school takes everything with it.</summary>
internal static class SchoolCommands
{
    public static Command Create() => new("school", "Takes everything of one school out of the platform, and puts it into an empty installation.") { Export(), Restore() };

    private static Command Export()
    {
        var code = new Argument<string>("CODE") { Description = "Code of the school." };
        var file = new Argument<FileInfo>("FILE") { Description = "The archive to write; it must not exist." };
        var command = new Command("export", "Writes catalogue with MARC, items, patrons, loans, reports, e-resources with their files, accounts and audit of a school into one archive.") { code, file };
        command.SetAction((arguments, cancellationToken) => CommandHost.RunAsync(
            (services, token) => ExportAsync(services, arguments.GetRequiredValue(code), arguments.GetRequiredValue(file), token), cancellationToken));
        return command;
    }

    private static Command Restore()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "An archive made by 'school export'." };
        var command = new Command("restore", "Puts the archive into an empty, migrated installation and checks every table and file by its hash.") { file };
        command.SetAction((arguments, cancellationToken) => CommandHost.RunAsync(
            (services, token) => RestoreAsync(services, arguments.GetRequiredValue(file), token), cancellationToken));
        return command;
    }

    private static async Task<int> ExportAsync(IServiceProvider services, string code, FileInfo file, CancellationToken cancellationToken)
    {
        if (file.Exists)
            return await CommandHost.FailAsync($"'{file.FullName}' exists already; an export never overwrites a file.");
        SchoolManifest? manifest;
        await using (var archive = file.Create())
            manifest = await services.GetRequiredService<SchoolExport>().WriteAsync(code, archive, cancellationToken);
        if (manifest is null)
        {
            file.Delete();
            return await CommandHost.FailAsync($"There is no school '{code}'.");
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Saved {manifest.Tables.Sum(t => t.Rows)} rows of {manifest.Tables.Count(t => t.Rows > 0)} tables and {manifest.Files.Count} files."));
        return CommandHost.Done;
    }

    private static async Task<int> RestoreAsync(IServiceProvider services, FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
            return await CommandHost.FailAsync($"There is no file '{file.FullName}'.");
        await using var archive = file.OpenRead();
        if (await services.GetRequiredService<SchoolRestore>().RestoreAsync(archive, cancellationToken) is { } fault)
            return await CommandHost.FailAsync(fault);
        Console.WriteLine("Restored; every table and file has the hash it had. Run 'search reindex' next.");
        return CommandHost.Done;
    }
}
