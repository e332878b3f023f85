using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Reporting;
using Platform.Reporting.Submissions;

namespace Platform.Api.Reporting;

/// <summary>
/// Sends what a managing body reports on a form and period: the hashes of the accepted reports of the schools and bodies directly below it.
/// Refused, with the codes of those that are missing, until every one is accepted. Sent again after it was returned.
/// </summary>
[Requires(Permission.ApproveReports)]
[SavesByItself]
internal sealed class SubmitConsolidatedReport(LibraryDb db, ConsolidationDesk desk) : IMutation<SubmitConsolidatedReportInput, SubmitConsolidatedReportPayload>
{
    public async Task<SubmitConsolidatedReportPayload> RunAsync(SubmitConsolidatedReportInput input, CancellationToken cancellationToken)
    {
        if (!ReportPeriod.TryParse(input.Period, out var period))
            return new SubmitConsolidatedReportPayload { Errors = [new InvalidInput("period", $"'{input.Period}' không phải mã kỳ báo cáo.", $"'{input.Period}' is no period.")] };
        if (input.Message?.Length > ReportingTables.MessageLength)
            return new SubmitConsolidatedReportPayload { Errors = [ConsolidationNotTaken.TooLong] };
        var outcome = await desk.SubmitAsync(db, input.Organisation, input.Report, period, input.Message, cancellationToken);
        return outcome.Report is { } report
            ? new SubmitConsolidatedReportPayload { ConsolidatedReport = report.Id }
            : new SubmitConsolidatedReportPayload { Errors = [ConsolidationNotTaken.Of(outcome, "organisation")] };
    }
}

/// <summary>What to send.</summary>
internal sealed record SubmitConsolidatedReportInput : MutationInput
{
    /// <summary>Code of the body that reports.</summary>
    public required string Organisation { get; init; }

    /// <summary>Code of the report definition, for example R-03.</summary>
    public required string Report { get; init; }

    /// <summary>Code of the period, which must be over.</summary>
    public required string Period { get; init; }

    /// <summary>A word to the body above.</summary>
    public string? Message { get; init; }
}

/// <summary>What was sent.</summary>
[FailsWith(typeof(ConsolidationNotTaken))]
internal sealed record SubmitConsolidatedReportPayload : Payload
{
    /// <summary>The body's return.</summary>
    public Ref<ConsolidatedReport>? ConsolidatedReport { get; init; }
}
