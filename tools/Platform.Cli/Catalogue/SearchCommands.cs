using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Model;
using Platform.Model.Catalogue.Search;
using Platform.Storage;
using Platform.Storage.Catalogue.Search;

namespace Platform.Cli.Catalogue;

/// <summary><c>platform search reindex</c> and <c>platform search query TEXT</c>.</summary>
internal static class SearchCommands
{
    public static Command Create() => new("search", "Rebuilds and asks the search index of this node.") { Reindex(), Query() };

    private static Command Reindex()
    {
        var command = new Command("reindex", "Builds the index anew from the database; the server must be stopped.");
        command.SetAction((_, cancellationToken) => CommandHost.RunAsync(ReindexAsync, cancellationToken));
        return command;
    }

    private static Command Query()
    {
        var text = new Argument<string>("TEXT") { Description = "What to look for." };
        var first = new Option<int>("--first") { Description = "How many hits to show.", DefaultValueFactory = _ => 10 };
        var after = new Option<string?>("--after") { Description = "The cursor after which to go on." };
        var facets = new Option<RecordFacet[]>("--facet") { Description = "Facets to count." };
        var command = new Command("query", "Shows the records that match, best first.") { text, first, after, facets };
        command.SetAction((arguments, cancellationToken) =>
        {
            var request = new RecordSearchRequest
            {
                Text = arguments.GetRequiredValue(text),
                First = arguments.GetValue(first),
                After = arguments.GetValue(after),
                Facets = arguments.GetValue(facets) ?? [],
            };
            return CommandHost.RunAsync((services, token) => QueryAsync(services, request, token), cancellationToken);
        });
        return command;
    }

    private static async Task<int> ReindexAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<DatabaseLifecycle>().PrepareAsync(cancellationToken);
        var index = services.GetRequiredService<SearchIndex>();
        if (!index.TryOpenForWriting())
            return await CommandHost.FailAsync($"Another process writes the index in '{index.Folder}': stop it first.");
        var count = await services.GetRequiredService<IndexFeed>().RebuildAsync(null, cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} records indexed."));
        return CommandHost.Done;
    }

    private static async Task<int> QueryAsync(IServiceProvider services, RecordSearchRequest request, CancellationToken cancellationToken)
    {
        RecordSearchPage page;
        try
        {
            page = await services.GetRequiredService<IRecordSearch>().SearchAsync(request, cancellationToken);
        }
        catch (FormatException fault)
        {
            return await CommandHost.FailAsync(fault.Message);
        }
        await PrintAsync(services.GetRequiredService<LibraryDb>(), page, cancellationToken);
        return page.Total > 0 ? CommandHost.Done : CommandHost.Partial;
    }

    private static async Task PrintAsync(LibraryDb db, RecordSearchPage page, CancellationToken cancellationToken)
    {
        var ids = page.Hits.Select(hit => hit.RecordId).ToList();
        var records = await db.Records.AsNoTracking().Where(r => ids.Contains(r.Id))
            .Select(r => new { r.Id, r.Title, r.Author, r.PublicationYear }).ToDictionaryAsync(r => r.Id, cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page.Total} records{(page.Leniency is SearchLeniency.None ? "" : $" ({page.Leniency})")}"));
        foreach (var hit in page.Hits)
            if (records.TryGetValue(hit.RecordId, out var record))
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{hit.Score,6} {hit.RecordId,8}  {record.Title} | {record.Author} | {record.PublicationYear}"));
        foreach (var (facet, values) in page.Facets)
            Console.WriteLine($"{facet}: {string.Join(", ", values.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Value} {v.Count}")))}");
        if (page.HasMore)
            Console.WriteLine($"More: --after {page.Hits[^1].Cursor}");
    }
}
