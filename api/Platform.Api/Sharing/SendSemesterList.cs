using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Reporting;
using Platform.Model.Repository;
using Platform.Model.Sharing;

namespace Platform.Api.Sharing;

/// <summary>Sends a closed list of a semester to the hub of the library's group. A list that the hub gave back can be sent again; a scan can follow one that was not acknowledged.</summary>
[Requires(Permission.SubmitReports)]
internal sealed class SendSemesterList(LibraryDb db, TimeProvider clock) : IMutation<SendSemesterListInput, SendSemesterListPayload>
{
    public async Task<SendSemesterListPayload> RunAsync(SendSemesterListInput input, CancellationToken cancellationToken)
    {
        if (await db.ReportRuns.SingleOrDefaultAsync(r => r.Id == input.ReportRunId.Key, cancellationToken) is not { } run)
            return No(NotFound.At("reportRunId"));
        if (!db.Scope.May(Permission.SubmitReports, run.LibraryId))
            return No(NotPermitted.ForLibrary);
        if (SentLists.KindOf(run.DefinitionCode) is not { } kind)
            return No(new InvalidInput("reportRunId", $"{run.DefinitionCode} không phải danh sách gửi đầu mối (R-05, R-06).", $"{run.DefinitionCode} is no list for the hub (R-05, R-06)."));
        var group = await db.Memberships
            .Where(m => m.LibraryId == run.LibraryId && m.JoinedOn <= run.LastOn && (m.LeftOn == null || m.LeftOn >= run.LastOn))
            .OrderBy(m => m.GroupId).Select(m => (long?)m.GroupId).FirstOrDefaultAsync(cancellationToken);
        if (group is not { } groupId)
            return No(GroupRefused.Of(GroupRefusal.NotAMember, run.LastOn));
        var former = await db.SemesterLists.SingleOrDefaultAsync(l => l.GroupId == groupId && l.LibraryId == run.LibraryId && l.Semester == run.Period && l.Kind == kind, cancellationToken);
        // A scan may follow a list that went ahead of it, until the hub has acknowledged it.
        var bringsScan = former is { ScanId: null, ReceivedAt: null } && input.ScanUploadId is not null;
        if (former is { ReturnReason: null } && !bringsScan)
            return No(new InvalidInput("reportRunId", "Danh sách này đã gửi đầu mối.", "This list was sent to the hub already."));

        Upload? scan = null;
        if (input.ScanUploadId is { } uploadId && (scan = await ScanAsync(uploadId, run.LibraryId, cancellationToken)) is null)
            return No(new InvalidInput("scanUploadId", "Bản quét phải là tệp PDF, JPEG hoặc PNG đã tải lên xong.", "The scan must be a finished upload of a PDF, JPEG or PNG file."));

        var list = former ?? new SemesterList { GroupId = groupId, LibraryId = run.LibraryId, Semester = run.Period, Kind = kind, Lines = 0, SentAt = default };
        (list.RunId, list.SentAt, list.ReturnReason) = (run.Id, clock.GetUtcNow(), null);
        if (scan is not null)
        {
            (list.ScanId, list.ScanName) = (scan.ContentId, FileName.For(scan.FileName, scan.Content!.Format)); // a finished upload has content
            db.Uploads.Remove(scan);
        }
        list.Lines = await SentLists.LinesAsync(db, run, cancellationToken);
        if (former is null)
            db.SemesterLists.Add(list);
        await db.SaveChangesAsync(cancellationToken);
        return new SendSemesterListPayload { List = list.Id };
    }

    private async Task<Upload?> ScanAsync(string uploadId, long libraryId, CancellationToken cancellationToken)
    {
        var upload = Guid.TryParse(uploadId, out var id)
            ? await db.Uploads.Include(u => u.Content).SingleOrDefaultAsync(u => u.Id == id && u.LibraryId == libraryId && u.ContentId != null, cancellationToken)
            : null;
        return upload?.Content?.Format is FileFormat.Pdf or FileFormat.Jpeg or FileFormat.Png ? upload : null;
    }

    private static SendSemesterListPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>Which list.</summary>
internal sealed record SendSemesterListInput : MutationInput
{
    /// <summary>The closed report, R-05 or R-06.</summary>
    public required Ref<ReportRun> ReportRunId { get; init; }

    /// <summary>A finished upload of the signed and stamped scan (PDF, JPEG or PNG); a list that is sent again without one keeps the scan it has.</summary>
    public string? ScanUploadId { get; init; }
}

/// <summary>The list as it was sent.</summary>
[FailsWith(typeof(GroupRefused))]
internal sealed record SendSemesterListPayload : Payload
{
    /// <summary>The list.</summary>
    public Ref<SemesterList>? List { get; init; }
}
