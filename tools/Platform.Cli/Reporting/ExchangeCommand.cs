using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Model;
using Platform.Model.Libraries;
using Platform.Reporting.Exchange;

namespace Platform.Cli.Reporting;

/// <summary><c>platform report exchange</c>: what changed for the sector database, as a file to look at or entered for delivery.</summary>
internal static class ExchangeCommand
{
    public static Command Create(Option<string> library, Option<string> period, Option<FileInfo?> output)
    {
        var format = new Option<ExchangeFormat>("--format") { Description = "Json or Xml: the records that changed; Xlsx: the portal's facilities table.", DefaultValueFactory = _ => ExchangeFormat.Json };
        var command = new Command("exchange", "Enters what changed for the sector database for delivery; with -o writes it as a file instead, and nothing is entered.") { library, period, format, output };
        command.SetAction((arguments, cancellationToken) => CommandHost.RunAsync(
            async (services, token) => await FindAsync(services, arguments.GetRequiredValue(library), token) is { } found
                ? await RunAsync(services.GetRequiredService<ExchangeDesk>(), found, arguments.GetRequiredValue(period), arguments.GetValue(format), arguments.GetValue(output), token)
                : await CommandHost.FailAsync($"There is no library '{arguments.GetRequiredValue(library)}'."),
            cancellationToken));
        return command;
    }

    private static Task<Library?> FindAsync(IServiceProvider services, string code, CancellationToken cancellationToken) =>
        services.GetRequiredService<LibraryDb>().Libraries.AsNoTracking().FirstOrDefaultAsync(l => l.Code == code, cancellationToken);

    private static async Task<int> RunAsync(ExchangeDesk desk, Library library, string period, ExchangeFormat format, FileInfo? output, CancellationToken cancellationToken)
    {
        if (output is not null)
        {
            var file = await desk.PreviewAsync(library, period, format, cancellationToken);
            await File.WriteAllBytesAsync(output.FullName, file.Bytes, cancellationToken);
            await Console.Out.WriteLineAsync($"{output.FullName}\nSHA-256 {file.Hash}");
            return CommandHost.Done;
        }
        var entry = await desk.EnterAsync(library, period, format, cancellationToken);
        foreach (var fault in entry.Faults)
            await Console.Error.WriteLineAsync(fault);
        foreach (var line in entry.Deliveries)
            await Console.Out.WriteLineAsync($"{line.Key}: {line.State}");
        if (entry.Faults.Count == 0 && entry.Deliveries.Count == 0)
            await Console.Out.WriteLineAsync("Nothing changed, or nobody takes it.");
        return entry.Faults.Count == 0 ? CommandHost.Done : CommandHost.Partial;
    }
}
