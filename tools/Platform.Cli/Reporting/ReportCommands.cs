using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Model;
using Platform.Reporting.Definitions;
using Platform.Reporting.Rendering;
using Platform.Reporting.Runs;
using Platform.Reporting.Snapshots;

namespace Platform.Cli.Reporting;

/// <summary><c>platform report list | run CODE | check CODE | sum CODE | deliver | exchange | sign FILE</c>.</summary>
internal static class ReportCommands
{
    private static readonly Argument<string> Code = new("CODE") { Description = "Code of the report, for example R-01." };
    private static readonly Option<string> Library = new("--library") { Description = "Code of the library.", Required = true };
    private static readonly Option<string> Period = new("--period") { Description = "The period: 2026-05, 2025-2026, 2025-2026-HK1, VH-2026.", Required = true };
    private static readonly Option<ReportFormat> Format = new("--format") { Description = "The format of the file.", DefaultValueFactory = _ => ReportFormat.Pdf };
    private static readonly Option<FileInfo?> Output = new("--output", "-o") { Description = "The file to write; without it, the form, library and period name it." };

    public static Command Create() => new("report", "Lists, closes, renders, checks, signs and delivers reports; exchanges data with the sector database.")
    {
        List(),
        Run(),
        Check(),
        SummaryCommand.Create(Code, Period, Format, Output),
        DeliverCommand.Create(),
        ExchangeCommand.Create(Library, Period, Output),
        AnswersCommand.Create(Library),
        SignCommand.Create(Output),
    };

    private static Command List()
    {
        var command = new Command("list", "Lists the reports with their versions, periods and sources.");
        command.SetAction((_, cancellationToken) => CommandHost.RunAsync(ListAsync, cancellationToken));
        return command;
    }

    private static Command Run()
    {
        var command = new Command("run", "Closes the period, unless it is closed, and writes the report as a file.") { Code, Library, Period, Format, Output };
        command.SetAction((arguments, cancellationToken) => CommandHost.RunAsync(
            (services, token) => RunAsync(services, Request(arguments), arguments.GetValue(Format), arguments.GetValue(Output), token), cancellationToken));
        return command;
    }

    private static Command Check()
    {
        var command = new Command("check", "Proves that a closed report is what was frozen; exit code 1 when it is not.") { Code, Library, Period };
        command.SetAction((arguments, cancellationToken) => CommandHost.RunAsync((services, token) => CheckAsync(services, Request(arguments), token), cancellationToken));
        return command;
    }

    private static ReportRequest Request(ParseResult arguments) =>
        new(arguments.GetRequiredValue(Code), arguments.GetRequiredValue(Library), arguments.GetRequiredValue(Period));

    private static async Task<int> ListAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        foreach (var definition in services.GetRequiredService<DefinitionCatalogue>().Definitions)
        {
            var periods = string.Join(", ", definition.Periods);
            await Console.Out.WriteLineAsync($"{definition.Code}  v{definition.Version}  {definition.Name}  [{periods}]".AsMemory(), cancellationToken);
            await Console.Out.WriteLineAsync($"      {definition.Source}{(definition.Confirmed ? "" : " (chưa xác nhận)")}".AsMemory(), cancellationToken);
        }
        return CommandHost.Done;
    }

    private static async Task<int> RunAsync(IServiceProvider services, ReportRequest request, ReportFormat format, FileInfo? output, CancellationToken cancellationToken)
    {
        var outcome = await services.GetRequiredService<ReportRunner>().RunAsync(request, cancellationToken);
        if (outcome.Run is not { } run)
            return await CommandHost.FailAsync(outcome.Message);
        var snapshot = await SnapshotStore.OpenAsync(services.GetRequiredService<LibraryDb>(), run.Id, cancellationToken)
            ?? throw new InvalidOperationException($"Run {run.Id} has no snapshot.");
        var file = ReportFiles.Write(snapshot.Report, format);
        var path = output?.FullName ?? Path.GetFullPath(file.Name);
        await File.WriteAllBytesAsync(path, file.Bytes, cancellationToken);
        await Console.Out.WriteLineAsync($"{(outcome.IsNew ? "Closed" : "Was closed before")}: {path}\nSHA-256 {snapshot.Report.Hash}");
        return CommandHost.Done;
    }

    private static async Task<int> CheckAsync(IServiceProvider services, ReportRequest request, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<LibraryDb>();
        var runId = await db.ReportRuns
            .Where(r => r.DefinitionCode == request.Report && r.Library.Code == request.Library && r.Period == request.Period)
            .OrderByDescending(r => r.DefinitionVersion)
            .Select(r => (long?)r.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (runId is not { } id)
            return await CommandHost.FailAsync($"Report '{request.Report}' of library '{request.Library}' for {request.Period} is not closed.");
        var faults = await SnapshotChain.FaultsOfAsync(db, id, until: null, cancellationToken);
        foreach (var fault in faults)
            await Console.Error.WriteLineAsync(fault.ToString());
        if (faults.Count is 0)
            await Console.Out.WriteLineAsync("The report is what was frozen.");
        return faults.Count is 0 ? CommandHost.Done : CommandHost.Partial;
    }
}
