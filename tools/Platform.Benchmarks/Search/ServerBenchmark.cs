using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Platform.Benchmarks.Search;

/// <summary>
/// Times of searches through GraphQL on a running server, over HTTP, one after the other. The runtime compiles what is hot only when
/// new code stops appearing: so the server is warmed up in bursts with pauses, and only then measured.
/// </summary>
internal static class ServerBenchmark
{
    private const int Bursts = 6;
    private const int AsksInABurst = 60;
    private const int Rounds = 200;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.3);

    private const string Plain = "query ($text: String) { searchRecords(text: $text, first: 20) { totalCount edges { cursor node { id title author publicationYear } } } }";

    private const string WithFacets = """
        query ($text: String) {
          searchRecords(text: $text, first: 20, facets: [LIBRARY, SUBJECT, DECADE]) {
            totalCount edges { cursor node { id title author publicationYear } } facets { facet values { label count } }
          }
        }
        """;

    // A place in the name of few books, a person, a rare pair; then the syllable that most titles have.
    private static readonly (string Name, string Query, string[] Texts)[] Cases =
    [
        ("rare terms", Plain, ["Chèo Khầu", "Nhằng Chỏn tập hai", "seo lua", "Giàng Khánh Yến", "\"Boán Gống\"", "author:\"Cà Nhật Vy\" toán"]),
        ("commonest syllable, three facets", WithFacets, ["bài", "học", "tập"]),
        ("two common words, three facets", WithFacets, ["bài tập", "học sinh"]),
        ("suggest", "query ($text: String!) { suggest(beginning: $text) }", ["bai t", "nguyen v", "do", "che"]),
    ];

    public static async Task<int> RunAsync(string address)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        Console.WriteLine("case                                  hits  median ms  p95 ms  p99 ms");
        foreach (var (name, query, texts) in Cases)
        {
            await WarmUpAsync(http, query, texts);
            var times = new List<double>();
            for (var round = 0; round < Rounds; round++)
                times.Add((await AskAsync(http, query, texts[round % texts.Length])).Milliseconds);
            var hits = (await AskAsync(http, query, texts[0])).Hits;
            times.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-34}  {hits,8}  {At(times, 50),9:F1}  {At(times, 95),6:F1}  {At(times, 99),6:F1}"));
        }
        return 0;
    }

    private static async Task WarmUpAsync(HttpClient http, string query, string[] texts)
    {
        for (var burst = 0; burst < Bursts; burst++)
        {
            for (var ask = 0; ask < AsksInABurst; ask++)
                await AskAsync(http, query, texts[ask % texts.Length]);
            await Task.Delay(Pause);
        }
    }

    private static async Task<(double Milliseconds, int Hits)> AskAsync(HttpClient http, string query, string text)
    {
        var begun = Stopwatch.GetTimestamp();
        using var response = await http.PostAsJsonAsync("/graphql", new { query, variables = new { text } });
        var answer = await response.Content.ReadAsByteArrayAsync();
        var time = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        using var json = JsonDocument.Parse(answer);
        if (json.RootElement.TryGetProperty("errors", out var errors))
            throw new InvalidOperationException(errors.ToString());
        var data = json.RootElement.GetProperty("data");
        return (time, data.TryGetProperty("searchRecords", out var found) ? found.GetProperty("totalCount").GetInt32() : data.GetProperty("suggest").GetArrayLength());
    }

    private static double At(List<double> sorted, int percent) => sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];
}
