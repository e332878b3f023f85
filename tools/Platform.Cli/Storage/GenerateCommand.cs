using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Platform.Storage;
using Platform.Storage.Catalogue.Search;
using Platform.Storage.Synthetic;

namespace Platform.Cli.Storage;

/// <summary><c>platform generate --records N --items N --patrons N --loans N [--schools N] [--seed S]</c>.</summary>
internal static class GenerateCommand
{
    public static Command Create()
    {
        var records = Number("--records", "Bibliographic records.", 1000);
        var items = Number("--items", "Copies.", 3000);
        var patrons = Number("--patrons", "Patrons.", 500);
        var loans = Number("--loans", "Loans of the past five years.", 1000);
        var schools = Number("--schools", "Schools with a library.", 20);
        var seed = Number("--seed", "Where the chance begins: the same numbers and seed give the same rows.", 1);
        var command = new Command("generate", "Fills an empty database with invented schools, books, people and loans, and indexes them.") { records, items, patrons, loans, schools, seed };
        command.SetAction((arguments, cancellationToken) =>
        {
            var spec = new SyntheticSpec
            {
                Records = arguments.GetValue(records),
                Items = arguments.GetValue(items),
                Patrons = arguments.GetValue(patrons),
                Loans = arguments.GetValue(loans),
                Schools = arguments.GetValue(schools),
                Seed = arguments.GetValue(seed),
            };
            return CommandHost.RunAsync((services, token) => RunAsync(services, spec, token), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, SyntheticSpec spec, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<DatabaseLifecycle>().PrepareAsync(cancellationToken);
        if (await services.GetRequiredService<SyntheticGroup>().FillAsync(spec, new Line(), cancellationToken) is { } fault)
            return await CommandHost.FailAsync(fault);
        await services.GetRequiredService<IndexFeed>().FollowAsync(Task.CompletedTask, cancellationToken);
        Console.WriteLine($"{spec.Schools} schools, {spec.Records} records, {spec.Items} copies, {spec.Patrons} patrons, {spec.Loans} loans.");
        return CommandHost.Done;
    }

    private static Option<int> Number(string name, string description, int usual) => new(name) { Description = description, DefaultValueFactory = _ => usual };

    private sealed class Line : IProgress<string>
    {
        public void Report(string value)
        {
            if (!Console.IsErrorRedirected)
                Console.Error.Write($"\r{value}  ");
        }
    }
}
