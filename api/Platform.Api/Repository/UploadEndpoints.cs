using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Repository;
using Platform.Storage.Repository;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace Platform.Api.Repository;

/// <summary>
/// <c>/files/uploads</c>: files come in by the tus protocol 1.0 (core, creation, termination, expiration), so that an upload that broke off
/// goes on where it stood. The file's name and the library's code are metadata of the creation.
/// </summary>
internal static class UploadEndpoints
{
    public const string Path = "/files/uploads";

    private const string Protocol = "1.0.0";
    private const string Resumable = "Tus-Resumable";
    private const string UploadOffset = "Upload-Offset";
    private const string UploadLength = "Upload-Length";
    private const string ContentType = "application/offset+octet-stream";

    public static void MapUploads(this WebApplication app)
    {
        app.MapMethods(Path, [HttpMethods.Options], Describe);
        app.MapPost(Path, BeginAsync);
        app.MapMethods(Path + "/{id:guid}", [HttpMethods.Head], StandAsync);
        app.MapPatch(Path + "/{id:guid}", AppendAsync);
        app.MapDelete(Path + "/{id:guid}", AbandonAsync);
    }

    private static IResult Describe(HttpResponse response)
    {
        response.Headers[Resumable] = Protocol;
        response.Headers["Tus-Version"] = Protocol;
        response.Headers["Tus-Extension"] = "creation,termination,expiration";
        return Results.NoContent();
    }

    private static async Task<IResult> BeginAsync(HttpRequest request, HttpResponse response, LibraryDb db, Uploads uploads, CancellationToken cancellationToken)
    {
        if (ProtocolFault(request, response) is { } fault)
            return fault;
        if (!long.TryParse(request.Headers[UploadLength], NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            return Results.Json(new FileProblem("UPLOAD_LENGTH", "Thiếu Upload-Length.", "Upload-Length is missing."), statusCode: Status400BadRequest);
        var metadata = Metadata(request.Headers["Upload-Metadata"].ToString());
        var code = metadata.GetValueOrDefault("library", "");
        var library = await db.Libraries.Where(l => l.Code == code).Select(l => (long?)l.Id).SingleOrDefaultAsync(cancellationToken);
        if (library is not { } known || !db.Scope.May(Permission.EditRepository, known))
            return Denied(db.Scope);
        var begun = await uploads.BeginAsync(known, metadata.GetValueOrDefault("filename"), size, cancellationToken);
        if (begun.Upload is not { } upload)
            return Refused(begun);
        response.Headers["Upload-Expires"] = upload.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);
        return Results.Created($"{Path}/{upload.Id:D}", null);
    }

    private static async Task<IResult> StandAsync(Guid id, HttpRequest request, HttpResponse response, Uploads uploads, CancellationToken cancellationToken)
    {
        if (ProtocolFault(request, response) is { } fault)
            return fault;
        var found = await uploads.FindAsync(id, cancellationToken);
        response.Headers.CacheControl = "no-store";
        if (found.Upload is not { } upload)
            return Results.NotFound();
        Progress(response, found.Received);
        response.Headers[UploadLength] = upload.Size.ToString(CultureInfo.InvariantCulture);
        return Results.Ok();
    }

    private static async Task<IResult> AppendAsync(Guid id, HttpContext http, Uploads uploads, CancellationToken cancellationToken)
    {
        var request = http.Request;
        if (ProtocolFault(request, http.Response) is { } fault)
            return fault;
        if (request.ContentType != ContentType)
            return Results.StatusCode(Status415UnsupportedMediaType);
        if (!long.TryParse(request.Headers[UploadOffset], NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
            return Results.BadRequest();
        // The size was announced and checked at the beginning; the server's own limit for bodies does not apply.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        var progress = await uploads.AppendAsync(id, offset, request.Body, cancellationToken);
        Progress(http.Response, progress.Received);
        return progress.Refusal is null ? Results.NoContent() : Refused(progress);
    }

    private static async Task<IResult> AbandonAsync(Guid id, HttpRequest request, HttpResponse response, Uploads uploads, CancellationToken cancellationToken) =>
        ProtocolFault(request, response) ?? (await uploads.AbandonAsync(id, cancellationToken) ? Results.NoContent() : Results.NotFound());

    // A page of another site cannot send this header without asking first, so it also keeps forged requests out.
    private static IResult? ProtocolFault(HttpRequest request, HttpResponse response)
    {
        response.Headers[Resumable] = Protocol;
        if (request.Headers[Resumable] == Protocol)
            return null;
        response.Headers["Tus-Version"] = Protocol;
        return Results.StatusCode(Status412PreconditionFailed);
    }

    private static void Progress(HttpResponse response, long received) =>
        response.Headers[UploadOffset] = received.ToString(CultureInfo.InvariantCulture);

    private static IResult Denied(Scope scope) => scope.Actor == Scope.Anonymous.Actor
        ? Results.Json(new FileProblem("UNAUTHENTICATED", "Hãy đăng nhập.", "Sign in."), statusCode: Status401Unauthorized)
        : Results.Json(new FileProblem("FORBIDDEN", "Không có quyền tải lên cho thư viện này.", "You may not upload for this library."), statusCode: Status403Forbidden);

    private static IResult Refused(UploadProgress progress) =>
        Results.Json(FileProblem.Of(progress.Refusal!), statusCode: StatusOf(progress.Refusal!.Code)); // asked only for refused ones

    private static int StatusOf(FileRefusalCode code) => code switch
    {
        FileRefusalCode.TooLarge => Status413PayloadTooLarge,
        FileRefusalCode.LibraryFull or FileRefusalCode.TooManyFiles or FileRefusalCode.DiskFull => Status507InsufficientStorage,
        FileRefusalCode.NoSuchUpload => Status404NotFound,
        FileRefusalCode.OtherOffset => Status409Conflict,
        FileRefusalCode.Busy => Status423Locked,
        FileRefusalCode.Held => Status202Accepted,
        FileRefusalCode.NotScanned => Status503ServiceUnavailable,
        _ => Status422UnprocessableEntity,
    };

    // tus: "key base64,key base64"; what cannot be read is left out, and so missed where it is needed.
    private static Dictionary<string, string> Metadata(string header)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (pair.Split(' ') is [var key, var value] && TextOf(value) is { } text)
                found[key] = text;
        return found;
    }

    private static string? TextOf(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
