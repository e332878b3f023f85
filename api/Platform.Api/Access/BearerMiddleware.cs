using Microsoft.Net.Http.Headers;
using Platform.Api.GraphQL;
using Platform.Api.Transport;

namespace Platform.Api.Access;

/// <summary>Gives each request the scope of its bearer token, before anything opens the database. A token that is not valid is refused, never ignored.</summary>
internal sealed class BearerMiddleware(RequestDelegate next)
{
    private const string Scheme = "Bearer ";

    public async Task InvokeAsync(HttpContext http, RequestScope scope, BearerScopes bearers)
    {
        // The sign-in endpoints read their own tokens: an expired access token must not stop its renewal.
        scope.Address = http.Connection.RemoteIpAddress;
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || http.Request.Path.StartsWithSegments(AccessPaths.Connect))
        {
            await next(http);
            return;
        }
        var bearer = await bearers.OfAsync(header[Scheme.Length..].Trim(), http.RequestAborted);
        if (bearer is null)
        {
            await RefuseAsync(http);
            return;
        }
        scope.Carries(bearer);
        await next(http);
    }

    private static Task RefuseAsync(HttpContext http)
    {
        http.RequestServices.GetRequiredService<RequestLanguage>().Choose(http.Request.Headers);
        http.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer error=\"invalid_token\"";
        return AnswerWriter.WriteAsync(http, Problems.InvalidToken.ToResult(), Negotiation.Choose(http.Request.Headers) ?? AnswerForm.Json);
    }
}
