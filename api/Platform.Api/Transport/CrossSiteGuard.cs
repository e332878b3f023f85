using Microsoft.Net.Http.Headers;

namespace Platform.Api.Transport;

/// <summary>
/// Refuses what another site's page could make a browser send without a CORS preflight: such a request carries the user's cookies,
/// not the user's will. A non-simple Content-Type or one of three headers proves that the browser asked first.
/// </summary>
internal static class CrossSiteGuard
{
    private static readonly string[] ProvingHeaders = ["GraphQL-Require-Preflight", "X-Apollo-Operation-Name", "Apollo-Require-Preflight"];

    public static bool Refuses(HttpRequest request)
    {
        if (ProvingHeaders.Any(name => !string.IsNullOrEmpty(request.Headers[name])))
            return false;
        // Without cookies a GET carries nobody's authority: portals may cache and link it.
        if (HttpMethods.IsGet(request.Method))
            return request.Headers.Cookie.Count > 0;
        return IsSimple(request.ContentType);
    }

    private static bool IsSimple(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (type.MediaType.Equals("text/plain", StringComparison.OrdinalIgnoreCase)
            || type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            || type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase));
}
