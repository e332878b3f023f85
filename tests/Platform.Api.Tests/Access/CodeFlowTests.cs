using System.Net;
using Platform.Model.Access;

namespace Platform.Api.Tests.Access;

/// <summary>A portal lets its user sign in (OAuth 2.1 authorization code with PKCE).</summary>
public sealed class CodeFlowTests
{
    [Fact]
    public async Task SignedInLibrarian_GivesThePortalNoMoreThanItAskedFor()
    {
        await using var host = await AccessHost.StartAsync();
        var library = await host.Database.HasAsync(A.Library());
        var account = await HasLibrarianAsync(host, library.Id);

        var tokens = await host.RedeemAsync(await host.CodeAsync("co-hoa", ("scope", "openid catalogue own")));

        var scope = await host.ScopeOfAsync(tokens.GetProperty("access_token").GetString()!);
        scope.ShouldNotBeNull();
        scope.AccountId.ShouldBe(account.Id);
        scope.Permissions.ShouldBe([Permission.ReadCatalogue, Permission.ReadRepository, Permission.ReadOwn], ignoreOrder: true);
    }

    [Fact]
    public async Task DeskScope_GivesTheDeskOfTheOwnLibrary()
    {
        await using var host = await AccessHost.StartAsync();
        var library = await host.Database.HasAsync(A.Library());
        await HasLibrarianAsync(host, library.Id);

        var tokens = await host.RedeemAsync(await host.CodeAsync("co-hoa"));

        var scope = await host.ScopeOfAsync(tokens.GetProperty("access_token").GetString()!);
        scope!.ReachOf(Permission.Circulate).LibraryIds.ShouldBe([library.Id]);
        scope.May(Permission.ManageAccounts).ShouldBeFalse();
        tokens.TryGetProperty("id_token", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task StateComesBack_AndTheAnswerNamesTheIssuer()
    {
        await using var host = await StartWithPortalAsync();
        using var browser = host.Browser();

        var answer = await AccessHost.CallbackAsync(browser, "co-hoa", AccessHost.AuthorizeAddress());

        answer["state"].ShouldBe("s-1");
        answer["iss"].ShouldBe("https://library.test/");
    }

    [Fact]
    public async Task UsedCode_IsRefused_AndTakesItsTokensWithIt()
    {
        await using var host = await StartWithPortalAsync();
        var code = await host.CodeAsync("co-hoa");
        var tokens = await host.RedeemAsync(code);

        var replay = await host.RedeemAsync(code);

        replay.GetProperty("error").GetString().ShouldBe("invalid_grant");
        (await host.RefreshAsync(tokens)).GetProperty("error").GetString().ShouldBe("invalid_grant");
        (await host.ScopeOfAsync(tokens.GetProperty("access_token").GetString()!)).ShouldBeNull();
    }

    [Fact]
    public async Task CodeOlderThanTwoMinutes_IsRefused()
    {
        await using var host = await StartWithPortalAsync();
        var code = await host.CodeAsync("co-hoa");

        host.Clock.Advance(TimeSpan.FromSeconds(121));

        (await host.RedeemAsync(code)).GetProperty("error").GetString().ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task WrongVerifier_IsRefused()
    {
        await using var host = await StartWithPortalAsync();
        var code = await host.CodeAsync("co-hoa");

        var answer = await host.TokenAsync(
            ("grant_type", "authorization_code"), ("client_id", AccessHost.Portal), ("code", code),
            ("redirect_uri", AccessHost.Callback), ("code_verifier", "another-verifier-that-is-also-long-enough-43-xx"));

        answer.GetProperty("error").GetString().ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task CodeForAnotherAddress_IsRefused()
    {
        await using var host = await StartWithPortalAsync();
        var code = await host.CodeAsync("co-hoa");

        var answer = await host.TokenAsync(
            ("grant_type", "authorization_code"), ("client_id", AccessHost.Portal), ("code", code),
            ("redirect_uri", "https://portal.test/other"), ("code_verifier", AccessHost.Verifier));

        answer.GetProperty("error").GetString().ShouldBe("invalid_grant");
    }

    [Theory]
    [InlineData("redirect_uri", "https://evil.test/callback")]
    [InlineData("redirect_uri", "https://portal.test/callback/../evil")]
    [InlineData("redirect_uri", "https://portal.test/callback?x=1")]
    [InlineData("redirect_uri", "https://portal.test.evil.test/callback")]
    [InlineData("redirect_uri", null)]
    [InlineData("client_id", "unknown")]
    public async Task UnregisteredAddressOrClient_LeadsNowhere(string parameter, string? value)
    {
        await using var host = await StartWithPortalAsync();
        using var browser = host.Browser();

        var answer = await browser.GetAsync(AccessHost.AuthorizeAddress((parameter, value)));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.Location.ShouldBeNull();
    }

    [Theory]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("scope", "openid manage", "invalid_request")]
    [InlineData("scope", "openid everything", "invalid_scope")]
    [InlineData("response_type", "token", "unsupported_response_type")]
    public async Task RequestThatThePortalMayNotMake_IsRefusedBeforeAnyoneSignsIn(string parameter, string? value, string error)
    {
        await using var host = await StartWithPortalAsync();
        using var browser = host.Browser();

        var answer = await browser.GetAsync(AccessHost.AuthorizeAddress((parameter, value)));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldStartWith($"error:{error}\n", Case.Sensitive);
    }

    [Fact]
    public async Task SilentRequest_WithoutSession_SaysThatSignInIsNeeded()
    {
        await using var host = await StartWithPortalAsync();
        using var browser = host.Browser();

        var answer = await browser.GetAsync(AccessHost.AuthorizeAddress(("prompt", "none")));

        answer.Headers.Location!.Query.ShouldContain("error=login_required");
    }

    [Fact]
    public async Task PromptLogin_AsksForThePasswordAgain_Once()
    {
        await using var host = await StartWithPortalAsync();
        using var browser = host.Browser();
        await AccessHost.CallbackAsync(browser, "co-hoa", AccessHost.AuthorizeAddress());

        var again = await AccessHost.CallbackAsync(browser, "co-hoa", AccessHost.AuthorizeAddress(("prompt", "login")));

        again.ShouldContainKey("code");
    }

    [Fact]
    public async Task ThirdPartyPortal_GetsACodeOnlyAfterThePersonAllowsIt()
    {
        await using var host = await AccessHost.StartAsync();
        await host.HasPortalAsync(OpenIddict.Abstractions.OpenIddictConstants.ConsentTypes.Explicit);
        await host.HasPersonAsync("co-hoa");
        using var browser = host.Browser();
        await AccessHost.SignInAsync(browser, "co-hoa", AccessHost.Password);

        var page = await browser.GetAsync(AccessHost.AuthorizeAddress());
        var fields = AccessHost.HiddenFields(await page.Content.ReadAsStringAsync());
        var forged = await browser.PostAsync("/connect/authorize", Form(fields.Where(f => !f.Key.StartsWith("__Request", StringComparison.Ordinal)), "allow"));
        var denied = await browser.PostAsync("/connect/authorize", Form(fields, "deny"));
        var allowed = await browser.PostAsync("/connect/authorize", Form(fields, "allow"));
        var next = await browser.GetAsync(AccessHost.AuthorizeAddress());

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await page.Content.ReadAsStringAsync()).ShouldContain("Cổng Mường Sáng xin được thay mặt bạn");
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("form-action 'self' https://portal.test;");
        forged.StatusCode.ShouldBe(HttpStatusCode.OK, "a form without its token asks again");
        denied.Headers.Location!.Query.ShouldContain("error=access_denied");
        allowed.Headers.Location!.Query.ShouldContain("code=");
        next.Headers.Location!.Query.ShouldContain("code=");
    }

    private static FormUrlEncodedContent Form(IEnumerable<KeyValuePair<string, string>> fields, string answer) =>
        new(fields.Append(KeyValuePair.Create("answer", answer)));

    private static async Task<AccessHost> StartWithPortalAsync()
    {
        var host = await AccessHost.StartAsync();
        await HasLibrarianAsync(host, (await host.Database.HasAsync(A.Library())).Id);
        return host;
    }

    private static async Task<Account> HasLibrarianAsync(AccessHost host, long libraryId)
    {
        await host.HasPortalAsync();
        return await host.HasPersonAsync("co-hoa", new RoleAssignment { Role = Role.Librarian, LibraryId = libraryId, FromOn = A.Today });
    }
}
