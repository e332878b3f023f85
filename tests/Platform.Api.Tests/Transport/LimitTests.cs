using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Api.GraphQL;
using Platform.Api.Transport;
using Platform.Model.Access;

namespace Platform.Api.Tests.Transport;

/// <summary>Limits on how often, how long and how much is kept.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task RequestsOverTheRateOfAnAddress_AreToldWhenToComeBack()
    {
        await using var api = await PlatformApi.StartAsync(new() { ["Rates:RequestsPerAddress"] = "10" });
        for (var i = 0; i < 10; i++)
            (await api.PostAsync("{ __typename }")).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var refused = await api.PostAsync("{ __typename }");

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeGreaterThan(0);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("TOO_MANY_REQUESTS");
    }

    [Fact]
    public async Task RequestsOverTheRateOfACaller_RefuseThatCallerOnly()
    {
        await using var api = await PlatformApi.StartAsync(new() { ["Rates:RequestsPerCaller"] = "10" });
        var crawler = new Scope { Actor = "account:1", AccountId = 1, Permissions = RolePermissions.Anonymous };
        api.Scope = crawler;
        for (var i = 0; i < 10; i++)
            (await api.PostAsync("{ __typename }")).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var refused = await api.PostAsync("{ __typename }");
        api.Scope = crawler with { Actor = "account:2", AccountId = 2 };
        using var other = await api.PostAsync("{ __typename }");

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("query ($ids: [ID!]) { libraries(where: { id: { in: $ids } }) { nodes { id } } }", "$ids")]
    [InlineData("query ($w: LibraryFilterInput) { libraries(where: $w) { nodes { id } } }", "$w")]
    public async Task LongListInVariables_IsRefused(string query, string variable)
    {
        await using var api = await PlatformApi.StartAsync();
        var ids = Enumerable.Range(0, 1_001).Select(i => $"{i}").ToArray();
        var variables = new Dictionary<string, object> { [variable[1..]] = variable == "$ids" ? ids : new { id = new { @in = ids } } };

        var answer = await api.AnswerAsync(query, variables);

        answer.GetProperty("errors")[0].GetProperty("message").GetString().ShouldBe($"A list in {variable} has more than 1000 entries.");
    }

    [Fact]
    public async Task LongListInTheDocument_IsRefused()
    {
        await using var api = await PlatformApi.StartAsync(new() { ["Graph:ListEntries"] = "3" });

        var answer = await api.AnswerAsync("{ libraries(where: { and: [{ id: { in: [1, 2, 3, 4] } }] }) { nodes { id } } }");

        answer.GetProperty("errors")[0].GetProperty("message").GetString().ShouldBe("A list in 'where' has more than 3 entries.");
    }

    [Fact]
    public async Task DocumentSeenTwice_IsKept_AndStillAskedForItsPermissions()
    {
        await using var api = await PlatformApi.StartAsync();
        var cache = api.Services.GetRequiredService<DocumentCache>();
        api.Scope = Scope.System;
        const string Query = "{ patrons(first: 1) { totalCount } }";

        await api.DataAsync(Query);
        var onceKept = cache.Find(Query);
        await api.DataAsync(Query);
        var twiceKept = cache.Find(Query);
        api.Scope = Scope.Anonymous;
        var denied = await api.AnswerAsync(Query);

        onceKept.ShouldBeNull();
        twiceKept.ShouldNotBeNull();
        denied.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("UNAUTHENTICATED");
    }

    [Fact]
    public async Task KeptDocument_TakesVariablesAnewAndIsPricedAnew()
    {
        await using var api = await PlatformApi.StartAsync();
        const string Query = "query ($n: Int!) { libraries(first: $n) { nodes { id } } }";
        for (var i = 0; i < 3; i++)
            await api.DataAsync(Query, new { n = 1 });

        var priced = await api.AnswerAsync(Query, new { n = 30 });
        var wrong = await api.AnswerAsync(Query, new { n = "x" });
        var tooMany = await api.AnswerAsync(Query, new { n = 1_000 });

        priced.GetProperty("extensions").GetProperty("cost").GetProperty("points").GetInt32().ShouldBe(31);
        wrong.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("INVALID_VALUE");
        tooMany.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("PAGE_ARGUMENTS");
    }

    [Fact]
    public void DocumentCache_StaysWithinItsBytes()
    {
        using var cache = new DocumentCache(Options.Create(new GraphOptions { DocumentCacheBytes = 1024 * 1024 }));
        for (var i = 0; i < 2_000; i++)
        {
            var text = $"{{ a{i}: records(first: 1) {{ nodes {{ id title author }} }} }}";
            var document = GraphQLParser.Parser.Parse(text);
            cache.Keep(text, document, isTrusted: false);
            cache.Keep(text, document, isTrusted: false);
            cache.Bytes.ShouldBeLessThanOrEqualTo(1024 * 1024);
        }

        cache.Count.ShouldBeGreaterThan(100);
    }

    // The estimate by which the cache is bounded must not be below what a document takes.
    [Fact]
    public void EstimateOfADocument_CoversItsMemory()
    {
        var texts = Enumerable.Range(0, 200).Select(i => $"{{ {string.Concat(Enumerable.Range(0, 300).Select(f => $"f{f} "))} x{i} }}").ToList();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var documents = texts.Select(text => GraphQLParser.Parser.Parse(text)).ToList();
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;

        bytes.ShouldBeLessThan(texts.Sum(t => (long)t.Length) * DocumentCache.BytesPerCharacter);
        GC.KeepAlive(documents);
    }
}
