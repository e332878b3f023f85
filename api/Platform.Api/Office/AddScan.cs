using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Platform.Api.Reporting;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Reporting;
using Platform.Reporting.Submissions;
using Platform.Storage.Repository;

namespace Platform.Api.Office;

/// <summary>Takes the signed and stamped paper of a report from the form of its page, and gives it to those who may read the report.</summary>
internal static class AddScan
{
    public const string FileField = "scan";

    // The form's other fields are small.
    private const long MostRequestBytes = ScanPolicy.MostBytes + (64 << 10);

    public static async Task<IResult> TakeAsync(HttpContext http, LibraryDb db, ScanDesk desk, IAntiforgery antiforgery, long id)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostRequestBytes;
        if (!http.Request.HasFormContentType || http.Request.ContentLength > MostRequestBytes || !await antiforgery.IsRequestValidAsync(http))
            return Results.Redirect(OfficePaths.Report(id));
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form.Files.GetFile(FileField) is not { Length: > 0 } file)
            return Results.Redirect(OfficePaths.Report(id));
        await using var bytes = file.OpenReadStream();
        var outcome = await desk.AddAsync(id, null, file.FileName, file.Length, bytes, http.RequestAborted);
        return outcome switch
        {
            { Scan: not null } => Results.Redirect(OfficePaths.Report(id)),
            { File: { } refusal } => await ReportDetails.PageAsync(http, db, antiforgery, id, refusal.Vietnamese),
            _ => await ReportDetails.PageAsync(http, db, antiforgery, id, OfficeWords.Of(outcome.Refusal ?? SubmissionRefusal.NotFound)),
        };
    }

    public static async Task<IResult> SendAsync(HttpContext http, LibraryDb db, FileStore store, long scan) =>
        db.Scope.May(Permission.ReadReports) && await ReportScanEndpoint.SendAsync(db, store, scan, http) is { } file
            ? file
            : NotFoundPage.Of("Không có bản quét này, hoặc tài khoản của bạn không được xem.");
}
