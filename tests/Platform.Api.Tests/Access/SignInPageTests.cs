using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Model.Access;

namespace Platform.Api.Tests.Access;

/// <summary>The page on which people type their passwords.</summary>
public sealed class SignInPageTests
{
    [Theory]
    [InlineData("vi-VN,vi;q=0.9,en;q=0.8", "vi", "Đăng nhập thư viện")]
    [InlineData("en-GB,en;q=0.9", "en", "Sign in to the library")]
    [InlineData("fr", "vi", "Đăng nhập thư viện")]
    [InlineData("vi;q=0.3, en;q=0.7", "en", "Sign in to the library")]
    public async Task Language_IsTheBrowsers(string accepted, string language, string title)
    {
        await using var host = await AccessHost.StartAsync();
        using var browser = host.Browser();
        browser.DefaultRequestHeaders.Add("Accept-Language", accepted);

        var page = await browser.GetStringAsync("/connect/sign-in");

        page.ShouldContain($"<html lang=\"{language}\">");
        page.ShouldContain($"<h1>{title}</h1>");
    }

    [Fact]
    public async Task Page_RunsNoScript_AndLoadsNothingFromElsewhere()
    {
        await using var host = await AccessHost.StartAsync();
        using var browser = host.Browser();

        var answer = await browser.GetAsync("/connect/sign-in");

        answer.Headers.GetValues("Content-Security-Policy").Single()
            .ShouldBe("default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        answer.Headers.GetValues("Referrer-Policy").Single().ShouldBe("no-referrer");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("<script");
    }

    [Fact]
    public async Task Cookies_AreForThisHostOverTlsAndForNoScript()
    {
        await using var host = await AccessHost.StartAsync();
        await host.HasPersonAsync("co-hoa");
        using var browser = host.Browser();

        var page = await browser.GetAsync("/connect/sign-in");
        var signedIn = await AccessHost.SignInAsync(browser, "co-hoa", AccessHost.Password);

        var cookies = page.Headers.GetValues("Set-Cookie").Concat(signedIn.Headers.GetValues("Set-Cookie")).ToList();
        cookies.Select(c => c.Split('=')[0]).ShouldBe(["__Host-platform-form", "__Host-platform-session"]);
        foreach (var cookie in cookies)
            cookie.Split("; ").Skip(1).ShouldBe(["path=/", "secure", "samesite=lax", "httponly"], ignoreOrder: true);
    }

    [Fact]
    public async Task FormFromAnotherSite_IsRefused()
    {
        await using var host = await AccessHost.StartAsync();
        await host.HasPersonAsync("co-hoa");
        using var browser = host.Browser();
        await browser.GetAsync("/connect/sign-in");

        var answer = await browser.PostAsync("/connect/sign-in", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["name"] = "co-hoa",
            ["password"] = AccessHost.Password,
        }));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.TryGetValues("Set-Cookie", out var cookies).ShouldBe(false, string.Join(", ", cookies ?? []));
        (await OutcomesAsync(host)).ShouldBeEmpty("a form that is not ours is no attempt");
    }

    [Theory]
    [InlineData("https://evil.test/")]
    [InlineData("//evil.test/connect/authorize?x")]
    [InlineData("/\\evil.test")]
    [InlineData("/connect/authorize\\@evil.test?")]
    [InlineData("/connect/authorize.evil.test?x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/connect/authorize?\r\nLocation: https://evil.test")]
    [InlineData("/graphql?query={me{id}}")]
    public async Task AddressToReturnTo_IsOursOrNone(string returnUrl)
    {
        await using var host = await AccessHost.StartAsync();
        await host.HasPersonAsync("co-hoa");
        using var browser = host.Browser();

        var answer = await AccessHost.SignInAsync(browser, "co-hoa", AccessHost.Password, $"/connect/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/connect/sign-in");
    }

    [Fact]
    public async Task Refusal_IsTheSame_WhetherNameOrPasswordOrAccountIsAtFault()
    {
        await using var host = await AccessHost.StartAsync();
        await host.HasPersonAsync("co-hoa");
        await CloseAsync(host, await host.HasPersonAsync("da-dong"));
        await host.HasAccountAsync("robot", AccountKind.Service);

        var wrong = await RefusalAsync(host, "co-hoa", "sai mat khau");

        (await RefusalAsync(host, "khong-co", AccessHost.Password)).ShouldBe(wrong);
        (await RefusalAsync(host, "da-dong", AccessHost.Password)).ShouldBe(wrong);
        (await RefusalAsync(host, "robot", AccessHost.Password)).ShouldBe(wrong);
        (await RefusalAsync(host, "co-hoa'; drop table Accounts; --", AccessHost.Password)).ShouldBe(wrong);
    }

    // A name that costs no work is told apart by its speed. The work is what is compared here: times are the machine's noise.
    [Fact]
    public async Task UnknownName_CostsTheSameWorkAsAKnownOne()
    {
        var hasher = new WatchedHasher();
        await using var host = await AccessHost.StartAsync(services: s => s.AddSingleton<IPasswordHasher<Account>>(hasher));
        await host.HasPersonAsync("co-hoa");
        using var browser = host.Browser();

        await AccessHost.SignInAsync(browser, "co-hoa", "sai mat khau");
        await AccessHost.SignInAsync(browser, "khong-co", "sai mat khau");

        hasher.Costs.Count.ShouldBe(2);
        hasher.Costs[1].ShouldBe(hasher.Costs[0]);
    }

    [Fact]
    public async Task AttemptsInParallel_CannotOutrunTheLock()
    {
        await using var host = await AccessHost.StartAsync(new() { ["Access:AttemptsBeforeLock"] = "3" });
        await host.HasPersonAsync("co-hoa");
        using var browser = host.Browser();
        var fields = AccessHost.HiddenFields(await browser.GetStringAsync("/connect/sign-in"));
        (fields["name"], fields["password"]) = ("co-hoa", "sai mat khau");

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => browser.PostAsync("/connect/sign-in", new FormUrlEncodedContent(fields))));

        var outcomes = await OutcomesAsync(host);
        outcomes.Count(o => o is SignInOutcome.WrongPassword).ShouldBe(3);
        outcomes.Count(o => o is SignInOutcome.Locked).ShouldBe(9);
        (await AccessHost.SignInAsync(browser, "co-hoa", AccessHost.Password)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "locked, also for the right password");
    }

    [Fact]
    public async Task Lock_EndsByItself_AndSuccessForgetsTheAttempts()
    {
        await using var host = await AccessHost.StartAsync(new() { ["Access:AttemptsBeforeLock"] = "3" });
        await host.HasPersonAsync("co-hoa");
        using var browser = host.Browser();
        for (var i = 0; i < 3; i++)
            await AccessHost.SignInAsync(browser, "co-hoa", "sai mat khau");
        host.Clock.Advance(TimeSpan.FromMinutes(15));

        (await AccessHost.SignInAsync(browser, "co-hoa", "sai mat khau")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await AccessHost.SignInAsync(browser, "co-hoa", AccessHost.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        await using var db = host.Database.Open();
        var account = await db.Accounts.SingleAsync();
        (account.FailedAttempts, account.LockedUntil).ShouldBe((0, null));
    }

    [Fact]
    public async Task NetworkThatGuessesManyNames_Waits()
    {
        await using var host = await AccessHost.StartAsync(new() { ["Access:AttemptsPerNetwork"] = "10" });
        using var browser = host.Browser();
        for (var i = 0; i < 10; i++)
            await AccessHost.SignInAsync(browser, $"pupil{i}", "1234567890");

        var next = await AccessHost.SignInAsync(browser, "pupil10", "1234567890");

        next.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task SignOut_NeedsThePersonsOwnForm()
    {
        await using var host = await AccessHost.StartAsync();
        await host.HasPersonAsync("co-hoa");
        using var browser = host.Browser();
        await AccessHost.SignInAsync(browser, "co-hoa", AccessHost.Password);

        await browser.PostAsync("/connect/sign-out", new FormUrlEncodedContent([]));
        var still = await browser.GetStringAsync("/connect/sign-in");
        var fields = AccessHost.HiddenFields(await browser.GetStringAsync("/connect/sign-out"));
        await browser.PostAsync("/connect/sign-out", new FormUrlEncodedContent(fields));
        var then = await browser.GetStringAsync("/connect/sign-in");

        still.ShouldContain("Bạn đã đăng nhập.");
        then.ShouldContain("Mật khẩu");
    }

    [Fact]
    public async Task NewPassword_EndsTheSession()
    {
        await using var host = await AccessHost.StartAsync();
        await host.HasPersonAsync("co-hoa");
        using var browser = host.Browser();
        await AccessHost.SignInAsync(browser, "co-hoa", AccessHost.Password);
        await using (var db = host.Database.Open())
            await db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.SecurityStamp, "second"));

        (await browser.GetStringAsync("/connect/sign-in")).ShouldContain("Mật khẩu");
    }

    private static async Task<string> RefusalAsync(AccessHost host, string name, string password)
    {
        using var browser = host.Browser();
        var answer = await AccessHost.SignInAsync(browser, name, password);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var page = await answer.Content.ReadAsStringAsync();
        return AccessHost.HiddenFields(page).Values.Where(v => v.Length > 0).Aggregate(page, (text, value) => text.Replace(value, "", StringComparison.Ordinal));
    }

    private static async Task CloseAsync(AccessHost host, Account account)
    {
        await using var db = host.Database.Open();
        await db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.ClosedAt, host.Clock.GetUtcNow()));
    }

    private static async Task<List<SignInOutcome>> OutcomesAsync(AccessHost host)
    {
        await using var db = host.Database.Open();
        return await db.SignIns.Select(s => s.Outcome).ToListAsync();
    }

    /// <summary>Keeps what each look at a password costs: function, iterations and salt length, the head of the hash it is compared with.</summary>
    private sealed class WatchedHasher : PasswordHasher<Account>
    {
        public List<string> Costs { get; } = [];

        public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Costs.Add(Convert.ToHexString(Convert.FromBase64String(hashedPassword).AsSpan(0, 13)));
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
