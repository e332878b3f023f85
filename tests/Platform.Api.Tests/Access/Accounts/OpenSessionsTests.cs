using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Api.Access;
using Platform.Api.GraphQL.Reading;
using Platform.Model.Access;

namespace Platform.Api.Tests.Access.Accounts;

/// <summary>What a change of an account does to those who are signed in with it: real tokens, at once.</summary>
public sealed class OpenSessionsTests
{
    private const string NewPassword = "mat-troi-moc-o-dang-dong";

    [Fact]
    public async Task LockedAccount_IsShutOutAtOnce_AndComesBackWhenUnlocked()
    {
        await using var host = await StartAsync();
        var (person, manager) = (await TokensAsync(host, "co-hoa"), await ManagerAsync(host));
        var id = GlobalId.Of(nameof(Account), await IdOfAsync(host, "co-hoa"));

        await DoAsync(host, manager, "lockAccount", new { accountId = id });

        (await host.ScopeOfAsync(person.GetProperty("access_token").GetString()!)).ShouldBeNull();
        (await host.RefreshAsync(person)).GetProperty("error").GetString().ShouldBe("invalid_grant");
        await DoAsync(host, manager, "unlockAccount", new { accountId = id });
        (await TokensAsync(host, "co-hoa")).TryGetProperty("access_token", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task RevokedRole_IsGoneFromARunningTokenAtOnce()
    {
        await using var host = await StartAsync();
        var (person, manager) = (await TokensAsync(host, "co-hoa"), await ManagerAsync(host));
        var token = person.GetProperty("access_token").GetString()!;
        (await host.ScopeOfAsync(token))!.May(Permission.Circulate).ShouldBeTrue();
        await using var db = host.Database.Open();
        var role = await db.RoleAssignments.SingleAsync(r => r.Account.Name == "co-hoa");

        await DoAsync(host, manager, "revokeRole", new { roleAssignmentId = GlobalId.Of(nameof(RoleAssignment), role.Id) });

        (await host.ScopeOfAsync(token))!.May(Permission.Circulate).ShouldBeFalse();
    }

    [Fact]
    public async Task OwnPassword_ChangesWithTheOldOneOnly_AndEndsEveryToken()
    {
        await using var host = await StartAsync();
        var tokens = await TokensAsync(host, "co-hoa");
        var token = tokens.GetProperty("access_token").GetString()!;

        var wrong = await DoAsync(host, token, "changeMyPassword", new { currentPassword = "khong-phai-mat-khau", newPassword = NewPassword });
        var right = await DoAsync(host, token, "changeMyPassword", new { currentPassword = AccessHost.Password, newPassword = NewPassword });

        wrong.GetProperty("errors")[0].GetProperty("reason").GetString().ShouldBe("PASSWORD_WRONG");
        right.GetProperty("errors").GetArrayLength().ShouldBe(0, right.ToString());
        (await host.ScopeOfAsync(token)).ShouldBeNull();
        (await host.RefreshAsync(tokens)).GetProperty("error").GetString().ShouldBe("invalid_grant");
        using var browser = host.Browser();
        (await AccessHost.SignInAsync(browser, "co-hoa", NewPassword)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        await using var db = host.Database.Open();
        (await db.SignIns.Where(s => s.Method == SignInMethod.PasswordChange).Select(s => s.Outcome).ToListAsync())
            .ShouldBe([SignInOutcome.WrongPassword, SignInOutcome.Succeeded]);
    }

    [Fact]
    public async Task GuessingThroughAliases_CountsEachAttempt()
    {
        await using var host = await StartAsync(new() { ["Access:AttemptsBeforeLock"] = "3" });
        var token = (await TokensAsync(host, "co-hoa")).GetProperty("access_token").GetString()!;
        var guesses = string.Join(' ', Enumerable.Range(0, 10).Select(i =>
            $"g{i}: changeMyPassword(input: {{ currentPassword: \"doan-mo-lan-{i}\", newPassword: \"{NewPassword}\" }}) {{ errors {{ ... on Error {{ code }} }} }}"));

        await PostAsync(host, token, new { query = $"mutation {{ {guesses} }}" });

        await using var db = host.Database.Open();
        (await db.SignIns.Where(s => s.Method == SignInMethod.PasswordChange).Select(s => s.Outcome).ToListAsync())
            .ShouldBe([.. Enumerable.Repeat(SignInOutcome.WrongPassword, 3), .. Enumerable.Repeat(SignInOutcome.Locked, 7)]);
    }

    [Fact]
    public async Task RegisteredPortal_SignsPeopleIn_AfterTheyAllowedIt()
    {
        await using var host = await AccessHost.StartAsync();
        await host.HasPersonAsync("co-hoa");
        var manager = await ManagerAsync(host);

        var unsafeOne = await DoAsync(host, manager, "registerPortal", new { clientId = AccessHost.Portal, title = "Cổng", redirectUris = new[] { "http://portal.test/callback" } });
        var made = await DoAsync(host, manager, "registerPortal", new { clientId = AccessHost.Portal, title = "Cổng", redirectUris = new[] { AccessHost.Callback } });

        unsafeOne.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("INVALID_INPUT");
        made.GetProperty("errors").GetArrayLength().ShouldBe(0, made.ToString());
        using var browser = host.Browser();
        await AccessHost.SignInAsync(browser, "co-hoa", AccessHost.Password);
        (await browser.GetStringAsync(AccessHost.AuthorizeAddress())).ShouldContain("Cổng xin được thay mặt bạn:");
    }

    [Fact]
    public async Task FirstAdministrator_IsOpenedOnce_ByTheConfiguration()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        foreach (var name in new[] { "quan-tri", "ke-la" })
        {
            await using var host = await AccessHost.StartAsync(new()
            {
                ["ConnectionStrings:Library"] = database.ConnectionString,
                ["Access:FirstAdministrator:Name"] = name,
                ["Access:FirstAdministrator:Password"] = AccessHost.Password,
            });
            using var browser = host.Browser();
            (await AccessHost.SignInAsync(browser, "quan-tri", AccessHost.Password)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        }

        await using var db = database.Open();
        (await db.Accounts.Select(a => a.Name).ToListAsync()).ShouldBe(["quan-tri"]);
    }

    private static async Task<AccessHost> StartAsync(Dictionary<string, string>? settings = null)
    {
        var host = await AccessHost.StartAsync(settings);
        await host.HasPortalAsync();
        var library = await host.Database.HasAsync(A.Library());
        await host.HasPersonAsync("co-hoa", new RoleAssignment { Role = Role.TeacherLibrarian, LibraryId = library.Id, FromOn = A.Today });
        return host;
    }

    private static async Task<JsonElement> TokensAsync(AccessHost host, string person) => await host.RedeemAsync(await host.CodeAsync(person));

    private static async Task<string> ManagerAsync(AccessHost host)
    {
        await host.HasAccountAsync("quan-tri", AccountKind.Service, new RoleAssignment { Role = Role.SystemAdministrator, FromOn = A.Today });
        await host.HasClientAsync(Clients.Service("quan-tri", "Quản trị", "a-long-secret"));
        var answer = await host.TokenAsync(("grant_type", "client_credentials"), ("client_id", "quan-tri"), ("client_secret", "a-long-secret"));
        return answer.GetProperty("access_token").GetString()!;
    }

    private static async Task<long> IdOfAsync(AccessHost host, string name)
    {
        await using var db = host.Database.Open();
        return await db.Accounts.Where(a => a.Name == name).Select(a => a.Id).SingleAsync();
    }

    private static async Task<JsonElement> DoAsync(AccessHost host, string token, string mutation, object input)
    {
        var type = $"{char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input";
        var answer = await PostAsync(host, token, new
        {
            query = $"mutation ($input: {type}!) {{ {mutation}(input: $input) {{ errors {{ ... on Error {{ code message }} ... on AccountRefused {{ reason }} }} }} }}",
            variables = new { input },
        });
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        return answer.GetProperty("data").GetProperty(mutation);
    }

    private static async Task<JsonElement> PostAsync(AccessHost host, string token, object body)
    {
        using var client = host.Browser();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await client.PostAsJsonAsync("/graphql", body);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
