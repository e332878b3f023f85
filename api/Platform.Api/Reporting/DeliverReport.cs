using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Reporting;
using Platform.Reporting.Delivery;
using Platform.Reporting.Rendering;

namespace Platform.Api.Reporting;

/// <summary>
/// Enters a closed report for delivery to the bodies that take it. Entered again it answers the same deliveries: a report is delivered
/// once to each receiver on each channel, and again only as a correction.
/// </summary>
[Requires(Permission.SubmitReports)]
internal sealed class DeliverReport(LibraryDb db, ReportPost post) : IMutation<DeliverReportInput, DeliverReportPayload>
{
    public async Task<DeliverReportPayload> RunAsync(DeliverReportInput input, CancellationToken cancellationToken)
    {
        if (await db.ReportRuns.FindAsync([input.ReportRunId.Key], cancellationToken) is not { } run)
            return new DeliverReportPayload { Errors = [NotFound.At("reportRunId")] };
        if (!db.Scope.May(Permission.SubmitReports, run.LibraryId))
            return new DeliverReportPayload { Errors = [NotPermitted.ForLibrary] };

        var lines = await post.EnterAsync(run.Id, input.Formats is { Count: > 0 } formats ? formats : ReportPost.UsualFormats, cancellationToken);
        return lines is { Count: > 0 }
            ? new DeliverReportPayload { ReportRun = run.Id, Keys = [.. lines.Select(line => line.Key)] }
            : new DeliverReportPayload { Errors = [NoRecipient.Of(run)] };
    }
}

/// <summary>Which report to deliver.</summary>
internal sealed record DeliverReportInput : MutationInput
{
    /// <summary>The closed report.</summary>
    public required Ref<ReportRun> ReportRunId { get; init; }

    /// <summary>In which formats; PDF and XLSX when nothing is said.</summary>
    public IReadOnlyList<ReportFormat>? Formats { get; init; }
}

/// <summary>The report and its deliveries.</summary>
[FailsWith(typeof(NoRecipient))]
internal sealed record DeliverReportPayload : Payload
{
    /// <summary>The report.</summary>
    public Ref<ReportRun>? ReportRun { get; init; }

    /// <summary>Keys of the deliveries, one for each receiver and channel: read them by deliveries(where: …).</summary>
    public IReadOnlyList<string>? Keys { get; init; }
}

/// <summary>No body that manages the library takes this report.</summary>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record NoRecipient(string Vietnamese, string English) : MutationError("NO_RECIPIENT", Vietnamese, English)
{
    public static NoRecipient Of(ReportRun run) => new(
        $"Chưa có nơi nhận báo cáo {run.DefinitionCode} trong các cơ quan quản lý của trường.",
        $"No body that manages the library takes report {run.DefinitionCode}: register a recipient first.");
}
