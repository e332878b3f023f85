using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Types;
using Platform.Model.Access;
using Platform.Model.Reporting;
using Platform.Model.Reporting.Delivery;
using Platform.Reporting.Submissions;

namespace Platform.Api.Reporting;

/// <summary>Reports in the API.</summary>
internal static class ReportingFeature
{
    public static IEnumerable<EntityType> Entities(ReportGraphs graphs) => [new ReportRunFields(graphs), new SubmissionStepFields(), new NarrativeFields(), new DeliveryFields(), new ConsolidatedReportFields(), new ConsolidationStepFields(), new ReportScanFields()];

    public static void AddTo(RootType query, RootType mutation, ValueKinds kinds)
    {
        query.List<ReportRun>("reportRuns", "Reports that were closed, of the caller's libraries.", Permission.ReadReports);
        query.ById<ReportRun>("reportRun", "A report that was closed.", Permission.ReadReports);
        query.List<ConsolidatedReport>("consolidatedReports", "What managing bodies sent up, of the bodies that the caller acts for.", Permission.ReadReports);
        query.ById<ConsolidatedReport>("consolidatedReport", "What a managing body sent up.", Permission.ReadReports);
        query.List<ReportDelivery>("deliveries", "Deliveries of reports and of data for the sector database, of the caller's libraries.", Permission.ReadReports);
        query.ById<ReportDelivery>("delivery", "A delivery.", Permission.ReadReports);
        query.List<ReportNarrative>("reportNarratives", "Texts that people wrote in reports, in every version, of the caller's libraries.", Permission.ReadReports);
        DefinitionGraphs.AddTo(query, kinds);
        OfficeGraphs.AddTo(query, kinds);
        EvaluateLibrary.AddTo(query, kinds);
        ReportSummaries.AddTo(query, kinds);
        VerifyReport.AddTo(query, kinds);
        ScheduleGraphs.AddTo(query, kinds);
        mutation.With<CloseReport>().With<WriteNarrative>().With<RequestReportFile>();
        mutation.With<SubmitReport>().With<ReviewReport>().With<RequestReportUnlock>().With<CorrectReport>();
        mutation.With<SubmitConsolidatedReport>().With<StepConsolidatedReport>().With<AttachReportScan>().With<RequestReportScan>();
        mutation.With<DeliverReport>().With<ConfirmDelivery>().With<RetryDelivery>();
        mutation.With<SteerReportSchedule>();
    }

    public static IServiceCollection AddReportQueries(this IServiceCollection services) => services.AddScoped<ContributorPages>().AddScoped<SubmissionSteps>().AddScoped<ScanDesk>();
}
