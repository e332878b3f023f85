using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Model;
using Platform.Model.Catalogue.Standardising;
using Platform.Storage.Catalogue;

namespace Platform.Cli.Catalogue;

/// <summary><c>platform standardise --library CODE</c> and <c>platform standardise-list LIST</c>.</summary>
internal static class StandardiseCommands
{
    public static Command Create()
    {
        var library = new Option<string>("--library") { Description = "Code of the library.", Required = true };
        var rules = new Option<StandardisationRule[]>("--rule") { Description = "Rules; all when none is named.", AllowMultipleArgumentsPerToken = true };
        var command = new Command("standardise", "Makes review lists of corrections for all records of a library; nothing is changed until a list is applied over GraphQL.") { library, rules };
        command.SetAction((arguments, cancellationToken) => CommandHost.RunAsync(
            (services, token) => PreviewAsync(services, arguments.GetRequiredValue(library), arguments.GetValue(rules) is { Length: > 0 } named ? named : Enum.GetValues<StandardisationRule>(), token),
            cancellationToken));
        return command;
    }

    public static Command CreateList()
    {
        var job = new Argument<long>("LIST") { Description = "Number of the list, as 'standardise' printed it." };
        var rule = new Option<StandardisationRule?>("--rule") { Description = "Only lines of this rule." };
        var command = new Command("standardise-list", "Shows the lines of a review list: record, rule, decision, fields as they are and as they would be.") { job, rule };
        command.SetAction((arguments, cancellationToken) => CommandHost.RunAsync(
            (services, token) => ListAsync(services, arguments.GetRequiredValue(job), arguments.GetValue(rule), token), cancellationToken));
        return command;
    }

    private static async Task<int> PreviewAsync(IServiceProvider services, string code, IReadOnlyList<StandardisationRule> rules, CancellationToken cancellationToken)
    {
        var (db, clock) = (services.GetRequiredService<LibraryDb>(), services.GetRequiredService<TimeProvider>());
        if (await db.Libraries.Where(l => l.Code == code).Select(l => (long?)l.Id).SingleOrDefaultAsync(cancellationToken) is not { } library)
            return await CommandHost.FailAsync($"There is no library with code '{code}'.");
        var last = 0L;
        while (await db.Records.AnyAsync(r => r.LibraryId == library && r.Id > last, cancellationToken))
        {
            var job = await Standardising.PreviewAsync(db, library, rules, last, clock.GetUtcNow(), cancellationToken);
            db.ChangeTracker.Clear();
            last = job.LastRecordId;
            var counts = await db.StandardisationLines.Where(l => l.JobId == job.Id).GroupBy(l => l.Rule).Select(g => new { Rule = g.Key, Lines = g.Count() }).OrderBy(g => g.Rule).ToListAsync(cancellationToken);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"List {job.Id}: {job.Examined} records, {string.Join(", ", counts.Select(c => $"{c.Rule} {c.Lines}"))}"));
        }
        return CommandHost.Done;
    }

    private static async Task<int> ListAsync(IServiceProvider services, long job, StandardisationRule? rule, CancellationToken cancellationToken)
    {
        var lines = services.GetRequiredService<LibraryDb>().StandardisationLines.AsNoTracking().Where(l => l.JobId == job && (rule == null || l.Rule == rule)).OrderBy(l => l.Id);
        await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(cancellationToken))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line.RecordId}\t{line.Rule}\t{line.Decision}\t{OneLine(line.Before)}\t{OneLine(line.After)}\t{line.Reason}"));
        return CommandHost.Done;
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ¦ ");
}
