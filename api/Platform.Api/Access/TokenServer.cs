using OpenIddict.Abstractions;

namespace Platform.Api.Access;

/// <summary>Which ways to a token there are, and how long each lasts.</summary>
internal static class TokenServer
{
    /// <summary>How long a code may be on its way from the browser to the client's server.</summary>
    public static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(2);

    /// <summary>For how long a used refresh token is still taken, when the answer to the first try was lost on the way.</summary>
    public static readonly TimeSpan RefreshLeeway = TimeSpan.FromSeconds(10);

    public static void Configure(OpenIddictServerBuilder server)
    {
        server.SetAuthorizationEndpointUris(AccessPaths.Authorize[1..])
            .SetTokenEndpointUris(AccessPaths.Token[1..])
            .SetRevocationEndpointUris(AccessPaths.Revoke[1..])
            .SetIntrospectionEndpointUris(AccessPaths.Introspect[1..])
            .SetUserInfoEndpointUris(AccessPaths.UserInfo[1..])
            .SetEndSessionEndpointUris(AccessPaths.EndSession[1..]);
        server.AllowAuthorizationCodeFlow().AllowClientCredentialsFlow().AllowRefreshTokenFlow().RequireProofKeyForCodeExchange();
        server.Configure(options =>
        {
            // A plain challenge is the verifier itself: who reads the request could redeem the code.
            options.CodeChallengeMethods.Clear();
            options.CodeChallengeMethods.Add(OpenIddictConstants.CodeChallengeMethods.Sha256);
        });
        server.RegisterScopes([OpenIddictConstants.Scopes.Profile, .. TokenScopes.All]);
        server.SetAuthorizationCodeLifetime(CodeLifetime).SetRefreshTokenReuseLeeway(RefreshLeeway);
        // Signed, not encrypted: an access token says a key and scopes, nothing about a person; reading it costs each request less.
        server.DisableAccessTokenEncryption();
        server.UseAspNetCore()
            .EnableAuthorizationEndpointPassthrough()
            .EnableTokenEndpointPassthrough()
            .EnableUserInfoEndpointPassthrough()
            .EnableEndSessionEndpointPassthrough();
    }
}
