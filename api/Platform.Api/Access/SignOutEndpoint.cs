using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;

namespace Platform.Api.Access;

/// <summary>Ends the session, after the person has said so: another site cannot sign anyone out.</summary>
internal static class SignOutEndpoint
{
    public static async Task<IResult> AnswerAsync(HttpContext http, IAntiforgery antiforgery)
    {
        if (HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(http))
        {
            await http.SignOutAsync(Session.Scheme);
            if (http.GetOpenIddictServerRequest()?.PostLogoutRedirectUri is not null)
                return Results.SignOut(authenticationSchemes: [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
            var said = PageText.For(http.Request);
            await new AccessPage(said, said.SignedOut).WriteAsync(http, StatusCodes.Status200OK);
            return Results.Empty;
        }
        await AskAsync(http, antiforgery);
        return Results.Empty;
    }

    private static Task AskAsync(HttpContext http, IAntiforgery antiforgery)
    {
        var text = PageText.For(http.Request);
        var token = antiforgery.GetAndStoreTokens(http);
        var request = http.GetOpenIddictServerRequest() ?? new OpenIddictRequest();
        var hidden = request.GetParameters()
            .Where(p => p.Key != token.FormFieldName)
            .Select(p => KeyValuePair.Create(p.Key, (string?)p.Value ?? ""))
            .Append(KeyValuePair.Create(token.FormFieldName, token.RequestToken ?? ""));
        var target = Uri.TryCreate(request.PostLogoutRedirectUri, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority) : null;
        return new AccessPage(text, text.SignOut)
            .Form(AccessPaths.EndSession, hidden, form => form.Button(text.SignOut))
            .WriteAsync(http, StatusCodes.Status200OK, target);
    }
}
