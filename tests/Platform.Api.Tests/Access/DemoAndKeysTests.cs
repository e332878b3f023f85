using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Api.Access;
using Platform.Model.Access;

namespace Platform.Api.Tests.Access;

/// <summary>What the platform makes for itself: keys, and in Development demo accounts.</summary>
public sealed class DemoAndKeysTests
{
    [Fact]
    public async Task Demo_HasOneAccountForEachRole_ThatASingleRequestCanUse()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        var hub = await database.HasAsync(A.Library("AHUB"));
        var member = await database.HasAsync(A.Library("MEMBER"));
        await database.HasAsync(A.Group(hub, member));
        var pupil = await database.HasAsync(A.Patron(member));
        await database.HasAsync(A.Patron(member, Platform.Model.Patrons.PatronCategory.Teacher));
        await database.HasAsync(new Platform.Model.Libraries.Organisation { Code = "SO", Name = "Sở GD&ĐT", Kind = Platform.Model.Libraries.OrganisationKind.Department });
        await using var host = await AccessHost.StartAsync(
            new() { ["ConnectionStrings:Library"] = database.ConnectionString, ["Demo:Enabled"] = "true" }, "Development");

        await using var db = database.Open();
        var roles = await db.RoleAssignments.Where(r => r.Account.Kind == AccountKind.Service).Select(r => r.Role).ToListAsync();
        roles.ShouldBe(Enum.GetValues<Role>(), ignoreOrder: true);
        (await ScopeOfAsync(host, "demo-librarian"))!.LibraryIds.ShouldBe([member.Id]);
        (await ScopeOfAsync(host, "demo-pupil"))!.PatronId.ShouldBe(pupil.Id);
        (await ScopeOfAsync(host, "demo-hub"))!.ReachOf(Permission.ReadReports).LibraryIds.ShouldBe([hub.Id, member.Id]);
        using var browser = host.Browser();
        (await AccessHost.SignInAsync(browser, "demo-thuthu", DemoAccess.Password)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Demo_StartedTwice_HasItsAccountsOnce()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        await database.HasAsync(A.Library());
        for (var i = 0; i < 2; i++)
        {
            await using var host = await AccessHost.StartAsync(
                new() { ["ConnectionStrings:Library"] = database.ConnectionString, ["Demo:Enabled"] = "true" }, "Development");
        }

        await using var db = database.Open();
        (await db.Accounts.OrderBy(a => a.Id).Select(a => a.Name).ToListAsync()).ShouldBe(["demo-admin", "demo-quantri"]);
    }

    [Fact]
    public async Task KeyFiles_AreReadableByTheOwnerOnly()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("File modes are a Unix matter; on Windows the folder's access list rules.");
            return;
        }
        await using var host = await AccessHost.StartAsync();
        using var browser = host.Browser();
        await browser.GetAsync("/connect/sign-in");

        var folder = Path.Combine(host.DataFolder, "keys");

        File.GetUnixFileMode(folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var files = Directory.GetFiles(folder);
        files.Select(f => Path.GetFileName(f).Split('-')[0]).Distinct().Order().ShouldBe(["cookie", "encryption", "signing"]);
        foreach (var file in files)
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
    }

    [Fact]
    public async Task KeysOfNinetyDays_AreFollowedByNewOnes_AndOldTokensLiveOn()
    {
        await using var host = await AccessHost.StartAsync(new() { ["Access:AccessTokenMinutes"] = "60" });
        await host.HasAccountAsync("robot", AccountKind.Service);
        await host.HasClientAsync(Clients.Service("robot", "Robot", "a-long-secret"));
        var rotation = host.Services.GetRequiredService<TokenKeyRotation>();

        host.Clock.Advance(TimeSpan.FromDays(89) + TimeSpan.FromHours(1));
        rotation.Refresh();
        var published = await KeyIdsAsync(host);
        var old = await TokenAsync(host);
        host.Clock.Advance(TimeSpan.FromMinutes(59));
        (await host.ScopeOfAsync(old)).ShouldNotBeNull();
        host.Clock.Advance(TimeSpan.FromDays(1));
        rotation.Refresh();
        var young = await TokenAsync(host);

        published.Count.ShouldBe(2, "the new key is known before it is used");
        KeyIdOf(old).ShouldBe(published[0], "the key in use stands first");
        KeyIdOf(young).ShouldBe(published[1]);
        (await host.ScopeOfAsync(young)).ShouldNotBeNull();
    }

    private static async Task<Scope?> ScopeOfAsync(AccessHost host, string client)
    {
        var answer = await host.TokenAsync(("grant_type", "client_credentials"), ("client_id", client), ("client_secret", DemoAccess.Secret));
        return await host.ScopeOfAsync(answer.GetProperty("access_token").GetString()!);
    }

    private static async Task<string> TokenAsync(AccessHost host)
    {
        var answer = await host.TokenAsync(("grant_type", "client_credentials"), ("client_id", "robot"), ("client_secret", "a-long-secret"));
        return answer.GetProperty("access_token").GetString()!;
    }

    private static async Task<List<string>> KeyIdsAsync(AccessHost host)
    {
        using var client = host.Browser();
        var keys = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync("/.well-known/jwks")).RootElement;
        return [.. keys.GetProperty("keys").EnumerateArray().Select(k => k.GetProperty("kid").GetString()!)];
    }

    private static string KeyIdOf(string token) => System.Text.Json.JsonDocument
        .Parse(Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlDecode(token.Split('.')[0])).RootElement.GetProperty("kid").GetString()!;
}
