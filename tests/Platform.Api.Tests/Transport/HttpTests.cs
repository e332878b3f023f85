using System.Net;
using System.Text.Json;

namespace Platform.Api.Tests.Transport;

/// <summary>GraphQL over HTTP: forms, methods, statuses.</summary>
public sealed class HttpTests(HttpTests.Host host) : IClassFixture<HttpTests.Host>
{
    private const string Query = """{"query":"{ __typename }"}""";

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("application/json;q=0.5, application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("text/html, application/json;charset=utf-8", "application/json")]
    public async Task AcceptedForm_IsAnswered(string? accept, string form)
    {
        using var response = await host.Api.PostTextAsync(Query, accept);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().ShouldBe($"{form}; charset=utf-8");
        (await response.Content.ReadAsStringAsync()).ShouldStartWith("""{"data":{"__typename":"Query"},"extensions":{"cost":{"points":0,""");
    }

    [Theory]
    [InlineData("text/html", 406, "NOT_ACCEPTABLE")]
    [InlineData("application/json;charset=latin1", 406, "NOT_ACCEPTABLE")]
    public async Task FormThatCannotBeServed_IsNotAcceptable(string accept, int status, string code) =>
        await ShouldBeRefusedAsync(host.Api.PostTextAsync(Query, accept), status, code);

    [Theory]
    [InlineData("text/plain", 400, "CSRF_PROTECTION")]
    [InlineData("application/x-www-form-urlencoded", 400, "CSRF_PROTECTION")]
    [InlineData("application/graphql", 415, "UNSUPPORTED_MEDIA_TYPE")]
    [InlineData("application/json; charset=iso-8859-1", 415, "UNSUPPORTED_MEDIA_TYPE")]
    public async Task OtherBodies_AreRefused(string contentType, int status, string code) =>
        await ShouldBeRefusedAsync(host.Api.PostTextAsync(Query, contentType: contentType), status, code);

    [Theory]
    [InlineData("{", "INVALID_JSON")]
    [InlineData("[]", "BATCH_NOT_SUPPORTED")]
    [InlineData("\"x\"", "INVALID_REQUEST")]
    [InlineData("""{"query":1}""", "INVALID_REQUEST")]
    [InlineData("""{"query":"{ __typename }","variables":[]}""", "INVALID_REQUEST")]
    [InlineData("""{"query":"{ a }","query":"{ b }"}""", "INVALID_JSON")]
    [InlineData("""{"operationName":"a"}""", "QUERY_MISSING")]
    [InlineData("""{"query":"{"}""", "GRAPHQL_PARSE_FAILED")]
    public async Task RequestThatIsNone_IsNamed(string body, string code) =>
        await ShouldBeRefusedAsync(host.Api.PostTextAsync(body), 400, code);

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("application/graphql-response+json", 400)]
    public async Task UnknownField_IsNamedWithItsPlace(string accept, int status)
    {
        using var response = await host.Api.PostAsync("{ recrods { id } }", accept: accept);
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        ((int)response.StatusCode).ShouldBe(status);
        answer.ToString().ShouldStartWith("""{"errors":[{"message":"Cannot query field 'recrods' on type 'Query'.","locations":[{"line":1,"column":3}],"extensions":{"code":"FIELDS_ON_CORRECT_TYPE","correlationId":""");
    }

    [Fact]
    public async Task Get_AnswersAQueryWithVariables()
    {
        using var response = await host.Api.Http.GetAsync(new Uri("/graphql?query=query%20Q(%24n%3AInt)%7Brecords(first%3A%24n)%7BtotalCount%7D%7D&variables=%7B%22n%22%3A1%7D&operationName=Q", UriKind.Relative));

        (await response.Content.ReadAsStringAsync()).ShouldStartWith("""{"data":{"records":{"totalCount":0}},"extensions":{"cost":{"points":3,""");
    }

    [Fact]
    public async Task Get_WithCookiesNeedsAHeaderThatABrowserDoesNotSendUnasked()
    {
        using var plain = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7B__typename%7D");
        plain.Headers.Add("Cookie", "session=1");
        using var proven = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7B__typename%7D");
        proven.Headers.Add("Cookie", "session=1");
        proven.Headers.Add("GraphQL-Require-Preflight", "1");

        await ShouldBeRefusedAsync(host.Api.Http.SendAsync(plain), 400, "CSRF_PROTECTION");
        (await host.Api.Http.SendAsync(proven)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("HEAD")]
    public async Task OtherMethods_AreNotAllowed(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/graphql");
        using var response = await host.Api.Http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["GET", "POST"]);
    }

    [Fact]
    public async Task Sdl_IsAnsweredOnceAndThenNotModified()
    {
        using var first = await host.Api.Http.GetAsync(new Uri("/graphql?sdl", UriKind.Relative));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/graphql?sdl");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        (await first.Content.ReadAsStringAsync()).ShouldContain("type Query {");
        (await host.Api.Http.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Browser_GetsAPageWithoutOutsideAddresses()
    {
        await using var api = await PlatformApi.StartAsync(new() { ["Graph:QueryPage"] = "true" });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql");
        request.Headers.Add("Accept", "text/html,application/xhtml+xml");
        using var response = await api.Http.SendAsync(request);
        var page = await response.Content.ReadAsStringAsync();

        page.ShouldStartWith("<!doctype html>");
        page.ShouldNotContain("http://");
        page.ShouldNotContain("https://");
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
    }

    [Fact]
    public async Task Health_IsAnswered()
    {
        (await host.Api.Http.GetStringAsync(new Uri("/healthz", UriKind.Relative))).ShouldBe("healthy");
        (await host.Api.Http.GetStringAsync(new Uri("/readyz", UriKind.Relative))).ShouldBe("ready");
    }

    private static async Task ShouldBeRefusedAsync(Task<HttpResponseMessage> answering, int status, string code)
    {
        using var response = await answering;
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        ((int)response.StatusCode).ShouldBe(status);
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe(code);
        answer.TryGetProperty("data", out _).ShouldBeFalse();
    }

    public sealed class Host : IAsyncLifetime
    {
        public PlatformApi Api { get; private set; } = null!; // set before any test runs

        public async ValueTask InitializeAsync() => Api = await PlatformApi.StartAsync();

        public ValueTask DisposeAsync() => Api.DisposeAsync();
    }
}
