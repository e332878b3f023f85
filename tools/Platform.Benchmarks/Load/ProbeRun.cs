using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Platform.Benchmarks.Load;

/// <summary>Sends documents made to exhaust the server, and prints what one of each costs it in processor time, after warming up.</summary>
internal static class ProbeRun
{
    private const int WarmUps = 300;
    private const int Rounds = 300;

    // What a hostile document may cost at most, in milliseconds of processor; the overlapping fields less.
    private const double Most = 50;
    private const double MostOfOverlapping = 20;

    private static readonly (string What, string Document)[] Probes =
    [
        ("nothing: { __typename }", "{ __typename }"),
        ("21 KB of overlapping fields", $"{{ record(id: 1) {{ {Repeat("title ", 3_500)} }} }}"),
        ("overlapping fields within the tokens", $"{{ {Repeat("records { nodes { items { nodes { id title } } } } ", 100)} }}"),
        ("40 KB of nested selections", Repeat("{a", 13_000) + Repeat("}", 13_000)),
        ("60 KB of nested lists", "{ records(where: " + Repeat("[", 30_000) + Repeat("]", 30_000) + ") { id } }"),
        ("10^8 fields through fragments", Bomb(8)),
        ("aliases through fragments", $"{{ ...F ...G }} fragment F on Query {{ {Aliases(20, "a")} }} fragment G on Query {{ {Aliases(20, "b")} }}"),
        ("1,000 directives", $"{{ __typename {Repeat("@include(if: true) ", 1_000)} }}"),
        ("circular introspection", "{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }"),
        ("1,900 unknown fields", $"{{ {string.Concat(Enumerable.Range(0, 1_900).Select(i => $"recrods{i} "))} }}"),
        ("190 unknown arguments", $"{{ {string.Concat(Enumerable.Range(0, 190).Select(i => $"r{i}: __typename(a{i}: {i}) "))} }}"),
        ("a page of pages of pages", "{ records(first: 100) { nodes { items(first: 100) { nodes { record { items(first: 100) { nodes { id } } } } } } } }"),
    ];

    public static async Task<int> RunAsync(string program)
    {
        var folder = Directory.CreateTempSubdirectory("platform-probe-").FullName;
        using var server = new ServerProcess(program, folder, LoadRun.FreePort());
        try
        {
            await server.StartAsync();
            using var http = new HttpClient { BaseAddress = server.Address };
            // The runtime compiles what is called often only after a pause.
            for (var burst = 0; burst < 3; burst++)
            {
                foreach (var probe in Probes)
                    await SendAsync(http, probe.Document, WarmUps / 3);
                await Task.Delay(TimeSpan.FromSeconds(1.5));
            }
            var isSound = true;
            foreach (var probe in Probes)
                isSound &= await MeasureAsync(server, http, probe.What, probe.Document);
            return isSound ? 0 : 1;
        }
        finally
        {
            server.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Whether the document was refused, and cheaply; the first one asks for nothing and is answered.</summary>
    private static async Task<bool> MeasureAsync(ServerProcess server, HttpClient http, string what, string document)
    {
        var before = server.Measure().Processor;
        var status = await SendAsync(http, document, Rounds);
        var milliseconds = (server.Measure().Processor - before).TotalMilliseconds / Rounds;
        var isSound = (what == Probes[0].What ? status == 200 : status is >= 400 and < 500)
            && milliseconds < (what.Contains("overlapping", StringComparison.Ordinal) ? MostOfOverlapping : Most);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what,-40} {document.Length,8} characters  {status}  {milliseconds,8:0.00} ms of processor{(isSound ? "" : "  TOO MUCH")}"));
        return isSound;
    }

    private static async Task<int> SendAsync(HttpClient http, string document, int times)
    {
        var status = 0;
        var body = JsonSerializer.Serialize(new { query = document });
        for (var i = 0; i < times; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, new MediaTypeHeaderValue("application/json")) };
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/graphql-response+json"));
            using var response = await http.SendAsync(request);
            await response.Content.ReadAsByteArrayAsync();
            status = (int)response.StatusCode;
        }
        return status;
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Aliases(int count, string prefix) => string.Concat(Enumerable.Range(0, count).Select(i => $"{prefix}{i}: records {{ totalCount }} "));

    // Each fragment spreads the next ten times.
    private static string Bomb(int levels) => "{ ...F0 } " + string.Concat(Enumerable.Range(0, levels).Select(level =>
        $"fragment F{level} on Query {{ {(level == levels - 1 ? "__typename" : Repeat($"...F{level + 1} ", 10))} }} "));
}
