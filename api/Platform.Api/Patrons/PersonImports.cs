using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Platform.Api.Repository;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Patrons;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace Platform.Api.Patrons;

/// <summary><c>POST /files/people?library=CODE</c>: takes a Ministry export in for a preview. It is kept for an hour at most, and thrown away once it is imported.</summary>
internal static class PersonImports
{
    public const string Path = "/files/people";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public static void MapPersonImports(this WebApplication app) => app.MapPost(Path, TakeAsync);

    /// <summary>The caller's own file; null when there is none, or it has expired.</summary>
    public static Task<PersonImportFile?> FindAsync(LibraryDb db, string id, long libraryId, DateTimeOffset now, CancellationToken cancellationToken) =>
        Guid.TryParse(id, out var key)
            ? db.PersonImportFiles.FirstOrDefaultAsync(f => f.Id == key && f.LibraryId == libraryId && f.Actor == db.Scope.Actor && f.ExpiresAt > now, cancellationToken)
            : Task.FromResult<PersonImportFile?>(null);

    private static async Task<IResult> TakeAsync(string library, HttpRequest request, LibraryDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var libraryId = await db.Libraries.Where(l => l.Code == library).Select(l => (long?)l.Id).FirstOrDefaultAsync(cancellationToken);
        if (libraryId is not { } known || !db.Scope.May(Permission.EditPatrons, known))
            return Results.Json(new FileProblem("NOT_PERMITTED", "Tài khoản không có quyền này đối với thư viện đó.", "The account does not have this permission for that library."), statusCode: db.Scope.AccountId is null ? Status401Unauthorized : Status403Forbidden);
        if (await ReadAsync(request, cancellationToken) is not { Length: > 0 } bytes)
            return Results.Json(new FileProblem("FILE_SIZE", "Tệp rỗng hoặc lớn hơn 8 MB.", "The file is empty or larger than 8 MB."), statusCode: Status413PayloadTooLarge);
        var now = clock.GetUtcNow();
        await db.PersonImportFiles.IgnoreQueryFilters().Where(f => f.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        var file = new PersonImportFile { Id = Guid.NewGuid(), LibraryId = known, Actor = db.Scope.Actor, Bytes = bytes, ExpiresAt = now + Lifetime };
        db.PersonImportFiles.Add(file);
        await db.SaveChangesAsync(cancellationToken);
        return Results.Json(new { fileId = file.Id.ToString("D"), expiresAt = file.ExpiresAt }, statusCode: Status201Created);
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > PersonImportFile.MostBytes)
            return null;
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = PersonImportFile.MostBytes;
        using var bytes = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(bytes, cancellationToken);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == Status413PayloadTooLarge)
        {
            return null;
        }
        return bytes.Length <= PersonImportFile.MostBytes ? bytes.ToArray() : null;
    }
}
