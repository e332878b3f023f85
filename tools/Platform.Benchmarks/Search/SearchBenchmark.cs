using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Model.Access;
using Platform.Model.Catalogue.Search;
using Platform.Storage;
using Platform.Storage.Catalogue.Import;
using Platform.Storage.Catalogue.Search;
using Platform.Storage.Demo;

namespace Platform.Benchmarks.Search;

/// <summary>
/// How well the search finds what readers mean: recall@10 and mean reciprocal rank over the labelled queries, by kind of typing,
/// on the demo catalogue and, where they are given, real records imported beside it.
/// </summary>
internal static class SearchBenchmark
{
    private const int Depth = 10;

    public static async Task<int> RunAsync(string queries, string? records)
    {
        var folder = Directory.CreateTempSubdirectory("platform-search-").FullName;
        await using var services = Services(folder);
        await LoadAsync(services, records);
        await using var db = services.GetRequiredService<LibraryDbFactory>().For(Scope.System);
        var catalogue = await db.Records.AsNoTracking().Select(r => new CatalogueRecord(r.Id, r.Title, r.Author, r.Series)).ToDictionaryAsync(r => r.Id);
        var search = services.GetRequiredService<IRecordSearch>();
        var scores = new List<Score>();
        foreach (var query in LabelledQuery.Read(queries).Where(q => records is not null || !q.IsShared))
            scores.Add(await ScoreAsync(search, query, catalogue));
        Print(scores, catalogue.Count);
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task<Score> ScoreAsync(IRecordSearch search, LabelledQuery query, Dictionary<long, CatalogueRecord> catalogue)
    {
        var meant = catalogue.Values.Where(r => query.IsMeant(r.Title, r.Author, r.Series)).Select(r => r.Id).ToHashSet();
        if (meant.Count == 0)
            throw new InvalidDataException($"Query '{query.Text}': no record begins with '{query.Title}'.");
        var watch = Stopwatch.StartNew();
        var page = await search.SearchAsync(new RecordSearchRequest { Text = query.Text, First = Depth }, CancellationToken.None);
        var found = page.Hits.Select(hit => meant.Contains(hit.RecordId)).ToList();
        return new Score(query, (double)found.Count(f => f) / Math.Min(Depth, meant.Count), found.IndexOf(true) is >= 0 and var rank ? 1.0 / (rank + 1) : 0, watch.Elapsed);
    }

    private static void Print(List<Score> scores, int records)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{scores.Count} queries, {records} records"));
        Console.WriteLine("kind                  queries  recall@10    MRR   median ms");
        foreach (var group in scores.GroupBy(s => s.Query.Kind).Append(scores.GroupBy(_ => "all").Single()))
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{group.Key,-20}  {group.Count(),7}  {group.Average(s => s.Recall),9:F3}  {group.Average(s => s.Reciprocal),5:F3}  {group.Select(s => s.Time.TotalMilliseconds).Order().ElementAt(group.Count() / 2),9:F1}"));
        foreach (var miss in scores.Where(s => s.Reciprocal < 1))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {miss.Reciprocal:F2} {miss.Query.Kind}: {miss.Query.Text} -> {miss.Query.Title}"));
    }

    private static async Task LoadAsync(ServiceProvider services, string? records)
    {
        await services.GetRequiredService<DatabaseLifecycle>().PrepareAsync(CancellationToken.None);
        await services.GetRequiredService<DemoGroup>().LoadAsync(CancellationToken.None);
        if (records is not null)
            await ImportAsync(services, records);
        services.GetRequiredService<SearchIndex>().TryOpenForWriting();
        await services.GetRequiredService<IndexFeed>().RebuildAsync(null, CancellationToken.None);
    }

    private static async Task ImportAsync(ServiceProvider services, string folder)
    {
        var import = services.GetRequiredService<RecordImport>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.mrc").Order(StringComparer.Ordinal))
            await import.RunAsync(new ImportRequest { Path = file, LibraryCode = "SHARED", CreateLibraryNamed = "Shared" }, null, CancellationToken.None);
    }

    private static ServiceProvider Services(string folder)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:DataFolder", folder)]).Build();
        return new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration)
            .AddPlatformStorage(configuration).AddRecordSearch().BuildServiceProvider();
    }

    private sealed record CatalogueRecord(long Id, string Title, string? Author, string? Series);

    private sealed record Score(LabelledQuery Query, double Recall, double Reciprocal, TimeSpan Time);
}
