using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Api.Access;
using Platform.Model.Access;

namespace Platform.Api.Tests.Access;

/// <summary>Which bearer tokens the API believes, and for how long.</summary>
public sealed class BearerTests
{
    [Fact]
    public async Task Service_ActsForItsOwnAccountOnly()
    {
        await using var host = await AccessHost.StartAsync();
        var library = await host.Database.HasAsync(A.Library());
        var token = await ServiceTokenAsync(host, new RoleAssignment { Role = Role.Librarian, LibraryId = library.Id, FromOn = A.Today });

        var scope = await host.ScopeOfAsync(token);

        scope!.Permissions.ShouldBe(RolePermissions.Of(Role.Librarian), ignoreOrder: true);
        scope.LibraryIds.ShouldBe([library.Id]);
    }

    [Fact]
    public async Task WrongSecret_GetsNoToken()
    {
        await using var host = await AccessHost.StartAsync();
        await ServiceTokenAsync(host);

        var answer = await host.TokenAsync(("grant_type", "client_credentials"), ("client_id", "robot"), ("client_secret", "guess"));

        answer.GetProperty("error").GetString().ShouldBe("invalid_client");
    }

    [Fact]
    public async Task PersonsName_IsNoClient()
    {
        await using var host = await AccessHost.StartAsync();
        await host.HasPersonAsync("co-hoa");

        var answer = await host.TokenAsync(("grant_type", "client_credentials"), ("client_id", "co-hoa"), ("client_secret", AccessHost.Password));

        answer.GetProperty("error").GetString().ShouldBe("invalid_client");
    }

