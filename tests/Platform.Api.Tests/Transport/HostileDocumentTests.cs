using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Platform.Api.Tests.Transport;

/// <summary>Documents made to exhaust the server: each is refused by a 4xx that names the limit, and the process lives.</summary>
public sealed class HostileDocumentTests(HttpTests.Host host) : IClassFixture<HttpTests.Host>
{
    public static TheoryData<string, string, string> Documents() => new()
    {
        { "2,000 lines", string.Concat(Enumerable.Repeat("query { __typename }\n", 2_000)), "DOCUMENT_TOO_LARGE" },
        { "40 KB of nested selections", Nested("{a", "}", 40_000), "DOCUMENT_TOO_DEEP" },
        { "60 KB of nested lists", "{ records(where: " + Nested("[", "]", 60_000) + ") { id } }", "DOCUMENT_TOO_DEEP" },
        { "60 KB of nested objects", "{ records(where: " + Nested("{a:", "}", 60_000) + ") { id } }", "DOCUMENT_TOO_DEEP" },
        { "nested list types", $"query ($a: {Nested("[", "]", 1_000)}) {{ __typename }}", "DOCUMENT_TOO_DEEP" },
        { "3,000 times one field", $"{{ record(id: 1) {{ {Repeat("title ", 3_000)} }} }}", "DOCUMENT_TOO_LARGE" },
        { "1,000 times one field", $"{{ record(id: 1) {{ {Repeat("title ", 1_000)} }} }}", "DOCUMENT_TOO_LARGE" },
        { "aliases", $"{{ {Aliases("records { totalCount }", 31)} }}", "DOCUMENT_TOO_LARGE" },
        { "aliases through fragments", $"{{ ...F ...G }} fragment F on Query {{ {Aliases("records { totalCount }", 20)} }} fragment G on Query {{ {Aliases("records { totalCount }", 20, "b")} }}", "DOCUMENT_TOO_LARGE" },
        { "10^8 fields through fragments", Bomb(8), "DOCUMENT_TOO_LARGE" },
        { "directives", $"{{ __typename {Repeat("@include(if: true) ", 51)} }}", "DOCUMENT_TOO_LARGE" },
        { "overlapping fields", $"{{ {Repeat("records { nodes { items { nodes { id title } } } } ", 100)} }}", "DOCUMENT_TOO_LARGE" },
        { "circular introspection", "{ __schema { types { fields { type { fields { type { name } } } } } } }", "DOCUMENT_TOO_DEEP" },
        { "fields nested without end", "{ records { nodes " + string.Concat(Enumerable.Repeat("{ items { nodes { record ", 5)) + "{ id }" + Repeat(" } } }", 5) + " } }", "DOCUMENT_TOO_DEEP" },
    };

    [Theory]
    [MemberData(nameof(Documents), DisableDiscoveryEnumeration = true)]
    public async Task HostileDocument_IsRefusedByItsLimit(string what, string document, string code)
    {
        var before = Environment.ProcessId;

        using var response = await host.Api.PostAsync(document);
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        ((int)response.StatusCode).ShouldBe(400, what);
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe(code, what);
        (await host.Api.DataAsync("{ __typename }")).ToString().ShouldBe("""{"__typename":"Query"}""");
        Environment.ProcessId.ShouldBe(before);
    }

    [Theory]
    [InlineData(400_000)]
    [InlineData(4_000_000)]
    public async Task BodyOverTheLimit_IsTooLarge(int length)
    {
        using var response = await host.Api.PostAsync(Nested("{a", "}", length));

        ((int)response.StatusCode).ShouldBe(413);
        (await response.Content.ReadAsStringAsync()).ShouldContain("BODY_TOO_LARGE");
    }

    [Fact]
    public async Task DeepVariables_AreNoJsonForUs()
    {
        using var response = await host.Api.PostTextAsync("{\"query\":\"{ __typename }\",\"variables\":{\"a\":" + Nested("[", "]", 40_000) + "}}");

        ((int)response.StatusCode).ShouldBe(400);
        (await response.Content.ReadAsStringAsync()).ShouldContain("INVALID_JSON");
    }

    [Fact]
    public async Task OverlappingFieldsProbe_CostsLessThanTwentyMilliseconds()
    {
        var body = JsonSerializer.Serialize(new { query = $"{{ record(id: 1) {{ {Repeat("title ", 3_500)} }} }}" });
        body.Length.ShouldBeGreaterThan(21_000);
        for (var i = 0; i < 20; i++)
            (await host.Api.PostTextAsync(body)).Dispose();

        var best = double.MaxValue;
        for (var i = 0; i < 20; i++)
        {
            var started = Stopwatch.GetTimestamp();
            (await host.Api.PostTextAsync(body)).Dispose();
            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        best.ShouldBeLessThan(20);
    }

    [Fact]
    public async Task IntrospectionOfAnIde_PassesTheLimits()
    {
        using var file = typeof(HostileDocumentTests).Assembly.GetManifestResourceStream("introspection.graphql")!;
        using var reader = new StreamReader(file, Encoding.UTF8);
        await using var api = await PlatformApi.StartAsync(new() { ["Graph:Introspection"] = "Everyone" });

        var data = await api.DataAsync(await reader.ReadToEndAsync());

        data.GetProperty("__schema").GetProperty("types").GetArrayLength().ShouldBeGreaterThan(20);
    }

    private static string Nested(string open, string close, int length) =>
        Repeat(open, length / (open.Length + close.Length)) + Repeat(close, length / (open.Length + close.Length));

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Aliases(string field, int count, string prefix = "a") => string.Concat(Enumerable.Range(0, count).Select(i => $"{prefix}{i}: {field} "));

    // Each fragment spreads the next ten times.
    private static string Bomb(int levels) => "{ ...F0 } " + string.Concat(Enumerable.Range(0, levels).Select(level =>
        $"fragment F{level} on Query {{ {(level == levels - 1 ? "__typename" : Repeat($"...F{level + 1} ", 10))} }} "));
}
