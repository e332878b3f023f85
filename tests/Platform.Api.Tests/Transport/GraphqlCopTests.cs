using System.Net;
using System.Text.Json;

namespace Platform.Api.Tests.Transport;

/// <summary>
/// The twelve probes of graphql-cop (dolevf/graphql-cop), with the documents it sends, against Production settings: what it would
/// report must not be there.
/// </summary>
public sealed class GraphqlCopTests(HttpTests.Host host) : IClassFixture<HttpTests.Host>
{
    [Fact]
    public async Task AliasOverloading_IsRefused() =>
        await ShouldBeRefusedAsync($"query cop {{ {string.Concat(Enumerable.Range(0, 101).Select(i => $"alias{i}:__typename "))} }}");

    [Fact]
    public async Task ArrayBatching_IsRefused()
    {
        using var response = await host.Api.PostTextAsync($"[{string.Join(',', Enumerable.Repeat("""{"query":"query cop { __typename }"}""", 10))}]", "application/json");

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain("BATCH_NOT_SUPPORTED");
    }

    [Fact]
    public async Task DirectiveOverloading_IsRefused() =>
        await ShouldBeRefusedAsync($"query cop {{ __typename {string.Concat(Enumerable.Repeat("@aa", 1))}{string.Concat(Enumerable.Repeat("@include(if: true)", 60))} }}");

    [Fact]
    public async Task CircularIntrospection_IsRefused() =>
        await ShouldBeRefusedAsync("query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }");

    [Fact]
    public async Task FieldDuplication_IsRefused() =>
        await ShouldBeRefusedAsync($"query cop {{ {string.Concat(Enumerable.Repeat("__typename \n", 500))} }}");

    [Fact]
    public async Task Introspection_IsRefusedToStrangers() => await ShouldBeRefusedAsync("query cop { __schema { types { name fields { name } } } }");

    [Fact]
    public async Task FieldSuggestions_AreNotGiven()
    {
        var text = (await host.Api.AnswerAsync("query cop { __schema { directive } record2 librariess }")).ToString();

        text.ShouldNotContain("Did you mean", Case.Insensitive);
        text.ShouldNotContain("\"libraries\"");
    }

    [Fact]
    public async Task TraceMode_IsNotThere()
    {
        var answer = await host.Api.AnswerAsync("query cop { __typename }");

        answer.GetProperty("extensions").TryGetProperty("tracing", out _).ShouldBeFalse();
        answer.GetProperty("extensions").EnumerateObject().Select(e => e.Name).ShouldBe(["cost"]);
    }

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/graphiql")]
    [InlineData("/playground")]
    [InlineData("/console")]
    public async Task QueryPage_IsNotServed(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", "text/html");
        using var response = await host.Api.Http.SendAsync(request);

        ((int)response.StatusCode).ShouldBeInRange(400, 499);
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("graphiql", Case.Insensitive);
    }

    // A query by GET is allowed where nothing is at stake: without cookies there is nobody whose will it could borrow.
    [Fact]
    public async Task QueryByGet_WithCookiesIsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=query%20cop%20%7B__typename%7D");
        request.Headers.Add("Cookie", "platform-session=1");

        (await host.Api.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task MutationByGet_IsRefused()
    {
        using var response = await host.Api.Http.GetAsync(new Uri("/graphql?query=mutation%20cop%20%7B__typename%7D", UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task FormEncodedPost_IsRefused()
    {
        using var response = await host.Api.PostTextAsync("query=query%20cop%20%7B__typename%7D", "application/json", "application/x-www-form-urlencoded");

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("\"data\"");
    }

    [Fact]
    public async Task UnhandledError_ShowsNoInside()
    {
        using var response = await host.Api.PostTextAsync("""{"query":"qwerty cop { abc }"}""", "application/json");
        var text = await response.Content.ReadAsStringAsync();

        foreach (var inside in new[] { "exception", "stack", "   at ", ".cs", "GraphQLParser" })
            text.ShouldNotContain(inside, Case.Insensitive);
    }

    private async Task ShouldBeRefusedAsync(string document)
    {
        using var response = await host.Api.PostAsync(document);
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        ((int)response.StatusCode).ShouldBeInRange(400, 499, answer.ToString());
        answer.TryGetProperty("data", out _).ShouldBeFalse();
    }
}
