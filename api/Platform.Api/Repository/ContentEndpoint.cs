using Microsoft.Net.Http.Headers;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Repository;
using Platform.Storage;
using Platform.Storage.Repository;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace Platform.Api.Repository;

/// <summary><c>/files/content/…</c>: gives a file to the holder of a link, whole or in ranges, after asking again whether it may be given.</summary>
internal static class ContentEndpoint
{
    public const string Path = "/files/content/";

    public static void MapContent(this WebApplication app) =>
        app.MapMethods(Path + "{link}", [HttpMethods.Get, HttpMethods.Head], AnswerAsync);

    private static async Task<IResult> AnswerAsync(
        string link, HttpContext http, SignedLinks links, FileStore store, LibraryDbFactory databases, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (links.Open(link) is not { } ticket)
            return Results.Json(new FileProblem("LINK_EXPIRED", "Liên kết đã hết hạn hoặc không đúng.", "The link has expired or is wrong."), statusCode: Status403Forbidden);
        await using var db = databases.For(Scope.System);
        var answer = await new ContentAccess(db, clock).DecideAsync(ticket.FileId, ticket.Action, ticket.Reader, cancellationToken);
        if (answer.File is not { } file)
            return Results.NotFound();
        if (answer.Refusal is { } refusal)
            return Results.Json(FileProblem.Of(refusal), statusCode: Status403Forbidden);
        if (!await HasTurnAsync(file, ticket, db, clock, cancellationToken))
            return Results.Json(new FileProblem("TURN_ENDED", "Lượt đọc đã hết.", "The turn has ended."), statusCode: Status403Forbidden);
        var sha = ticket.Action is AccessAction.Preview ? file.Content.Reading?.ThumbnailSha256 : file.Content.Sha256;
        if (sha is null || !await store.HasAsync(sha, cancellationToken))
            return Results.StatusCode(Status503ServiceUnavailable);
        await new UseCounter(db, links, clock).CountAsync(file, ticket, cancellationToken);
        return Give(http.Response, file, ticket, await store.OpenAsync(sha, cancellationToken));
    }

    private static async Task<bool> HasTurnAsync(EResourceFile file, LinkTicket ticket, LibraryDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var resource = file.ResourceVersion.Resource;
        if (!resource.IsLimitedToCopies || ticket.Action is not AccessAction.ReadOnline || ticket.Reader.Standing is Standing.Editor)
            return true;
        return ticket.LeaseId is { } lease && await new ReadingSeats(db, clock).LastsAsync(resource.Id, lease, cancellationToken);
    }

    private static IResult Give(HttpResponse response, EResourceFile file, LinkTicket ticket, Stream content)
    {
        var format = ticket.Action is AccessAction.Preview ? FileFormat.Webp : file.Content.Format;
        var inline = ticket.Action is not AccessAction.Download && format.IsReadableOnline();
        var disposition = new ContentDispositionHeaderValue(inline ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.XContentTypeOptions = "nosniff";
        // Whatever a file holds, it runs nothing and belongs to no site.
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-site";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "private, no-store";
        return Results.File(
            content,
            format.MediaType(),
            lastModified: file.Content.StoredAt,
            entityTag: ticket.Action is AccessAction.Preview ? null : new EntityTagHeaderValue($"\"{file.Content.Sha256}\""),
            enableRangeProcessing: true);
    }
}
