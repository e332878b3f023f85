using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Platform.Model.Access;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Platform.Api.Access;

/// <summary>The person's key, and the user name if the client asked for <c>profile</c>, for whoever holds the token (OpenID Connect Core 5.3).</summary>
internal static class UserInfoEndpoint
{
    public static async Task<IResult> AnswerAsync(HttpContext http, UserManager<Account> accounts)
    {
        var token = await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        var account = await accounts.FindByIdAsync(token.Principal?.GetClaim(Claims.Subject) ?? "");
        if (account is not { ClosedAt: null })
            return Results.Challenge(authenticationSchemes: [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        var answer = new Dictionary<string, string> { [Claims.Subject] = AccountKey.Text(account.Id) };
        if (token.Principal!.HasScope(Scopes.Profile)) // an account comes from a principal
            answer[Claims.PreferredUsername] = account.Name;
        return Results.Json(answer);
    }
}
