using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Model.Reporting.Delivery;
using Platform.Reporting.Delivery;

namespace Platform.Cli.Reporting;

/// <summary><c>platform report deliver [--watch]</c>: sends what the ledger holds; any number may run beside each other and beside the server.</summary>
internal static class DeliverCommand
{
    public static Command Create()
    {
        var watch = new Option<bool>("--watch") { Description = "Goes on looking for due deliveries until it is stopped." };
        var command = new Command("deliver", "Sends the deliveries that are due; exit code 1 when some wait again, were rejected or are dead.") { watch };
        command.SetAction((arguments, cancellationToken) => CommandHost.RunAsync(
            (services, token) => arguments.GetValue(watch) ? WatchAsync(services, token) : OnceAsync(services, token), cancellationToken));
        return command;
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
