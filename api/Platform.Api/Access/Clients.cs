using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Platform.Api.Access;

/// <summary>How clients are registered: what each kind may use.</summary>
internal static class Clients
{
    /// <summary>A service with a secret that acts for its own account.</summary>
    public static OpenIddictApplicationDescriptor Service(string clientId, string title, string secret)
    {
        var client = new OpenIddictApplicationDescriptor
        {
            ClientId = clientId,
            ClientSecret = secret,
            ClientType = ClientTypes.Confidential,
            DisplayName = title,
        };
        client.Permissions.UnionWith(
        [
            Permissions.Endpoints.Token, Permissions.Endpoints.Revocation, Permissions.Endpoints.Introspection,
            Permissions.GrantTypes.ClientCredentials, .. Scopes(TokenScopes.All),
        ]);
        return client;
    }

    /// <summary>A portal in the browser or on a telephone: no secret, PKCE, and no permission to manage.</summary>
    public static OpenIddictApplicationDescriptor Portal(string clientId, string title, IEnumerable<string> redirects)
    {
        var client = new OpenIddictApplicationDescriptor
        {
            ClientId = clientId,
            ClientType = ClientTypes.Public,
            DisplayName = title,
            ConsentType = ConsentTypes.Implicit,
        };
        client.RedirectUris.UnionWith(redirects.Select(r => new Uri(r)));
        client.PostLogoutRedirectUris.UnionWith(client.RedirectUris.Select(r => new Uri(r.GetLeftPart(UriPartial.Authority) + "/")));
        client.Requirements.Add(Requirements.Features.ProofKeyForCodeExchange);
        client.Permissions.UnionWith(
        [
            Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.Revocation, Permissions.Endpoints.EndSession,
            Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code,
            Permissions.Scopes.Profile, .. Scopes([TokenScopes.Catalogue, TokenScopes.Own, TokenScopes.Desk, TokenScopes.Reports]),
        ]);
        return client;
    }

    private static IEnumerable<string> Scopes(IEnumerable<string> scopes) => scopes.Select(scope => Permissions.Prefixes.Scope + scope);
}
