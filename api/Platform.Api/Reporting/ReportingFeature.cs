using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Reporting;
using Platform.Model.Reporting.Delivery;

namespace Platform.Api.Reporting;

/// <summary>Reports in the API.</summary>
internal static class ReportingFeature
{
    public static IEnumerable<EntityType> Entities(ReportGraphs graphs) => [new ReportRunFields(graphs), new DeliveryFields()];

    public static void AddTo(RootType query, RootType mutation)
    {
        query.List<ReportRun>("reportRuns", "Reports that were closed, of the caller's libraries.", Permission.ReadReports);
        query.ById<ReportRun>("reportRun", "A report that was closed.", Permission.ReadReports);
        query.List<ReportDelivery>("deliveries", "Deliveries of reports and of data for the sector database, of the caller's libraries.", Permission.ReadReports);
        query.ById<ReportDelivery>("delivery", "A delivery.", Permission.ReadReports);
        mutation.With<CloseReport>().With<DeliverReport>().With<ConfirmDelivery>().With<RetryDelivery>();
    }

    public static IServiceCollection AddReportQueries(this IServiceCollection services) => services.AddScoped<ContributorPages>();
}
