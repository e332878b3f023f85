using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Model;
using Platform.Model.Reporting.Delivery;
using Platform.Reporting.Delivery;
using Platform.Reporting.Rendering;

namespace Platform.Cli.Reporting;

/// <summary>
/// <c>platform report deliver [CODE --library L --period P] [--watch]</c>: enters a closed report, then sends what the ledger holds; any
/// number may run beside each other and beside the server.
/// </summary>
internal static class DeliverCommand
{
    private static readonly Argument<string?> Code = new("CODE") { Description = "Code of a closed report to enter first, with its library and period.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Library = new("--library") { Description = "Code of the library." };
    private static readonly Option<string?> Period = new("--period") { Description = "The period of the report." };
    private static readonly Option<ReportFormat[]> Formats = new("--format") { Description = "The formats to deliver; PDF and XLSX when nothing is said." };
    private static readonly Option<bool> Watch = new("--watch") { Description = "Goes on looking for due deliveries until it is stopped." };

    public static Command Create()
    {
        var command = new Command("deliver", "Sends the deliveries that are due; exit code 1 when some wait again, were rejected or are dead.") { Code, Library, Period, Formats, Watch };
        command.SetAction((arguments, cancellationToken) => CommandHost.RunAsync(
            async (services, token) => await EnterAsync(services, arguments, token) is { } fault ? await CommandHost.FailAsync(fault)
                : arguments.GetValue(Watch) ? await WatchAsync(services, token)
                : await OnceAsync(services, token),
            cancellationToken));
        return command;
    }

    // What is wrong, or null when the report is entered or none was named.
    private static async Task<string?> EnterAsync(IServiceProvider services, ParseResult arguments, CancellationToken cancellationToken)
    {
        if (arguments.GetValue(Code) is not { } code)
            return null;
        var (library, period) = (arguments.GetValue(Library), arguments.GetValue(Period));
        var run = await services.GetRequiredService<LibraryDb>().ReportRuns.AsNoTracking()
            .Where(r => r.DefinitionCode == code && r.Library.Code == library && r.Period == period)
            .OrderByDescending(r => r.DefinitionVersion)
            .Select(r => (long?)r.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (run is not { } id)
            return $"Report '{code}' of library '{library}' for '{period}' is not closed.";
        var formats = arguments.GetValue(Formats) is { Length: > 0 } asked ? asked : ReportPost.UsualFormats;
        return await services.GetRequiredService<ReportPost>().EnterAsync(id, formats, cancellationToken) is { Count: > 0 }
            ? null
            : $"No body that manages library '{library}' takes report '{code}'.";
    }

    private static async Task<int> OnceAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var tally = await services.GetRequiredService<DeliveryDispatcher>().RunAsync(cancellationToken);
        Print(tally);
        return tally[DeliveryState.Accepted] + tally[DeliveryState.Sent] == tally.Attempts ? CommandHost.Done : CommandHost.Partial;
    }

    private static async Task<int> WatchAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var dispatcher = services.GetRequiredService<DeliveryDispatcher>();
        using var timer = new PeriodicTimer(services.GetRequiredService<IOptions<DeliveryOptions>>().Value.Interval);
        try
        {
            do
            {
                var tally = await dispatcher.RunAsync(cancellationToken);
                if (tally.Attempts > 0)
                    Print(tally);
            }
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl+C: what was being sent is taken up again when its lease ends.
        }
        return CommandHost.Done;
    }

    private static void Print(DeliveryTally tally) => Console.WriteLine(
        $"Attempts {tally.Attempts}: accepted {tally[DeliveryState.Accepted]}, sent {tally[DeliveryState.Sent]}, waiting again {tally[DeliveryState.Waiting]}, "
        + $"rejected {tally[DeliveryState.Rejected]}, dead {tally[DeliveryState.Dead]}.");
}
