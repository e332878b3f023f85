using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Reporting;
using Platform.Reporting.Rendering;
using Platform.Storage.Repository;

namespace Platform.Api.Reporting;

/// <summary>Gives a short-lived link to a closed report as a file, in one of its six formats: always the same bytes for a version.</summary>
[Requires(Permission.ReadReports)]
internal sealed class RequestReportFile(LibraryDb db, SignedLinks links, TimeProvider clock) : IMutation<RequestReportFileInput, RequestReportFilePayload>
{
    public async Task<RequestReportFilePayload> RunAsync(RequestReportFileInput input, CancellationToken cancellationToken)
    {
        var current = await db.ReportRuns.Where(r => r.Id == input.ReportRunId.Key).Select(r => (int?)r.CurrentSnapshot).SingleOrDefaultAsync(cancellationToken);
        if (current is not { } number)
            return new RequestReportFilePayload { Errors = [NotFound.At("reportRunId")] };
        if (input.Snapshot is { } asked && (asked < 1 || asked > number))
            return new RequestReportFilePayload { Errors = [NotFound.At("snapshot")] };
        var ticket = new ReportFileTicket(input.ReportRunId.Key, input.Snapshot ?? number, input.Format, clock.GetUtcNow() + ReportFileTicket.Lifetime);
        return new RequestReportFilePayload { Url = ReportFileEndpoint.Path + ticket.Sign(links), ExpiresAt = ticket.ExpiresAt };
    }
}

/// <summary>Which report, in which format.</summary>
internal sealed record RequestReportFileInput : MutationInput
{
    /// <summary>The report.</summary>
    public required Ref<ReportRun> ReportRunId { get; init; }

    /// <summary>The format.</summary>
    public required ReportFormat Format { get; init; }

    /// <summary>Number of the version; null for the one that holds now.</summary>
    public int? Snapshot { get; init; }
}

/// <summary>A link to the file.</summary>
internal sealed record RequestReportFilePayload : Payload
{
    /// <summary>The link, relative to this server: it needs no sign-in.</summary>
    public string? Url { get; init; }

    /// <summary>When it stops working.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
