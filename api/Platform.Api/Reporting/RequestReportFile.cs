using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Reporting;
using Platform.Reporting.Rendering;
using Platform.Reporting.Snapshots;
using Platform.Storage.Repository;

namespace Platform.Api.Reporting;

/// <summary>Gives a short-lived link to a closed report as a file, in one of its six formats: always the same bytes for a version.</summary>
[Requires(Permission.ReadReports)]
internal sealed class RequestReportFile(LibraryDb db, SignedLinks links, TimeProvider clock) : IMutation<RequestReportFileInput, RequestReportFilePayload>
{
    public async Task<RequestReportFilePayload> RunAsync(RequestReportFileInput input, CancellationToken cancellationToken)
    {
        if (await db.ReportRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == input.ReportRunId.Key, cancellationToken) is not { } run)
            return new RequestReportFilePayload { Errors = [NotFound.At("reportRunId")] };
        var number = input.Snapshot ?? run.CurrentSnapshot;
        if (await db.ReportSnapshots.AsNoTracking().SingleOrDefaultAsync(s => s.RunId == run.Id && s.Number == number, cancellationToken) is not { } snapshot)
            return new RequestReportFilePayload { Errors = [NotFound.At("snapshot")] };
        if (!Disclosure.Of(SnapshotStore.Open(snapshot).Report.Document, Disclosure.ReaderOf(db.Scope, run.LibraryId, run.State)).IsWhole)
            return new RequestReportFilePayload { Errors = [ReportWithheld.Now] };
        var ticket = new ReportFileTicket(run.Id, number, input.Format, clock.GetUtcNow() + ReportFileTicket.Lifetime);
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
[FailsWith(typeof(ReportWithheld))]
internal sealed record RequestReportFilePayload : Payload
{
    /// <summary>The link, relative to this server: it needs no sign-in.</summary>
    public string? Url { get; init; }

    /// <summary>When it stops working.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>The paper holds figures about readers that the caller may not see: it was not sent to the caller, or stays at its school.</summary>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record ReportWithheld(string Vietnamese, string English) : MutationError("REPORT_WITHHELD", Vietnamese, English)
{
    public static ReportWithheld Now { get; } = new(
        "Báo cáo có số liệu về bạn đọc mà tài khoản không được xem: báo cáo chưa gửi đến cơ quan của bạn, hoặc là sổ chỉ giữ ở trường.",
        "The report holds figures about readers that the account may not see: it was not sent to your office, or is a register that stays at its school.");
}
