using Microsoft.Net.Http.Headers;

namespace Platform.Api.Access;

/// <summary>Gives each request the scope of its bearer token, before anything opens the database. A token that is not valid is refused, never ignored.</summary>
internal sealed class BearerMiddleware(RequestDelegate next)
{
    private const string Scheme = "Bearer ";

    public async Task InvokeAsync(HttpContext http, RequestScope scope, BearerScopes bearers)
    {
        // The sign-in endpoints read their own tokens: an expired access token must not stop its renewal.
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || http.Request.Path.StartsWithSegments(AccessPaths.Connect))
        {
            await next(http);
            return;
        }
        var bearer = await bearers.OfAsync(header[Scheme.Length..].Trim(), http.RequestAborted);
        if (bearer is null)
        {
            await RefuseAsync(http.Response);
            return;
        }
        scope.Current = bearer.Scope;
        await next(http);
    }

    private static Task RefuseAsync(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status401Unauthorized;
        response.Headers[HeaderNames.WWWAuthenticate] = "Bearer error=\"invalid_token\"";
        response.Headers.CacheControl = "no-store";
        return response.WriteAsJsonAsync(new
        {
            errors = new[]
            {
                new
                {
                    message = "The access token is not valid or has expired: sign in again or renew it.",
                    extensions = new { code = "UNAUTHENTICATED" },
                },
            },
        });
    }
}
