namespace Platform.Api.Transport;

/// <summary>The page that a browser gets at <c>/graphql</c>: GraphiQL when its files were there at build time, otherwise a small page of our own.</summary>
internal static class QueryPage
{
    private const string Folder = "graphiql";

    public static bool IsWantedBy(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && !request.Query.ContainsKey("query") && !request.Query.ContainsKey("documentId")
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    public static async Task AnswerAsync(HttpContext http)
    {
        var environment = http.RequestServices.GetRequiredService<IWebHostEnvironment>();
        var graphiql = environment.WebRootFileProvider.GetFileInfo($"{Folder}/graphiql.min.js").Exists;
        var page = environment.WebRootFileProvider.GetFileInfo(graphiql ? $"{Folder}/index.html" : "query/index.html");
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-cache";
        // The page runs our own files only, and talks to nobody else.
        http.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; frame-ancestors 'none'; form-action 'none'";
        await http.Response.SendFileAsync(page, http.RequestAborted);
    }
}
