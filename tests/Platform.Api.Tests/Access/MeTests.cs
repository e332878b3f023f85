using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.Api.Access;
using Platform.Model.Access;

namespace Platform.Api.Tests.Access;

/// <summary>From the token to the answer: who the API takes a caller for.</summary>
public sealed class MeTests
{
    private const string Query = """{ me { name roles { nodes { role library { code } } } } myPermissions }""";

    [Fact]
    public async Task BearerOfAToken_IsTheTokensAccount()
    {
        await using var host = await AccessHost.StartAsync();
        var library = await host.Database.HasAsync(A.Library("THHB"));
        var token = await TokenAsync(host, new RoleAssignment { Role = Role.Portal, FromOn = A.Today }, new RoleAssignment { Role = Role.Teacher, LibraryId = library.Id, FromOn = A.Today });

        var answer = await AskAsync(host, token);

        answer.ShouldBe("""{"me":{"name":"robot","roles":{"nodes":[{"role":"PORTAL","library":null},{"role":"TEACHER","library":{"code":"THHB"}}]}},"myPermissions":["READ_CATALOGUE","READ_REPOSITORY","EDIT_REPOSITORY","READ_OWN"]}""");
    }

    [Fact]
    public async Task CallerWithoutToken_IsNobody()
    {
        await using var host = await AccessHost.StartAsync();

        (await AskAsync(host, null)).ShouldBe("""{"me":null,"myPermissions":["READ_CATALOGUE"]}""");
    }

    [Fact]
    public async Task TwoCallersAtOnce_AreNotMixedUp()
    {
        await using var host = await AccessHost.StartAsync();
        var token = await TokenAsync(host);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => AskAsync(host, i % 2 == 0 ? token : null)));

        for (var i = 0; i < answers.Length; i++)
            answers[i].Contains("robot", StringComparison.Ordinal).ShouldBe(i % 2 == 0);
    }

    private static async Task<string> AskAsync(AccessHost host, string? token)
    {
        using var client = host.Browser();
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var answer = await client.PostAsync("/graphql", JsonContent.Create(new { query = Query }));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data").ToString();
    }

    private static async Task<string> TokenAsync(AccessHost host, params RoleAssignment[] roles)
    {
        await host.HasAccountAsync("robot", AccountKind.Service, roles);
        await host.HasClientAsync(Clients.Service("robot", "Robot", "a-long-secret"));
        var answer = await host.TokenAsync(("grant_type", "client_credentials"), ("client_id", "robot"), ("client_secret", "a-long-secret"));
        return answer.GetProperty("access_token").GetString()!;
    }
}
