using Microsoft.EntityFrameworkCore;
using Platform.Api.Reporting;
using Platform.Model;
using Platform.Model.Access;
using Platform.Reporting.Rendering;
using Platform.Reporting.Snapshots;

namespace Platform.Api.Office;

/// <summary>Sends the frozen report as a file: the same bytes each time.</summary>
internal static class DownloadReport
{
    public static async Task<IResult> SendAsync(LibraryDb db, long id, string format, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<ReportFormat>(format, ignoreCase: true, out var wanted) || !Enum.IsDefined(wanted))
            return NotFoundPage.Of($"Không có định dạng '{format}'.");
        var run = db.Scope.May(Permission.ReadReports) ? await db.ReportRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) : null;
        if (run is null || await SnapshotStore.OpenAsync(db, id, cancellationToken) is not { } snapshot)
            return NotFoundPage.Of("Không có báo cáo này, hoặc tài khoản của bạn không được xem.");
        if (!Disclosure.Of(snapshot.Report.Document, Disclosure.ReaderOf(db.Scope, run.LibraryId, run.State)).IsWhole)
            return NotFoundPage.Of(ReportWithheld.Now.Vietnamese);
        var file = ReportFiles.Write(snapshot.Report, wanted);
        return Results.File(file.Bytes, file.MediaType, file.Name);
    }
}
