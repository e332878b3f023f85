using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Api.Repository;
using Platform.Model.Access;
using Platform.Reporting.Rendering;
using Platform.Reporting.Snapshots;
using Platform.Storage;
using Platform.Storage.Repository;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace Platform.Api.Reporting;

/// <summary><c>/files/reports/…</c>: gives a closed report as a file to the holder of a link. A snapshot that was tampered with is not given.</summary>
internal static class ReportFileEndpoint
{
    public const string Path = "/files/reports/";

    public static void MapReportFiles(this WebApplication app) => app.MapGet(Path + "{link}", AnswerAsync);

    private static async Task<IResult> AnswerAsync(
        string link, HttpContext http, SignedLinks links, LibraryDbFactory databases, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (ReportFileTicket.Open(link, links, clock.GetUtcNow()) is not { } ticket)
            return Results.Json(new FileProblem("LINK_EXPIRED", "Liên kết đã hết hạn hoặc không đúng.", "The link has expired or is wrong."), statusCode: Status403Forbidden);
        await using var db = databases.For(Scope.System);
        var row = await db.ReportSnapshots.AsNoTracking().SingleOrDefaultAsync(s => s.RunId == ticket.RunId && s.Number == ticket.Snapshot, cancellationToken);
        if (row is null)
            return Results.NotFound();
        try
        {
            var file = ReportFiles.Write(SnapshotStore.Open(row).Report, ticket.Format);
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers.CacheControl = "private, no-store";
            return Results.File(file.Bytes, file.MediaType, file.Name);
        }
        catch (SnapshotDamagedException)
        {
            return Results.Json(new FileProblem("REPORT_DAMAGED", "Bản chốt của báo cáo không còn nguyên vẹn.", "The stored report is not the one that was frozen."), statusCode: Status500InternalServerError);
        }
    }
}

/// <summary>What a link to a report's file lets its holder have.</summary>
/// <param name="RunId">The report.</param>
/// <param name="Snapshot">Number of the version.</param>
/// <param name="Format">The format.</param>
/// <param name="ExpiresAt">When the link stops working; whole seconds.</param>
internal sealed record ReportFileTicket(long RunId, int Snapshot, ReportFormat Format, DateTimeOffset ExpiresAt)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>The ticket as text for a link, with a code that only the platform can make.</summary>
    public string Sign(SignedLinks links) => $"{Text}.{Code(links)}";

    /// <summary>The ticket of a link; null when it was not made here, was changed, or has expired.</summary>
    public static ReportFileTicket? Open(string link, SignedLinks links, DateTimeOffset now)
    {
        if (link.Split('.') is not [var run, var snapshot, var format, var until, var code]
            || !long.TryParse(run, NumberStyles.None, CultureInfo.InvariantCulture, out var runId)
            || !int.TryParse(snapshot, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !byte.TryParse(format, NumberStyles.None, CultureInfo.InvariantCulture, out var kind)
            || !int.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return null;
        var ticket = new ReportFileTicket(runId, number, (ReportFormat)kind, DateTimeOffset.FromUnixTimeSeconds(seconds));
        var isOurs = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(ticket.Code(links)), Encoding.UTF8.GetBytes(code));
        return isOurs && ticket.ExpiresAt > now ? ticket : null;
    }

    private string Text => string.Create(CultureInfo.InvariantCulture, $"{RunId}.{Snapshot}.{(byte)Format}.{ExpiresAt.ToUnixTimeSeconds()}");

    private string Code(SignedLinks links) => links.CodeOf("report-file:" + Text);
}
