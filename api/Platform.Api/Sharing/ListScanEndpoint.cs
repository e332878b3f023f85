using Microsoft.EntityFrameworkCore;
using Platform.Model.Access;
using Platform.Model.Repository;
using Platform.Storage;
using Platform.Storage.Repository;

namespace Platform.Api.Sharing;

/// <summary><c>/files/list-scans/…</c>: the stamped scan of a semester list, for the holder of a link.</summary>
internal static class ListScanEndpoint
{
    private const string Path = "/files/list-scans/";
    private const string Purpose = "list-scan";

    public static string UrlOf(SignedLinks links, long listId, DateTimeOffset expiresAt) => Path + links.Seal(Purpose, listId, expiresAt);

    public static void MapListScans(this WebApplication app) => app.MapGet(Path + "{link}", AnswerAsync);

    private static async Task<IResult> AnswerAsync(string link, HttpResponse response, SignedLinks links, FileStore store, LibraryDbFactory databases, CancellationToken cancellationToken)
    {
        if (links.Unseal(Purpose, link) is not { } listId)
            return Results.Json(new Repository.FileProblem("LINK_EXPIRED", "Liên kết đã hết hạn hoặc không đúng.", "The link has expired or is wrong."), statusCode: StatusCodes.Status403Forbidden);
        await using var db = databases.For(Scope.System);
        var scan = await db.SemesterLists.AsNoTracking().Where(l => l.Id == listId).Select(l => new { l.ScanName, l.Scan }).SingleOrDefaultAsync(cancellationToken);
        if (scan?.Scan is not { } content || !await store.HasAsync(content.Sha256, cancellationToken))
            return Results.NotFound();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        response.Headers.CacheControl = "private, no-store";
        return Results.File(await store.OpenAsync(content.Sha256, cancellationToken), content.Format.MediaType(), scan.ScanName);
    }
}
