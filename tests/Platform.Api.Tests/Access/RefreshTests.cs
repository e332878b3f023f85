using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Platform.Model.Access;

namespace Platform.Api.Tests.Access;

/// <summary>Refresh tokens: used once, ended by time, by the person, by a new password.</summary>
public sealed class RefreshTests
{
    [Fact]
    public async Task EachUse_GivesANewToken()
    {
        await using var host = await StartAsync();
        var first = await TokensAsync(host);

        var second = await host.RefreshAsync(first);

        second.GetProperty("refresh_token").GetString().ShouldNotBe(first.GetProperty("refresh_token").GetString());
        (await host.ScopeOfAsync(second.GetProperty("access_token").GetString()!)).ShouldNotBeNull();
    }

    [Fact]
    public async Task UsedToken_IsTheSignOfATheft_AndEndsTheWholeChain()
    {
        await using var host = await StartAsync();
        var stolen = await TokensAsync(host);
        var renewed = await host.RefreshAsync(stolen);
        host.Clock.Advance(TimeSpan.FromSeconds(11));

        var replay = await host.RefreshAsync(stolen);

        replay.GetProperty("error").GetString().ShouldBe("invalid_grant");
        (await host.RefreshAsync(renewed)).GetProperty("error").GetString().ShouldBe("invalid_grant");
        (await host.ScopeOfAsync(renewed.GetProperty("access_token").GetString()!)).ShouldBeNull();
    }

    [Fact]
    public async Task TokenUnusedForFourteenDays_HasExpired()
    {
        await using var host = await StartAsync();
        var tokens = await TokensAsync(host);

        host.Clock.Advance(TimeSpan.FromDays(14) + TimeSpan.FromSeconds(1));

        (await host.RefreshAsync(tokens)).GetProperty("error").GetString().ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task RevokedToken_IsRefused()
    {
        await using var host = await StartAsync();
        var tokens = await TokensAsync(host);
        using var client = host.Browser();

        await client.PostAsync("/connect/revoke", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["client_id"] = AccessHost.Portal,
            ["token"] = tokens.GetProperty("refresh_token").GetString()!,
        }));

        (await host.RefreshAsync(tokens)).GetProperty("error").GetString().ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task NewPassword_EndsTheTokensOfTheOldOne()
    {
        await using var host = await StartAsync();
        var tokens = await TokensAsync(host);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            var account = await accounts.FindByNameAsync("co-hoa");
            (await accounts.ChangePasswordAsync(account!, AccessHost.Password, "mat-troi-moc-o-dang-dong")).Succeeded.ShouldBeTrue();
        }

        (await host.RefreshAsync(tokens)).GetProperty("error").GetString().ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task TokenOfAnotherClient_IsRefused()
    {
        await using var host = await StartAsync();
        await host.HasClientAsync(Api.Access.Clients.Portal("other", "Other", ["https://other.test/callback"]));
        var tokens = await TokensAsync(host);

        var answer = await host.TokenAsync(
            ("grant_type", "refresh_token"), ("client_id", "other"), ("refresh_token", tokens.GetProperty("refresh_token").GetString()!));

        answer.GetProperty("error").GetString().ShouldBe("invalid_grant");
    }

    private static async Task<AccessHost> StartAsync()
    {
        var host = await AccessHost.StartAsync();
        await host.HasPortalAsync();
        await host.HasPersonAsync("co-hoa");
        return host;
    }

    private static async Task<JsonElement> TokensAsync(AccessHost host) => await host.RedeemAsync(await host.CodeAsync("co-hoa"));
}
