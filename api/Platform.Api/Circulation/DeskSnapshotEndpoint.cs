using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Platform.Api.Repository;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Patrons;
using Platform.Storage;
using Platform.Storage.Circulation;
using Platform.Storage.Patrons;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace Platform.Api.Circulation;

/// <summary><c>GET /files/desk?library=CODE[&amp;after=SEQUENCE]</c>: what a desk needs to go on without a connection, whole or as changes.</summary>
internal static class DeskSnapshotEndpoint
{
    public static void MapDeskSnapshots(this WebApplication app) => app.MapGet("/files/desk", AnswerAsync);

    private static async Task<IResult> AnswerAsync(
        string library, long? after, HttpContext http, LibraryDb db, LibraryDbFactory databases, LookLog looks, TimeProvider clock, CancellationToken cancellationToken)
    {
        var libraryId = await db.Libraries.Where(l => l.Code == library).Select(l => (long?)l.Id).FirstOrDefaultAsync(cancellationToken);
        if (libraryId is not { } known || !db.Scope.May(Permission.Circulate, known) || !db.Scope.May(Permission.ReadPatrons, known))
            return Results.Json(new FileProblem("NOT_PERMITTED", "Tài khoản không có quyền này đối với thư viện đó.", "The account does not have this permission for that library."), statusCode: db.Scope.AccountId is null ? Status401Unauthorized : Status403Forbidden);
        await using var feed = databases.For(Scope.System);
        var (json, patrons) = await DeskSnapshots.ReadAsync(db, feed, known, after, clock.Today(), cancellationToken);
        await looks.NoteAsync(patrons, LookKind.Card, cancellationToken);
        http.Response.Headers.CacheControl = "private, no-store";
        if (!http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
            return Results.Bytes(json, "application/json");
        http.Response.Headers.ContentEncoding = "gzip";
        return Results.Bytes(await PackAsync(json, cancellationToken), "application/json");
    }

    private static async Task<byte[]> PackAsync(byte[] json, CancellationToken cancellationToken)
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            await gzip.WriteAsync(json, cancellationToken);
        return packed.ToArray();
    }
}
