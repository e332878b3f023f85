using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Reporting;
using Platform.Storage.Repository;

namespace Platform.Api.Reporting;

/// <summary>Gives a short-lived link to the signed and stamped paper of a report.</summary>
[Requires(Permission.ReadReports)]
internal sealed class RequestReportScan(LibraryDb db, SignedLinks links, TimeProvider clock) : IMutation<RequestReportScanInput, RequestReportScanPayload>
{
    public async Task<RequestReportScanPayload> RunAsync(RequestReportScanInput input, CancellationToken cancellationToken)
    {
        if (await db.ReportScans.AsNoTracking().Include(s => s.Run).SingleOrDefaultAsync(s => s.Id == input.ScanId.Key, cancellationToken) is not { } scan)
            return new RequestReportScanPayload { Errors = [NotFound.At("scanId")] };
        if (!await ReportScanEndpoint.MaySeeAsync(db, scan, cancellationToken))
            return new RequestReportScanPayload { Errors = [ReportWithheld.Now] };
        var ticket = new ReportScanTicket(input.ScanId.Key, clock.GetUtcNow() + ReportFileTicket.Lifetime);
        return new RequestReportScanPayload { Url = ReportScanEndpoint.Path + ticket.Sign(links), ExpiresAt = ticket.ExpiresAt };
    }
}

/// <summary>Which scan.</summary>
internal sealed record RequestReportScanInput : MutationInput
{
    /// <summary>The scan, of reportRun(id) { scans }.</summary>
    public required Ref<ReportScan> ScanId { get; init; }
}

/// <summary>A link to the scan.</summary>
[FailsWith(typeof(ReportWithheld))]
internal sealed record RequestReportScanPayload : Payload
{
    /// <summary>The link, relative to this server: it needs no sign-in.</summary>
    public string? Url { get; init; }

    /// <summary>When it stops working.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
