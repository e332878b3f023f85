using Platform.Api.Repository;
using Platform.Model.Access;
using Platform.Storage;
using Platform.Storage.Patrons;
using Platform.Storage.Repository;

namespace Platform.Api.Patrons;

/// <summary><c>/files/person/…</c>: gives a person's data to the holder of a link, as they are now.</summary>
internal static class PersonExportEndpoint
{
    public const string Path = "/files/person/";

    public const string Purpose = "person";

    public static void MapPersonExports(this WebApplication app) => app.MapGet(Path + "{link}", AnswerAsync);

    private static async Task<IResult> AnswerAsync(
        string link, HttpContext http, SignedLinks links, LibraryDbFactory databases, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (links.Unseal(Purpose, link) is not { } patronId)
            return Results.Json(new FileProblem("LINK_EXPIRED", "Liên kết đã hết hạn hoặc không đúng.", "The link has expired or is wrong."), statusCode: StatusCodes.Status403Forbidden);
        await using var db = databases.For(Scope.System);
        if (await PersonExport.ZipAsync(db, patronId, clock.GetUtcNow(), cancellationToken) is not { } archive)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Results.File(archive, "application/zip", "du-lieu-ban-doc.zip");
    }
}
