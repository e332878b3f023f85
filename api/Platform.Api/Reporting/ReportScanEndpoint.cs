using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Api.Repository;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Reporting;
using Platform.Reporting.Snapshots;
using Platform.Storage;
using Platform.Storage.Repository;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace Platform.Api.Reporting;

/// <summary><c>/files/report-scans/…</c>: gives the signed paper of a report to the holder of a link. Bytes that are no longer those that were added are not given.</summary>
internal static class ReportScanEndpoint
{
    public const string Path = "/files/report-scans/";

    public static void MapReportScans(this WebApplication app) => app.MapGet(Path + "{link}", AnswerAsync);

    /// <summary>The scan as a file to save; null when there is none in sight of the caller.</summary>
    public static async Task<IResult?> SendAsync(LibraryDb db, FileStore store, long scanId, HttpContext http)
    {
        var scan = await db.ReportScans.AsNoTracking().Include(s => s.Content).Include(s => s.Run).ThenInclude(r => r.Library)
            .SingleOrDefaultAsync(s => s.Id == scanId, http.RequestAborted);
        if (scan is null || !await MaySeeAsync(db, scan, http.RequestAborted))
            return null;
        if (!await store.IsIntactAsync(scan.Content.Sha256, http.RequestAborted))
            return Results.Json(new FileProblem("SCAN_DAMAGED", "Bản quét đang lưu không còn nguyên vẹn.", "The stored scan is not the one that was added."), statusCode: Status500InternalServerError);
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, no-store";
        var name = string.Create(CultureInfo.InvariantCulture, $"{scan.Run.DefinitionCode}_{scan.Run.Library.Code}_{scan.Run.Period}_{scan.Snapshot}.{ScanPolicy.EndingOf(scan.Content.Format)}");
        return Results.File(await store.OpenAsync(scan.Content.Sha256, http.RequestAborted), ScanPolicy.MediaTypeOf(scan.Content.Format), name);
    }

    /// <summary>Whether the caller may see the paper: it shows the whole form.</summary>
    /// <param name="db">The database as the caller sees it.</param>
    /// <param name="scan">The scan with its report.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<bool> MaySeeAsync(LibraryDb db, ReportScan scan, CancellationToken cancellationToken) =>
        await db.ReportSnapshots.AsNoTracking().SingleOrDefaultAsync(s => s.RunId == scan.RunId && s.Number == scan.Snapshot, cancellationToken) is { } snapshot
        && Disclosure.Of(SnapshotStore.Open(snapshot).Report.Document, Disclosure.ReaderOf(db.Scope, snapshot.LibraryId, scan.Run.State)).IsWhole;

    private static async Task<IResult> AnswerAsync(string link, HttpContext http, SignedLinks links, LibraryDbFactory databases, FileStore store, TimeProvider clock)
    {
        if (ReportScanTicket.Open(link, links, clock.GetUtcNow()) is not { } ticket)
            return Results.Json(new FileProblem("LINK_EXPIRED", "Liên kết đã hết hạn hoặc không đúng.", "The link has expired or is wrong."), statusCode: Status403Forbidden);
        await using var db = databases.For(Scope.System);
        return await SendAsync(db, store, ticket.ScanId, http) ?? Results.NotFound();
    }
}

/// <summary>What a link to a scan lets its holder have.</summary>
/// <param name="ScanId">The scan.</param>
/// <param name="ExpiresAt">When the link stops working; whole seconds.</param>
internal sealed record ReportScanTicket(long ScanId, DateTimeOffset ExpiresAt)
{
    /// <summary>The ticket as text for a link, with a code that only the platform can make.</summary>
    public string Sign(SignedLinks links) => $"{Text}.{Code(links)}";

    /// <summary>The ticket of a link; null when it was not made here, was changed, or has expired.</summary>
    public static ReportScanTicket? Open(string link, SignedLinks links, DateTimeOffset now)
    {
        if (link.Split('.') is not [var scan, var until, var code]
            || !long.TryParse(scan, NumberStyles.None, CultureInfo.InvariantCulture, out var scanId)
            || !int.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return null;
        var ticket = new ReportScanTicket(scanId, DateTimeOffset.FromUnixTimeSeconds(seconds));
        var isOurs = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(ticket.Code(links)), Encoding.UTF8.GetBytes(code));
        return isOurs && ticket.ExpiresAt > now ? ticket : null;
    }

    private string Text => string.Create(CultureInfo.InvariantCulture, $"{ScanId}.{ExpiresAt.ToUnixTimeSeconds()}");

    private string Code(SignedLinks links) => links.CodeOf("report-scan:" + Text);
}
