using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Platform.Api.Access;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Trusted;
using Platform.Api.Tests.Access;
using Platform.Api.Tests.Repository;
using Platform.Model.Access;

namespace Platform.Api.Tests.GraphQL;

/// <summary>Documents that are registered, asked for by their hash, and the only ones that some clients may run.</summary>
public sealed class TrustedDocumentTests
{
    private const string Query = "query Libraries($n: Int! = 2) { libraries(first: $n) { nodes { name } } }";

    // printf '%s' 'query Libraries($n: Int! = 2) { libraries(first: $n) { nodes { name } } }' | sha256sum
    private static readonly string Id = TrustedDocuments.IdOf(TrustedDocuments.HashOf(Query));

    [Fact]
    public async Task RegisteredDocument_IsRunByItsName()
    {
        await using var api = await WithClientAsync();
        await api.Database.HasAsync(A.Library());

        var registered = await RegisterAsync(api, Query);
        api.Scope = Scope.Anonymous;
        using var response = await api.PostTextAsync(JsonSerializer.Serialize(new { documentId = Id }));

        registered.GetProperty("documentIds")[0].GetString().ShouldBe(Id);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("data").GetProperty("libraries").GetProperty("nodes").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("sha256:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("md5:1")]
    [InlineData("anything")]
    public async Task UnknownName_IsNotFound(string id)
    {
        await using var api = await PlatformApi.StartAsync();

        using var response = await api.PostTextAsync(JsonSerializer.Serialize(new { documentId = id }), "application/json");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).ShouldContain("PERSISTED_DOCUMENT_NOT_FOUND");
    }

    [Theory]
    [InlineData("{ recrods { nodes { id } } }", "Cannot query field 'recrods' on type 'Query'.")]
    [InlineData("{", "Expected Name")]
    [InlineData("fragment F on Query { __typename }", "it has no operation.")]
    public async Task DocumentThatCannotBeRun_IsNotRegistered(string document, string why)
    {
        await using var api = await WithClientAsync();

        var payload = await RegisterAsync(api, document);

        payload.GetProperty("documentIds").GetArrayLength().ShouldBe(0);
        payload.GetProperty("errors")[0].GetProperty("message").GetString()!.ShouldContain(why);
    }

    [Fact]
    public async Task Get_IsAnsweredWithATagAndThenNotModified()
    {
        await using var api = await WithClientAsync();
        await RegisterAsync(api, Query);
        api.Scope = Scope.Anonymous;
        var address = new Uri($"/graphql?documentId={Uri.EscapeDataString(Id)}", UriKind.Relative);

        using var first = await api.Http.GetAsync(address);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await api.Http.SendAsync(again);
        await api.Database.HasAsync(A.Library());
        using var asked = new HttpRequestMessage(HttpMethod.Get, address);
        asked.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var changed = await api.Http.SendAsync(asked);

        first.Headers.CacheControl!.ToString().ShouldBe("public, no-cache");
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await second.Content.ReadAsStringAsync()).ShouldBeEmpty();
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        changed.Headers.ETag!.Tag.ShouldNotBe(first.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task AnswerForACallerWithAToken_IsForNoSharedCache()
    {
        await using var api = await WithClientAsync();
        await RegisterAsync(api, Query);

        using var response = await api.Http.GetAsync(new Uri($"/graphql?documentId={Uri.EscapeDataString(Id)}", UriKind.Relative));

        response.Headers.CacheControl!.Private.ShouldBeTrue();
    }

    [Fact]
    public async Task AnonymousCallers_CanBeHeldToRegisteredDocuments()
    {
        await using var api = await WithClientAsync(new() { ["Graph:TrustedDocumentsOnlyForAnonymous"] = "true" });
        api.Scope = Scope.Anonymous;

        using var refused = await api.PostAsync("{ __typename }");

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("TRUSTED_DOCUMENTS_ONLY");
    }

    [Fact]
    public async Task HeldClient_RunsItsOwnDocumentsAndNoOthers()
    {
        await using var host = await AccessHost.StartAsync();
        await host.HasClientAsync(Clients.Service("robot", "Robot", "a-secret-of-the-robot"));
        await host.HasAccountAsync("robot", AccountKind.Service, new RoleAssignment { Role = Role.Portal, FromOn = A.Today });
        var token = (await host.TokenAsync(("grant_type", "client_credentials"), ("client_id", "robot"), ("client_secret", "a-secret-of-the-robot"))).GetProperty("access_token").GetString();
        await host.Database.HasAsync(new ClientRule { ClientId = "robot", TrustedDocumentsOnly = true });
        const string Others = "{ libraries { totalCount } }";
        await host.Database.HasAsync(Document("robot", Query));
        await host.Database.HasAsync(Document("another", Others));
        host.Clock.Advance(TrustedDocuments.KeptFor);

        (await StatusAsync(host, token, new { query = "{ __typename }" })).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(host, token, new { documentId = Id })).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(host, token, new { documentId = TrustedDocuments.IdOf(TrustedDocuments.HashOf(Others)) })).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(host, null, new { query = "{ __typename }" })).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task WithdrawnDocument_IsUnknown()
    {
        await using var api = await WithClientAsync();
        await RegisterAsync(api, Query);

        await api.MutateAsync("withdrawTrustedDocument", $"clientId: \"portal\", documentId: \"{Id}\"", "documentId");

        (await api.PostTextAsync(JsonSerializer.Serialize(new { documentId = Id }))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task RegisteredDocuments_AreKeptBeforeTheProcessIsReady()
    {
        var database = await LibraryDatabase.CreateAsync();
        await database.HasAsync(Document("portal", Query));
        await database.HasAsync(Document("portal", "{ noLongerThere }"));

        await using var api = PlatformApi.Over(database);

        api.Services.GetRequiredService<DocumentCache>().Find(Query).ShouldNotBeNull();
        (await api.Http.GetStringAsync(new Uri("/readyz", UriKind.Relative))).ShouldBe("ready");
    }

    private static TrustedDocument Document(string client, string text) =>
        new() { ClientId = client, Hash = TrustedDocuments.HashOf(text), Text = text, RegisteredAt = A.Noon };

    private static async Task<PlatformApi> WithClientAsync(Dictionary<string, string>? settings = null)
    {
        var api = await PlatformApi.StartAsync(settings);
        api.Scope = new Scope { Actor = "account:1", AccountId = 1, Permissions = RolePermissions.Of(Role.SystemAdministrator) };
        using var scope = api.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<OpenIddict.Abstractions.IOpenIddictApplicationManager>().CreateAsync(Clients.Portal("portal", "Portal", ["https://portal.test/callback"]));
        return api;
    }

    private static async Task<JsonElement> RegisterAsync(PlatformApi api, string document) => (await api.DataAsync(
        "mutation ($input: RegisterTrustedDocumentsInput!) { registerTrustedDocuments(input: $input) { documentIds errors { ... on Error { code message } } } }",
        new { input = new { clientId = "portal", documents = new[] { document } } })).GetProperty("registerTrustedDocuments");

    private static async Task<HttpStatusCode> StatusAsync(AccessHost host, string? token, object request)
    {
        using var browser = host.Browser();
        if (token is not null)
            browser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await browser.PostAsync(new Uri("/graphql", UriKind.Relative), new StringContent(JsonSerializer.Serialize(request), new MediaTypeHeaderValue("application/json")));
        return response.StatusCode;
    }
}
