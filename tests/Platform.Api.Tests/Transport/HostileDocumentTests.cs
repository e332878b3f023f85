using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Platform.Api.GraphQL;
using Platform.Api.Transport;
using Quartz;

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
        { "unknown fields", $"{{ {string.Concat(Enumerable.Range(0, 1_900).Select(i => $"recrods{i} "))} }}", "TOO_MANY_UNKNOWN_NAMES" },
        { "unknown types", $"{{ {string.Concat(Enumerable.Range(0, 100).Select(i => $"... on Libary{i} {{ id }} "))} }}", "TOO_MANY_UNKNOWN_NAMES" },
        { "unknown types of variables", $"query ({string.Concat(Enumerable.Range(0, 200).Select(i => $"$a{i}: [Lon{i}!] "))}) {{ __typename }}", "TOO_MANY_UNKNOWN_NAMES" },
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

    /// <summary>The 21 KB probe is refused on the way to its 2,001st token, before anything is parsed: the benchmark "probes" shows what that costs.</summary>
    [Fact]
    public void OverlappingFieldsProbe_IsRefusedBeforeItIsParsed()
    {
        var probe = $"{{ record(id: 1) {{ {Repeat("title ", 3_500)} }} }}";
        probe.Length.ShouldBeGreaterThan(21_000);

        DocumentScan.Check(probe, new GraphOptions())!.Code.ShouldBe("DOCUMENT_TOO_LARGE");
        // As far as the first 2,000 tokens it would be read, and nothing behind them is looked at.
        DocumentScan.Check(probe[..12_000] + "\"", new GraphOptions())!.Code.ShouldBe("DOCUMENT_TOO_LARGE");
    }

    [Fact]
    public async Task RunningJob_IsUnharmedByHostileDocuments()
    {
        await using var api = await PlatformApi.StartAsync(new() { ["Reporting:Scheduler"] = "InProcess" });
        var scheduler = await api.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var job = JobBuilder.Create<SlowJob>().Build();
        await scheduler.ScheduleJob(job, TriggerBuilder.Create().StartNow().Build());
        await SlowJob.Started.Task;

        foreach (var document in Documents())
            ((int)(await api.PostAsync(document.Data.Item2)).StatusCode).ShouldBe(400, document.Data.Item1);
        SlowJob.MayEnd.SetResult();

        (await SlowJob.Ended.Task).ShouldBe("done");
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

    /// <summary>A job that is at work while documents come in.</summary>
    public sealed class SlowJob : IJob
    {
        public static TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public static TaskCompletionSource MayEnd { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public static TaskCompletionSource<string> Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            Started.SetResult();
            await MayEnd.Task.WaitAsync(cancellationToken);
            Ended.SetResult("done");
        }
    }

    private static string Nested(string open, string close, int length) =>
        Repeat(open, length / (open.Length + close.Length)) + Repeat(close, length / (open.Length + close.Length));

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Aliases(string field, int count, string prefix = "a") => string.Concat(Enumerable.Range(0, count).Select(i => $"{prefix}{i}: {field} "));

    // Each fragment spreads the next ten times.
    private static string Bomb(int levels) => "{ ...F0 } " + string.Concat(Enumerable.Range(0, levels).Select(level =>
        $"fragment F{level} on Query {{ {(level == levels - 1 ? "__typename" : Repeat($"...F{level + 1} ", 10))} }} "));
}
