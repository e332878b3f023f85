using System.Net;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Api.Access;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Patrons;

namespace Platform.Api.Tests.Access;

/// <summary>Signing in with a school's account elsewhere. The issuer is another instance of this platform, over its real protocol.</summary>
public sealed class OutsideIssuerTests
{
    private const string School = "THHB";

    [Fact]
    public async Task PupilWhoseCardTheIssuerNames_GetsAnAccountOfTheOwn()
    {
        await using var issuer = await IssuerAsync("HS00001");
        await using var host = await HostAsync(issuer);
        var library = await host.Database.HasAsync(A.Library(School));
        var pupil = await HasPatronAsync(host, library, "HS00001");

        using var browser = host.Browser();
        var answer = await GoAndComeBackAsync(host, issuer, browser, "HS00001");

        answer.Headers.Location!.ToString().ShouldBe("/connect/sign-in");
        (await browser.GetStringAsync("/connect/sign-in")).ShouldContain("Bạn đã đăng nhập.");
        await using var db = host.Database.Open();
        var role = await db.RoleAssignments.Include(r => r.Account).SingleAsync();
        (role.Role, role.PatronId, role.Account.LibraryId, role.Account.PasswordHash).ShouldBe((Role.Pupil, pupil.Id, library.Id, null));
    }

    [Fact]
    public async Task SecondTime_ItIsTheSameAccount()
    {
        await using var issuer = await IssuerAsync("HS00001");
        await using var host = await HostAsync(issuer);
        await HasPatronAsync(host, await host.Database.HasAsync(A.Library(School)), "HS00001");

        for (var i = 0; i < 2; i++)
        {
            using var browser = host.Browser();
            await GoAndComeBackAsync(host, issuer, browser, "HS00001");
        }

        await using var db = host.Database.Open();
        (await db.Accounts.CountAsync()).ShouldBe(1);
        (await db.ExternalSignIns.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task CardOfAnotherLibrary_OpensNothing()
    {
        await using var issuer = await IssuerAsync("HS00001");
        await using var host = await HostAsync(issuer);
        await host.Database.HasAsync(A.Library(School));
        await HasPatronAsync(host, await host.Database.HasAsync(A.Library("OTHER")), "HS00001");

        using var browser = host.Browser();
        var answer = await GoAndComeBackAsync(host, issuer, browser, "HS00001");

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Tài khoản này chưa được mở ở thư viện.");
        await using var db = host.Database.Open();
        (await db.Accounts.AnyAsync()).ShouldBeFalse();
        (await db.SignIns.Select(s => s.Outcome).ToListAsync()).ShouldBe([SignInOutcome.NotLinked]);
    }

    [Fact]
    public async Task ClosedAccount_StaysClosed()
    {
        await using var issuer = await IssuerAsync("HS00001");
        await using var host = await HostAsync(issuer);
        await HasPatronAsync(host, await host.Database.HasAsync(A.Library(School)), "HS00001");
        using var browser = host.Browser();
        await GoAndComeBackAsync(host, issuer, browser, "HS00001");
        await using (var db = host.Database.Open())
            await db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.ClosedAt, host.Clock.GetUtcNow()));

        using var other = host.Browser();
        var answer = await GoAndComeBackAsync(host, issuer, other, "HS00001");

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task UnknownIssuer_IsNotFound()
    {
        await using var host = await AccessHost.StartAsync();
        using var browser = host.Browser();

        (await browser.GetAsync("/connect/outside/google")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<AccessHost> IssuerAsync(string person)
    {
        var issuer = await AccessHost.StartAsync(new() { ["Access:Issuer"] = "https://accounts.test/" });
        var client = Clients.Portal("library", "Library", ["https://library.test/connect/outside/school/callback"]);
        client.ClientType = OpenIddict.Abstractions.OpenIddictConstants.ClientTypes.Confidential;
        client.ClientSecret = "between-servers";
        await issuer.HasClientAsync(client);
        await issuer.HasPersonAsync(person);
        return issuer;
    }

    private static Task<AccessHost> HostAsync(AccessHost issuer) => AccessHost.StartAsync(
        new()
        {
            ["Access:Issuers:0:Name"] = "school",
            ["Access:Issuers:0:Title"] = "Tài khoản trường",
            ["Access:Issuers:0:Authority"] = "https://accounts.test/",
            ["Access:Issuers:0:ClientId"] = "library",
            ["Access:Issuers:0:ClientSecret"] = "between-servers",
            ["Access:Issuers:0:Library"] = School,
            ["Access:Issuers:0:CardClaim"] = "preferred_username",
        },
        services: services => services.Configure<OpenIdConnectOptions>("outside-school", options => options.BackchannelHttpHandler = issuer.Handler));

    private static Task<Patron> HasPatronAsync(AccessHost host, Library library, string card)
    {
        var patron = A.Patron(library);
        patron.CardNumber = card;
        return host.Database.HasAsync(patron);
    }

    /// <summary>Walks from our sign-in page to the issuer's, signs in there, and comes back.</summary>
    private static async Task<HttpResponseMessage> GoAndComeBackAsync(AccessHost host, AccessHost issuer, HttpClient browser, string person)
    {
        (await browser.GetStringAsync("/connect/sign-in")).ShouldContain("Tài khoản trường");
        var away = await browser.GetAsync("/connect/outside/school");
        away.StatusCode.ShouldBe(HttpStatusCode.Redirect, await away.Content.ReadAsStringAsync());
        using var there = issuer.Browser();
        var query = QueryHelpers.ParseQuery(away.Headers.Location!.Query);
        query["code_challenge_method"].ToString().ShouldBe("S256");
        var toSignIn = await there.GetAsync(away.Headers.Location.PathAndQuery);
        var signedIn = await AccessHost.SignInAsync(there, person, AccessHost.Password, toSignIn.Headers.Location!.ToString());
        var back = await there.GetAsync(signedIn.Headers.Location!.ToString());
        var returned = await browser.GetAsync(back.Headers.Location!.PathAndQuery);
        returned.StatusCode.ShouldBe(HttpStatusCode.Redirect, await returned.Content.ReadAsStringAsync());
        return await browser.GetAsync(returned.Headers.Location!.ToString());
    }
}
