using Platform.Api.GraphQL.Mutations;
using Platform.Api.Repository;
using Platform.Api.Transport.Uploads;
using Platform.Model.Access;
using Platform.Model.Reporting;
using Platform.Reporting.Submissions;

namespace Platform.Api.Reporting;

/// <summary>
/// Stores the signed and stamped paper of a report, scanned: PDF, JPEG or PNG, at most 20 MB. The bytes decide what it is, not its name. It stands
/// beside the version that was signed, with its hash; a better scan stands beside the first.
/// </summary>
[Requires(Permission.SubmitReports)]
[SavesByItself]
internal sealed class AttachReportScan(ScanDesk desk) : IMutation<AttachReportScanInput, AttachReportScanPayload>
{
    public async Task<AttachReportScanPayload> RunAsync(AttachReportScanInput input, CancellationToken cancellationToken)
    {
        await using var bytes = input.File.Open();
        return await desk.AddAsync(input.ReportRunId.Key, input.Snapshot, input.File.Name, input.File.Length, bytes, cancellationToken) switch
        {
            { Scan: { } scan } => new AttachReportScanPayload { Scan = scan.Id },
            { File: { } refusal } => new AttachReportScanPayload { Errors = [FileRefused.Of(refusal)] },
            { Refusal: SubmissionRefusal.NotAllowed } => new AttachReportScanPayload { Errors = [NotPermitted.ForLibrary] },
            _ => new AttachReportScanPayload { Errors = [NotFound.At("reportRunId")] },
        };
    }
}

/// <summary>The paper of which report.</summary>
internal sealed record AttachReportScanInput : MutationInput
{
    /// <summary>The report.</summary>
    public required Ref<ReportRun> ReportRunId { get; init; }

    /// <summary>Number of the version that was signed; null for the one that holds now.</summary>
    public int? Snapshot { get; init; }

    /// <summary>The scan.</summary>
    public required UploadedFile File { get; init; }
}

/// <summary>The scan, stored.</summary>
[FailsWith(typeof(FileRefused))]
internal sealed record AttachReportScanPayload : Payload
{
    /// <summary>The scan.</summary>
    public Ref<ReportScan>? Scan { get; init; }
}
