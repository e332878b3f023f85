using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using Platform.Model.Access;

namespace Platform.Api.Access;

/// <summary>A person's session on the sign-in pages: a cookie that only these pages read; the API takes bearer tokens.</summary>
internal static class Session
{
    /// <summary>Name of the authentication scheme.</summary>
    public const string Scheme = "session";

    /// <summary>Claim with the account's security stamp at sign-in.</summary>
    public const string Stamp = "stamp";

    /// <summary>Begins the session of the account.</summary>
    public static Task BeginAsync(HttpContext http, Account account, DateTimeOffset now)
    {
        var identity = new ClaimsIdentity(Scheme);
        identity.AddClaim(new Claim(OpenIddictConstants.Claims.Subject, AccountKey.Text(account.Id)));
        identity.AddClaim(new Claim(Stamp, account.SecurityStamp));
        identity.AddClaim(new Claim(OpenIddictConstants.Claims.AuthenticationTime, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        return http.SignInAsync(Scheme, new ClaimsPrincipal(identity));
    }

    /// <summary>The account of the request's session; null when there is none, or it was closed or given a new password since.</summary>
    public static async Task<Account?> AccountAsync(HttpContext http, UserManager<Account> accounts)
    {
        var session = await http.AuthenticateAsync(Scheme);
        return session.Principal is null ? null : await AccountOfAsync(session.Principal, accounts);
    }

    /// <summary>The open account of the principal, if its stamp is still the account's.</summary>
    public static async Task<Account?> AccountOfAsync(ClaimsPrincipal principal, UserManager<Account> accounts)
    {
        var account = await accounts.FindByIdAsync(principal.GetClaim(OpenIddictConstants.Claims.Subject) ?? "");
        return account is { ClosedAt: null } && account.SecurityStamp == principal.GetClaim(Stamp) ? account : null;
    }

    /// <summary>When the person of the session signed in; null without session.</summary>
    public static async Task<DateTimeOffset?> SignedInAtAsync(HttpContext http)
    {
        var session = await http.AuthenticateAsync(Scheme);
        var seconds = session.Principal?.GetClaim(OpenIddictConstants.Claims.AuthenticationTime);
        return seconds is null ? null : DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture));
    }

    /// <summary>Cookies that no script reads and no other site sends; outside Development only over TLS and for this host.</summary>
    public static void Harden(CookieBuilder cookie, string name, IHostEnvironment environment)
    {
        cookie.Name = environment.IsDevelopment() ? name : "__Host-" + name;
        cookie.HttpOnly = true;
        cookie.Path = "/";
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.IsEssential = true;
    }

    public static void Configure(CookieAuthenticationOptions options, int minutes, IHostEnvironment environment)
    {
        Harden(options.Cookie, "platform-session", environment);
        options.ExpireTimeSpan = TimeSpan.FromMinutes(minutes);
        options.SlidingExpiration = true;
        options.LoginPath = AccessPaths.SignIn;
    }
}
