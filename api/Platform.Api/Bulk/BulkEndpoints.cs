using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.Api.Repository;
using Platform.Model.Access;
using Platform.Model.Bulk;
using Platform.Storage;
using Platform.Storage.Repository;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace Platform.Api.Bulk;

/// <summary><c>/files/bulk/…</c>: takes the file of an import, and gives the result of a job, to the holder of a link.</summary>
internal static class BulkEndpoints
{
    public const string Path = "/files/bulk/";

    /// <summary>Purpose of links by which a file is sent.</summary>
    public const string Sending = "bulk-in";

    /// <summary>Purpose of links by which a result is fetched.</summary>
    public const string Fetching = "bulk-out";

    public static void MapBulk(this WebApplication app)
    {
        app.MapPut(Path + "{link}", TakeAsync);
        app.MapGet(Path + "{link}", GiveAsync);
    }

    private static async Task<IResult> TakeAsync(
        string link, HttpRequest request, SignedLinks links, LibraryDbFactory databases, BulkFolder folder, IOptions<BulkOptions> options, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (links.Unseal(Sending, link) is not { } id)
            return Expired;
        await using var db = databases.For(Scope.System);
        if (!await db.BulkJobs.AnyAsync(j => j.Id == id && j.State == BulkJobState.AwaitingFile, cancellationToken))
            return AlreadySent;
        var most = Math.Min(options.Value.MostFileBytes, folder.FreeBytes);
        var arriving = folder.Arriving(id);
        if (await SaveAsync(request, arriving, most, cancellationToken) is not (> 0 and var size))
        {
            File.Delete(arriving);
            return No("FILE_SIZE", $"Tệp rỗng hoặc lớn hơn {most} byte.", $"The file is empty or larger than {most} bytes.", Status413PayloadTooLarge);
        }
        // Of two who send at one time the first one's file is taken.
        try
        {
            File.Move(arriving, folder.InputOf(id), overwrite: false);
        }
        catch (IOException) when (File.Exists(folder.InputOf(id)))
        {
            File.Delete(arriving);
            return AlreadySent;
        }
        var now = clock.GetUtcNow();
        var taken = await db.BulkJobs.Where(j => j.Id == id && j.State == BulkJobState.AwaitingFile).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.State, BulkJobState.Waiting).SetProperty(j => j.InputBytes, size).SetProperty(j => j.ExpiresAt, now.AddDays(options.Value.KeptDays)), cancellationToken);
        return taken == 1 ? Results.Accepted() : AlreadySent;
    }

    private static async Task<IResult> GiveAsync(
        string link, HttpContext http, SignedLinks links, LibraryDbFactory databases, BulkLedger ledger, BulkFolder folder, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (links.Unseal(Fetching, link) is not { } id)
            return Expired;
        await using var db = databases.For(Scope.System);
        var now = clock.GetUtcNow();
        if (await db.BulkJobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == id && j.ExpiresAt > now, cancellationToken) is not { IsOver: true } job || !File.Exists(folder.ResultOf(job)))
            return Results.NotFound();
        // A link is no longer worth anything once the account is closed or lost the permission.
        if (await ledger.ScopeOfAsync(job, cancellationToken) is not { } scope || !scope.May(BulkKinds.PermissionOf(job.Kind)))
            return No("FORBIDDEN", "Không có quyền.", "Not permitted.", Status403Forbidden);
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        var (type, ending) = FormOf(job.Format);
        return Results.File(folder.ResultOf(job), type, $"bulk-{job.Id}.{ending}", enableRangeProcessing: true);
    }

    /// <summary>How many bytes were saved; null when there are too many.</summary>
    private static async Task<long?> SaveAsync(HttpRequest request, string path, long most, CancellationToken cancellationToken)
    {
        if (request.ContentLength > most)
            return null;
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = Math.Max(0, most);
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            await request.Body.CopyToAsync(file, cancellationToken);
            file.Flush(flushToDisk: true);
            return file.Length <= most ? file.Length : null;
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == Status413PayloadTooLarge)
        {
            return null;
        }
    }

    private static (string Type, string Ending) FormOf(BulkFormat format) => format switch
    {
        BulkFormat.Jsonl => ("application/jsonl", "jsonl"),
        BulkFormat.Xlsx => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        BulkFormat.Marc => ("application/marc", "mrc"),
        BulkFormat.MarcXml => ("application/marcxml+xml", "xml"),
        BulkFormat.MarcJson => ("application/json", "json"),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    private static IResult Expired => No("LINK_EXPIRED", "Liên kết đã hết hạn hoặc không đúng.", "The link has expired or is wrong.", Status403Forbidden);

    private static IResult AlreadySent => No("ALREADY_SENT", "Việc này đã nhận tệp hoặc đã bị hủy.", "The file of this job was sent already, or the job was cancelled.", Status409Conflict);

    private static IResult No(string code, string vietnamese, string english, int status) => Results.Json(new FileProblem(code, vietnamese, english), statusCode: status);
}
