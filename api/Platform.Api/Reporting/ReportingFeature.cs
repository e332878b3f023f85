using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Reporting;

namespace Platform.Api.Reporting;

/// <summary>Reports in the API.</summary>
internal static class ReportingFeature
{
    public static IEnumerable<EntityType> Entities(ReportGraphs graphs) => [new ReportRunFields(graphs)];

    public static void AddTo(RootType query, RootType mutation)
    {
        query.List<ReportRun>("reportRuns", "Reports that were closed, of the caller's libraries.", Permission.ReadReports);
        query.ById<ReportRun>("reportRun", "A report that was closed.", Permission.ReadReports);
        mutation.With<CloseReport>();
    }

    public static IServiceCollection AddReportQueries(this IServiceCollection services) => services.AddScoped<ContributorPages>();
}
