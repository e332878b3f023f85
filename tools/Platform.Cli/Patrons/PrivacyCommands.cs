using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Model;
using Platform.Storage;
using Platform.Storage.Patrons;

namespace Platform.Cli.Patrons;

/// <summary><c>platform privacy forget [--library CODE]</c>.</summary>
internal static class PrivacyCommands
{
    public static Command Create() => new("privacy", "What people read, and for how long it is tied to them.") { Forget() };

    private static Command Forget()
    {
        var library = new Option<string?>("--library") { Description = "Code of one library; all when not named." };
        var command = new Command("forget", "Cuts long finished loans, holds and charges from the people they belonged to; counts stay what they were.") { library };
        command.SetAction((arguments, cancellationToken) => CommandHost.RunAsync(
            (services, token) => ForgetAsync(services, arguments.GetValue(library), token), cancellationToken));
        return command;
    }

    private static async Task<int> ForgetAsync(IServiceProvider services, string? code, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<DatabaseLifecycle>().PrepareAsync(cancellationToken);
        var db = services.GetRequiredService<LibraryDb>();
        var libraries = await db.Libraries.Where(l => code == null || l.Code == code).OrderBy(l => l.Code).Select(l => new { l.Id, l.Code }).ToListAsync(cancellationToken);
        if (libraries.Count == 0)
            return await CommandHost.FailAsync(code is null ? "There is no library." : $"There is no library '{code}'.");
        var months = services.GetRequiredService<IOptions<PrivacyOptions>>().Value.MonthsLinked;
        foreach (var library in libraries)
        {
            var done = await LinkForgetting.RunAsync(db, library.Id, months, services.GetRequiredService<TimeProvider>().Today(), cancellationToken);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{library.Code}: {done.Loans} loans, {done.Holds} holds, {done.Charges} charges up to {done.UntilOn:yyyy-MM-dd} name nobody any more"));
        }
        return CommandHost.Done;
    }
}
