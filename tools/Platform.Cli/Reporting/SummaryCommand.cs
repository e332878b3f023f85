using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Platform.Model;
using Platform.Model.Reporting;
using Platform.Reporting.Rendering;
using Platform.Reporting.Summaries;

namespace Platform.Cli.Reporting;

/// <summary><c>platform report sum CODE --organisation|--group CODE --period P</c>: the form of a body above the schools, from their accepted reports.</summary>
internal static class SummaryCommand
{
    private static readonly Option<string?> Organisation = new("--organisation") { Description = "Code of the managing body: a commune, a department." };
    private static readonly Option<string?> Group = new("--group") { Description = "Code of the group of libraries." };

    public static Command Create(Argument<string> code, Option<string> period, Option<ReportFormat> format, Option<FileInfo?> output)
    {
        var command = new Command("sum", "Sums the accepted reports below a managing body, or of a group's members, into its own form and writes it as a file.") { code, Organisation, Group, period, format, output };
        command.SetAction((arguments, cancellationToken) => CommandHost.RunAsync(
            (services, token) => SumAsync(
                services, arguments.GetRequiredValue(code), arguments.GetValue(Organisation), arguments.GetValue(Group), arguments.GetRequiredValue(period),
                summary => ReportFiles.Write(summary.Frozen, arguments.GetValue(format)), arguments.GetValue(output), token),
            cancellationToken));
        return command;
    }

    private static async Task<int> SumAsync(
        IServiceProvider services, string code, string? organisation, string? group, string period, Func<SummaryReport, ReportFile> render, FileInfo? output, CancellationToken cancellationToken)
    {
        if (organisation is null == group is null)
            return await CommandHost.FailAsync("Say either --organisation or --group.");
        if (!ReportPeriod.TryParse(period, out var read))
            return await CommandHost.FailAsync($"'{period}' is no period: write 2026-05, 2025-2026 or 2025-2026-HK1.");
        var (db, desk) = (services.GetRequiredService<LibraryDb>(), services.GetRequiredService<SummaryDesk>());
        var summary = organisation is not null
            ? await desk.OfBodyAsync(db, organisation, code, read, cancellationToken)
            : await desk.OfGroupAsync(db, group!, code, read, cancellationToken); // one of them is given
        if (summary is null)
            return await CommandHost.FailAsync($"There is no form '{code}' of '{organisation ?? group}' for {period}.");
        var file = render(summary);
        var path = output?.FullName ?? Path.GetFullPath(file.Name);
        await File.WriteAllBytesAsync(path, file.Bytes, cancellationToken);
        await Console.Out.WriteLineAsync($"From {summary.Below.Sum(b => b.Reported)} of {summary.Below.Sum(b => b.Expected)} schools: {path}\nSHA-256 {summary.Frozen.Hash}");
        return CommandHost.Done;
    }
}
