using System.Globalization;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Platform.Model.Access;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Platform.Api.Access;

/// <summary>
/// Lets a signed-in person's client have a code (OAuth 2.1, OpenID Connect). OpenIddict has checked client, redirect address, PKCE and
/// scopes before this runs; here is decided who the person is, and whether the client may act for them.
/// </summary>
internal sealed class AuthorizeEndpoint(
    UserManager<Account> accounts, IOpenIddictApplicationManager applications, IOpenIddictAuthorizationManager authorizations,
    IAntiforgery antiforgery, TimeProvider clock)
{
    private const string AnswerField = "answer";
    private const string Allowed = "allow";

    public async Task<IResult> AnswerAsync(HttpContext http)
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict has not read the request.");
        var account = await Session.AccountAsync(http, accounts);
        if (account is null || await MustSignInAgainAsync(http, request))
            return AskToSignIn(http, request);
        var client = await applications.FindByClientIdAsync(request.ClientId ?? "", http.RequestAborted)
            ?? throw new InvalidOperationException("OpenIddict lets no unknown client pass.");
        return await ConsentAsync(http, request, account, client);
    }

    private async Task<IResult> ConsentAsync(HttpContext http, OpenIddictRequest request, Account account, object client)
    {
        if (!await applications.HasConsentTypeAsync(client, ConsentTypes.Explicit, http.RequestAborted))
            return Results.SignIn(TokenIdentity.For(account, request.GetScopes()), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        var given = await GivenConsentAsync(account, client, request, http.RequestAborted);
        var answer = await AnswerOfAsync(http);
        if (given is null && answer is null)
        {
            if (request.HasPromptValue(PromptValues.None))
                return Refuse(Errors.ConsentRequired, "The person has not yet allowed this client.");
            await AskAsync(http, request, client);
            return Results.Empty;
        }
        if (given is null && answer != Allowed)
            return Refuse(Errors.AccessDenied, "The person has refused.");
        given ??= await RememberAsync(account, client, request, http.RequestAborted);
        var id = await authorizations.GetIdAsync(given, http.RequestAborted);
        return Results.SignIn(TokenIdentity.For(account, request.GetScopes(), id), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private async Task<bool> MustSignInAgainAsync(HttpContext http, OpenIddictRequest request)
    {
        if (request.HasPromptValue(PromptValues.Login))
            return true;
        var signedInAt = await Session.SignedInAtAsync(http);
        return request.MaxAge is { } seconds && (signedInAt is null || clock.GetUtcNow() - signedInAt > TimeSpan.FromSeconds(seconds));
    }

    private static IResult AskToSignIn(HttpContext http, OpenIddictRequest request)
    {
        if (request.HasPromptValue(PromptValues.None))
            return Refuse(Errors.LoginRequired, "Nobody is signed in.");
        // Without "login" in the prompt that we return to, the sign-in page would be asked for again and again.
        var query = request.GetParameters()
            .Select(p => KeyValuePair.Create(p.Key, p.Key is Parameters.Prompt ? WithoutLogin(request) : (string?)p.Value))
            .Where(p => !string.IsNullOrEmpty(p.Value));
        return Results.Redirect(SignInEndpoint.Address(AccessPaths.Authorize + QueryString.Create(query)));
    }

    private static string WithoutLogin(OpenIddictRequest request) => string.Join(' ', request.GetPromptValues().Where(p => p is not PromptValues.Login));

    private async Task<object?> GivenConsentAsync(Account account, object client, OpenIddictRequest request, CancellationToken cancellationToken)
    {
        var clientId = await applications.GetIdAsync(client, cancellationToken);
        await foreach (var given in authorizations.FindAsync(
            AccountKey.Text(account.Id), clientId, Statuses.Valid, AuthorizationTypes.Permanent, request.GetScopes(), cancellationToken))
        {
            return given;
        }
        return null;
    }

    private async Task<object> RememberAsync(Account account, object client, OpenIddictRequest request, CancellationToken cancellationToken) =>
        await authorizations.CreateAsync(
            TokenIdentity.For(account, request.GetScopes()), AccountKey.Text(account.Id),
            await applications.GetIdAsync(client, cancellationToken) ?? "", AuthorizationTypes.Permanent, request.GetScopes(), cancellationToken);

    private async Task<string?> AnswerOfAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http))
            return null;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return form.TryGetValue(AnswerField, out var answer) ? answer.ToString() : null;
    }

    private async Task AskAsync(HttpContext http, OpenIddictRequest request, object client)
    {
        var text = PageText.For(http.Request);
        var title = await applications.GetDisplayNameAsync(client, http.RequestAborted) ?? request.ClientId ?? "";
        var token = antiforgery.GetAndStoreTokens(http);
        var hidden = request.GetParameters()
            .Where(p => p.Key != token.FormFieldName && p.Key != AnswerField)
            .Select(p => KeyValuePair.Create(p.Key, (string?)p.Value ?? ""))
            .Append(KeyValuePair.Create(token.FormFieldName, token.RequestToken ?? ""));
        var target = new Uri(request.RedirectUri ?? "", UriKind.Absolute); // OpenIddict has compared it with the registered ones
        await new AccessPage(text, title)
            .Paragraph(string.Format(CultureInfo.InvariantCulture, text.Asks, title))
            .List(request.GetScopes().Where(text.Scopes.ContainsKey).Select(scope => text.Scopes[scope]))
            .Form(AccessPaths.Authorize, hidden, form => form
                .Button(text.Allow, AnswerField, Allowed)
                .Button(text.Deny, AnswerField, "deny", plain: true))
            .WriteAsync(http, StatusCodes.Status200OK, target.Scheme is "http" or "https" ? target.GetLeftPart(UriPartial.Authority) : target.Scheme + ":");
    }

    private static IResult Refuse(string error, string description) => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
