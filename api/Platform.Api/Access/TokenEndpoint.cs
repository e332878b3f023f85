using System.Collections.Immutable;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Platform.Model.Access;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Platform.Api.Access;

/// <summary>Gives tokens for a code, a refresh token or a client's secret, after OpenIddict has checked these.</summary>
internal sealed class TokenEndpoint(UserManager<Account> accounts, IOpenIddictApplicationManager applications)
{
    public async Task<IResult> AnswerAsync(HttpContext http)
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict has not read the request.");
        if (request.IsClientCredentialsGrantType())
            return await ForServiceAsync(request, http.RequestAborted);
        var earlier = await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        var account = earlier.Principal is null ? null : await Session.AccountOfAsync(earlier.Principal, accounts);
        if (account is null)
            return Refuse(Errors.InvalidGrant, "The account has been closed or has a new password: sign in again.");
        return SignIn(account, earlier.Principal!.GetScopes(), earlier.Principal!.GetAuthorizationId()); // an account comes from a principal
    }

    private async Task<IResult> ForServiceAsync(OpenIddictRequest request, CancellationToken cancellationToken)
    {
        var account = await accounts.FindByNameAsync(request.ClientId ?? "");
        if (account is not { Kind: AccountKind.Service, ClosedAt: null })
            return Refuse(Errors.UnauthorizedClient, "The client has no account.");
        var scopes = request.GetScopes();
        return SignIn(account, scopes.IsEmpty ? await AllScopesAsync(request.ClientId ?? "", cancellationToken) : scopes, null);
    }

    /// <summary>A service that asks for nothing in particular gets what it was registered for.</summary>
    private async Task<ImmutableArray<string>> AllScopesAsync(string clientId, CancellationToken cancellationToken)
    {
        var client = await applications.FindByClientIdAsync(clientId, cancellationToken);
        var permissions = client is null ? [] : await applications.GetPermissionsAsync(client, cancellationToken);
        return [.. TokenScopes.All.Where(scope => permissions.Contains(Permissions.Prefixes.Scope + scope))];
    }

    private static IResult SignIn(Account account, ImmutableArray<string> scopes, string? authorizationId) =>
        Results.SignIn(TokenIdentity.For(account, scopes, authorizationId), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);

    private static IResult Refuse(string error, string description) => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
