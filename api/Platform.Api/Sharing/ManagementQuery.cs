using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Reading;
using Platform.Api.GraphQL.Types;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Model.Sharing;
using Platform.Storage.Sharing;

namespace Platform.Api.Sharing;

/// <summary><c>managementFigures</c>: what the libraries of a group or an office hold and do, summed by a fixed list of dimensions.</summary>
internal static class ManagementQuery
{
    public static void AddTo(RootType query, ValueKinds kinds)
    {
        var figure = new RecordGraph<ManagementFigure>(kinds)
            .With(GraphKind.Of<IdGraphType>(), "libraryId", "Global id of the library; null unless grouped by it.", f => f.LibraryId is { } id ? GlobalId.Of(nameof(Library), id) : null)
            .With(f => f.ItemType).With(f => f.Reader).With(f => f.Month).With(f => f.Value).With(f => f.IsPartial);
        var field = GraphKind.Of(figure).Required().List().Required().Field(
            "managementFigures",
            "A figure of the libraries whose reports the caller reads, summed and grouped: holdings, circulation, contributions, overdue. Sums only, never a person. For readers outside the school, figures about pupils below Privacy:SmallestCount (5) are left out, and others with them, so that no total gives them away: a part that is not listed is 0 or left out. For them it is decided month by month, the running month waits for its end, a longer period is the sum of what its months tell (isPartial), and readers and overdue loans are those at the end of the last month. Copies for each pupil are COPIES by PUPILS. Empty for a period that is none.");
        field.Arguments = new QueryArguments(
            kinds.Of(typeof(ManagementMeasure)).Required().Argument("measure", "What is counted."),
            GraphKind.Of<StringGraphType>().Required().Argument("period", "Code of the period, for example 2026-2027-HK1 or 2026-10."),
            kinds.Of(typeof(ManagementDimension)).Required().List().Required().Argument("groupBy", "By what the sum is parted; an empty list gives one sum."),
            GraphKind.Of<IdGraphType>().Argument("groupId", "Only libraries that were members of this group in the period."));
        field.Resolver = new FuncFieldResolver<object>(async context => await ReadAsync(context));
        query.AddField(field.Requires(Permission.ReadReports));
    }

    private static async Task<IReadOnlyList<ManagementFigure>> ReadAsync(IResolveFieldContext context)
    {
        long? group = null;
        if (context.GetArgument<string?>("groupId") is { } id)
        {
            if (!GlobalId.TryRead(id, out var type, out var key) || type != nameof(LibraryGroup))
                return [];
            group = key;
        }
        if (!ReportPeriod.TryParse(context.GetArgument<string>("period"), out var period))
            return [];
        var view = context.RequestServices!.GetRequiredService<ManagementView>(); // the runner always gives services
        return await view.ReadAsync(
            context.GetArgument<ManagementMeasure>("measure"), period, context.GetArgument<List<ManagementDimension>>("groupBy"), group, context.CancellationToken);
    }
}