    [Fact]
    public async Task AlgorithmNone_IsRefused()
    {
        await using var host = await AccessHost.StartAsync();
        var parts = (await ServiceTokenAsync(host)).Split('.');

        var unsigned = $"{Encode("""{"alg":"none","typ":"at+jwt"}""")}.{parts[1]}.";

        (await host.ScopeOfAsync(unsigned)).ShouldBeNull();
        (await host.ScopeOfAsync(unsigned + parts[2])).ShouldBeNull();
    }

    [Fact]
    public async Task TokenSignedWithAnotherKey_IsRefused()
    {
        await using var host = await AccessHost.StartAsync();
        var parts = (await ServiceTokenAsync(host)).Split('.');
        using var key = RSA.Create(2048);

        var forged = key.SignData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        (await host.ScopeOfAsync($"{parts[0]}.{parts[1]}.{WebEncoders.Base64UrlEncode(forged)}")).ShouldBeNull();
    }

    [Fact]
    public async Task PublicKeyUsedAsSecret_IsRefused()
    {
        await using var host = await AccessHost.StartAsync();
        var parts = (await ServiceTokenAsync(host)).Split('.');
        var certificate = host.Services.GetRequiredService<TokenKeys>().Signing[0];
        var head = Encode("""{"alg":"HS256","typ":"at+jwt"}""");

        var forged = HMACSHA256.HashData(Encoding.ASCII.GetBytes(certificate.ExportCertificatePem()), Encoding.ASCII.GetBytes($"{head}.{parts[1]}"));

        (await host.ScopeOfAsync($"{head}.{parts[1]}.{WebEncoders.Base64UrlEncode(forged)}")).ShouldBeNull();
    }

    [Fact]
    public async Task ChangedClaims_AreRefused()
    {
        await using var host = await AccessHost.StartAsync();
        var parts = (await ServiceTokenAsync(host)).Split('.');
        var claims = JsonSerializer.Deserialize<Dictionary<string, object>>(WebEncoders.Base64UrlDecode(parts[1]))!;
        claims["sub"] = "999";

        (await host.ScopeOfAsync($"{parts[0]}.{Encode(JsonSerializer.Serialize(claims))}.{parts[2]}")).ShouldBeNull();
    }

    [Fact]
    public async Task IdTokenAndRefreshToken_AreNoAccessTokens()
    {
        await using var host = await AccessHost.StartAsync();
        await host.HasPortalAsync();
        await host.HasPersonAsync("co-hoa");
        var tokens = await host.RedeemAsync(await host.CodeAsync("co-hoa"));

        (await host.ScopeOfAsync(tokens.GetProperty("id_token").GetString()!)).ShouldBeNull();
        (await host.ScopeOfAsync(tokens.GetProperty("refresh_token").GetString()!)).ShouldBeNull();
    }

    [Fact]
    public async Task ExpiredToken_IsRefused_AlsoWhenItWasJustUsed()
    {
        await using var host = await AccessHost.StartAsync();
        var token = await ServiceTokenAsync(host);
        host.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(2));
        (await host.ScopeOfAsync(token)).ShouldNotBeNull();
        using var stream = await StreamAsync(host, token);

        host.Clock.Advance(TimeSpan.FromSeconds(3));

        (await host.ScopeOfAsync(token)).ShouldBeNull();
        var told = await stream.ReadToEndAsync();
        told.ShouldContain("\"code\":\"TOKEN_EXPIRED\"", customMessage: "a stream ends with the token that opened it");
        told.TrimEnd().ShouldEndWith("event: complete\ndata:");
    }

    private static async Task<StreamReader> StreamAsync(AccessHost host, string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent("""{"query":"subscription { recordChanged { sequence } }"}""", Encoding.UTF8, "application/json"),
            Headers = { { "Accept", "text/event-stream" }, { "Authorization", $"Bearer {token}" } },
        };
        var response = await host.Browser().SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return new StreamReader(await response.Content.ReadAsStreamAsync());
    }

    [Fact]
    public async Task ClosedAccount_IsShutOutWithinSeconds()
    {
        await using var host = await AccessHost.StartAsync();
        var token = await ServiceTokenAsync(host);
        (await host.ScopeOfAsync(token)).ShouldNotBeNull();
        await using (var db = host.Database.Open())
            await db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.ClosedAt, host.Clock.GetUtcNow()), TestContext.Current.CancellationToken);

        host.Clock.Advance(BearerScopes.KeptFor);

        (await host.ScopeOfAsync(token)).ShouldBeNull();
    }

    [Fact]
    public async Task EndedRole_IsGoneTheDayAfter()
    {
        await using var host = await AccessHost.StartAsync(new() { ["Access:AccessTokenMinutes"] = "60" });
        var library = await host.Database.HasAsync(A.Library());
        // 23:30 in Vietnam, so that half an hour later the day has changed.
        var day = Platform.Model.SchoolTime.DayOf(host.Clock.GetUtcNow()).AddDays(1);
        host.Clock.SetUtcNow(Platform.Model.SchoolTime.StartOf(day.AddDays(1)).AddMinutes(-30));
        var token = await ServiceTokenAsync(host, new RoleAssignment { Role = Role.Librarian, LibraryId = library.Id, FromOn = day, UntilOn = day });
        (await host.ScopeOfAsync(token))!.May(Permission.Circulate, library.Id).ShouldBeTrue();

        host.Clock.Advance(TimeSpan.FromMinutes(31));

        (await host.ScopeOfAsync(token))!.May(Permission.Circulate).ShouldBeFalse();
    }

    [Fact]
    public async Task RevokedAccessToken_IsRefusedWithinSeconds()
    {
        await using var host = await AccessHost.StartAsync();
        var token = await ServiceTokenAsync(host);
        (await host.ScopeOfAsync(token)).ShouldNotBeNull();
        using var client = host.Browser();
        await client.PostAsync("/connect/revoke", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["client_id"] = "robot",
            ["client_secret"] = "a-long-secret",
            ["token"] = token,
        }));

        host.Clock.Advance(BearerScopes.KeptFor);

        (await host.ScopeOfAsync(token)).ShouldBeNull();
    }

    [Fact]
    public async Task BadToken_Is401_NeverAnonymous()
    {
        await using var host = await AccessHost.StartAsync();
        using var client = host.Browser();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "nonsense");

        var answer = await client.GetAsync("/graphql?query={__typename}");

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer error=\"invalid_token\"");
        (await answer.Content.ReadAsStringAsync()).ShouldContain("\"code\":\"UNAUTHENTICATED\"");
    }

    [Fact]
    public async Task TokenSaysAKeyAndScopes_AndNothingAboutThePerson()
    {
        await using var host = await AccessHost.StartAsync();
        await host.HasPortalAsync();
        await host.HasPersonAsync("co-hoa");
        var tokens = await host.RedeemAsync(await host.CodeAsync("co-hoa"));

        var claims = JsonDocument.Parse(WebEncoders.Base64UrlDecode(tokens.GetProperty("access_token").GetString()!.Split('.')[1])).RootElement;

        claims.EnumerateObject().Select(c => c.Name).ShouldBe(
            ["iss", "exp", "iat", "aud", "scope", "jti", "sub", "oi_prst", "oi_au_id", "client_id", "oi_tkn_id"], ignoreOrder: true);
    }

    private static string Encode(string json) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(json));

    private static async Task<string> ServiceTokenAsync(AccessHost host, params RoleAssignment[] roles)
    {
        await host.HasAccountAsync("robot", AccountKind.Service, roles);
        await host.HasClientAsync(Clients.Service("robot", "Robot", "a-long-secret"));
        var answer = await host.TokenAsync(("grant_type", "client_credentials"), ("client_id", "robot"), ("client_secret", "a-long-secret"));
        return answer.GetProperty("access_token").GetString()!;
    }
}
