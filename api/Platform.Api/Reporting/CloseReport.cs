using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Reporting.Runs;

namespace Platform.Api.Reporting;

/// <summary>Closes a period for one library: counts the report and freezes it. A period that is closed already answers its report.</summary>
[Requires(Permission.EditReports)]
[SavesByItself]
internal sealed class CloseReport(LibraryDb db, ReportRunner runner) : IMutation<CloseReportInput, CloseReportPayload>
{
    public async Task<CloseReportPayload> RunAsync(CloseReportInput input, CancellationToken cancellationToken)
    {
        if (await db.Libraries.FindAsync([input.LibraryId.Key], cancellationToken) is not { } library)
            return new CloseReportPayload { Errors = [NotFound.At("libraryId")] };
        if (!db.Scope.May(Permission.EditReports, library.Id))
            return new CloseReportPayload { Errors = [NotPermitted.ForLibrary] };

        var outcome = await runner.RunAsync(new ReportRequest(input.Report, library.Code, input.Period), cancellationToken);
        return outcome.Run is { } run
            ? new CloseReportPayload { ReportRun = run.Id }
            : new CloseReportPayload { Errors = [ReportNotClosed.Of(outcome)] };
    }
}

/// <summary>Which report to close.</summary>
internal sealed record CloseReportInput : MutationInput
{
    /// <summary>Code of the report definition, for example R-01.</summary>
    public required string Report { get; init; }

    /// <summary>The library that reports.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>Code of the period, for example 2026-05 or 2025-2026-HK1.</summary>
    public required string Period { get; init; }
}

/// <summary>The closed report.</summary>
[FailsWith(typeof(ReportNotClosed))]
internal sealed record CloseReportPayload : Payload
{
    /// <summary>The report.</summary>
    public Ref<ReportRun>? ReportRun { get; init; }
}

/// <summary>A report could not be closed.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record ReportNotClosed(RunRefusal Reason, string Vietnamese, string English) : MutationError("REPORT_NOT_CLOSED", Vietnamese, English)
{
    public static ReportNotClosed Of(RunOutcome outcome)
    {
        var reason = outcome.Refusal ?? throw new ArgumentException("A run that was not refused.", nameof(outcome));
        return new(reason, Wording(reason), outcome.Message);
    }

    private static string Wording(RunRefusal reason) => reason switch
    {
        RunRefusal.UnknownReport => "Không có mẫu báo cáo này trong kỳ.",
        RunRefusal.UnknownLibrary => "Không có thư viện này.",
        RunRefusal.UnknownPeriod => "Không đọc được mã kỳ báo cáo: hãy viết 2026-05, 2025-2026 hoặc 2025-2026-HK1.",
        RunRefusal.WrongPeriod => "Mẫu báo cáo này không lập cho loại kỳ đó.",
        RunRefusal.PeriodNotOver => "Kỳ báo cáo chưa kết thúc: có thể chốt từ ngày hôm sau.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown refusal."),
    };
}
