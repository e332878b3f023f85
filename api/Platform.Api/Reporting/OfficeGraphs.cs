using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Reading;
using Platform.Api.GraphQL.Types;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Reporting.Doctor;
using Platform.Reporting.Submissions;

namespace Platform.Api.Reporting;

/// <summary><c>reportStandings</c> for the managing body, <c>diagnoseReport</c> for the school before it closes.</summary>
internal static class OfficeGraphs
{
    public static void AddTo(RootType query, ValueKinds kinds)
    {
        var school = new RecordGraph<ReportStanding>(kinds)
            .With(GraphKind.Of<IdGraphType>().Required(), "libraryId", "Global id of the library.", s => GlobalId.Of(nameof(Library), s.LibraryId))
            .With(s => s.Code).With(s => s.Name)
            .With(GraphKind.Of<IdGraphType>(), "reportRunId", "Global id of the report; null while the period is not closed.", s => s.RunId is { } run ? GlobalId.Of(nameof(ReportRun), run) : null)
            .With(s => s.State).With(s => s.Snapshot).With(s => s.IsLate).With(s => s.IsAccepted);
        var standings = new RecordGraph<ReportStandings>(kinds).With(s => s.Report).With(s => s.Period).With(s => s.DueOn).With(s => s.IsDueConfirmed)
            .With(s => s.Total).With(s => s.Closed).With(s => s.Approved).With(s => s.Late).With(ListOf(school), s => s.Schools);
        var field = GraphKind.Of(standings).Field("reportStandings", "Where each school stands with a report: closed, sent, approved, late. Of the libraries whose reports the caller may read; null where the form does not hold in the period.");
        field.Arguments = new QueryArguments(
            ReportArgument(), PeriodArgument(),
            kinds.Of(typeof(bool)).Argument("lateOnly", "Only schools that did not send it in time."));
        field.Resolver = new FuncFieldResolver<object>(async context => await StandingsAsync(context));
        query.AddField(field.Requires(Permission.ReadReports));

        var finding = new RecordGraph<ReportFinding>(kinds).With(f => f.Cause).With(f => f.Blocks).With(f => f.Vietnamese).With(f => f.English).With(f => f.Fix).With(f => f.Clears)
            .With(GraphKind.Of<IdGraphType>().Required().List().Required(), "subjects", "Global ids of some of the rows to repair, at most five.", f => f.Examples.Select(id => GlobalId.Of(f.Entity ?? "", id)));
        var doctor = ListOf(finding).Field("diagnoseReport", "A dry run of a report before it is closed: what is wrong with it, grouped by root cause, with what to repair and how many faulty facts that clears. Empty when nothing is.");
        doctor.Arguments = new QueryArguments(GraphKind.Of<IdGraphType>().Required().Argument("libraryId", "Global id of the library."), ReportArgument(), PeriodArgument());
        doctor.Resolver = new FuncFieldResolver<object>(async context => await DiagnoseAsync(context));
        query.AddField(doctor.Requires(Permission.EditReports));
    }

    private static async Task<ReportStandings?> StandingsAsync(IResolveFieldContext context)
    {
        if (!ReportPeriod.TryParse(context.GetArgument<string>("period"), out var period))
            return null;
        var services = context.RequestServices!; // the runner always gives services
        var standings = await services.GetRequiredService<StandingList>().OfAsync(
            services.GetRequiredService<LibraryDb>(), context.GetArgument<string>("report"), period, context.CancellationToken);
        return context.GetArgument<bool?>("lateOnly") is true && standings is not null ? standings with { Schools = [.. standings.Schools.Where(s => s.IsLate)] } : standings;
    }

    private static async Task<IReadOnlyList<ReportFinding>> DiagnoseAsync(IResolveFieldContext context)
    {
        var services = context.RequestServices!; // the runner always gives services
        var db = services.GetRequiredService<LibraryDb>();
        if (!GlobalId.TryRead(context.GetArgument<string>("libraryId"), out var type, out var libraryId) || type != nameof(Library)
            || !ReportPeriod.TryParse(context.GetArgument<string>("period"), out var period) || !db.Scope.May(Permission.EditReports, libraryId)
            || await db.Libraries.AsNoTracking().SingleOrDefaultAsync(l => l.Id == libraryId, context.CancellationToken) is not { } library)
            return [];
        return await services.GetRequiredService<ReportDoctor>().DiagnoseAsync(context.GetArgument<string>("report"), library, period, context.CancellationToken) ?? [];
    }

    private static QueryArgument ReportArgument() => GraphKind.Of<StringGraphType>().Required().Argument("report", "Code of the form, for example R-01.");

    private static QueryArgument PeriodArgument() => GraphKind.Of<StringGraphType>().Required().Argument("period", "Code of the period, for example 2026-05.");

    private static GraphKind ListOf<T>(RecordGraph<T> type) => GraphKind.Of(type).Required().List().Required();
}
