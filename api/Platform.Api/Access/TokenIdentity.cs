using System.Collections.Immutable;
using System.Security.Claims;
using OpenIddict.Abstractions;
using Platform.Model.Access;
using Claims = OpenIddict.Abstractions.OpenIddictConstants.Claims;
using Destinations = OpenIddict.Abstractions.OpenIddictConstants.Destinations;

namespace Platform.Api.Access;

/// <summary>What a token says about an account: its key, no name unless the client asks for <c>profile</c>, no roles (they are looked up).</summary>
internal static class TokenIdentity
{
    /// <summary>The audience of access tokens: this platform's API.</summary>
    public const string Audience = "platform";

    public static ClaimsPrincipal For(Account account, ImmutableArray<string> scopes, string? authorizationId = null)
    {
        var identity = new ClaimsIdentity("platform", Claims.PreferredUsername, Claims.Role);
        identity.SetClaim(Claims.Subject, AccountKey.Text(account.Id));
        identity.SetClaim(Claims.PreferredUsername, account.Name);
        identity.SetClaim(Session.Stamp, account.SecurityStamp);
        identity.SetScopes(scopes);
        identity.SetResources(Audience);
        if (authorizationId is not null)
            identity.SetAuthorizationId(authorizationId);
        // A claim without destination stays in codes and refresh tokens, which only this server reads.
        identity.SetDestinations(claim => claim.Type switch
        {
            Claims.Subject => [Destinations.AccessToken, Destinations.IdentityToken],
            Claims.PreferredUsername when identity.HasScope(OpenIddictConstants.Scopes.Profile) => [Destinations.IdentityToken],
            _ => [],
        });
        return new ClaimsPrincipal(identity);
    }
}
