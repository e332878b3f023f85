using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Reading;
using Platform.Api.GraphQL.Types;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Model.Sharing;
using Platform.Model.Sharing.InterLibrary;
using Platform.Storage.Sharing;

namespace Platform.Api.Sharing;

/// <summary><c>managementOverdue</c>: the rows behind the figures of overdue loans, for the hub, the office and the school itself.</summary>
internal static class ManagementOverdue
{
    public static void AddTo(RootType query, ValueKinds kinds)
    {
        var row = new RecordGraph<OverdueRow>(kinds, "OverdueLoan")
            .With(GraphKind.Of<IdGraphType>().Required(), "id", "Global id of the loan, for after.", r => GlobalId.Of(r.LenderId is null ? nameof(Loan) : nameof(InterLibraryLoan), r.Id))
            .With(GraphKind.Of<IdGraphType>().Required(), "libraryId", "Global id of the library that lent the copy to a reader, or borrowed it from another library.", r => GlobalId.Of(nameof(Library), r.LibraryId))
            .With(GraphKind.Of<IdGraphType>(), "lenderId", "Global id of the library that the copy belongs to when another borrowed it; null for a loan to a reader.", r => r.LenderId is { } id ? GlobalId.Of(nameof(Library), id) : null)
            .With(r => r.Title).With(r => r.ItemType).With(r => r.RegistrationNumber).With(r => r.DueOn).With(r => r.DaysOverdue).With(r => r.Reader).With(r => r.ClassName).With(r => r.ReaderName);
        var field = GraphKind.Of(row).Required().List().Required().Field(
            "managementOverdue",
            "The loans behind the figures OVERDUE_LOANS and OVERDUE_INTER_LIBRARY of managementFigures, the longest overdue first. Reader, class and name are told to the school's own staff only; others see copies, and of loans to readers only where the figure by library and type is shown to them. Empty for any other measure, and for a period that is none.");
        field.Arguments = new QueryArguments(
            kinds.Of(typeof(ManagementMeasure)).Required().Argument("measure", "OVERDUE_LOANS, to readers, or OVERDUE_INTER_LIBRARY, between libraries."),
            GraphKind.Of<StringGraphType>().Required().Argument("period", "Code of the period on whose last day they are overdue, in a running one today; for example 2026-2027-HK1 or 2026-10."),
            GraphKind.Of<IdGraphType>().Argument("groupId", "Only libraries that were members of this group in the period."),
            GraphKind.Of<IntGraphType>().Argument("first", $"How many; at most {PageRequest.MostRows}, {PageRequest.DefaultSize} when nothing is said."),
            GraphKind.Of<IdGraphType>().Argument("after", "Begin after the loan with this id."));
        field.Resolver = new FuncFieldResolver<object>(async context => await ReadAsync(context));
        query.AddField(field.Requires(Permission.ReadReports));
    }

    private static async Task<IReadOnlyList<OverdueRow>> ReadAsync(IResolveFieldContext context)
    {
        var measure = context.GetArgument<ManagementMeasure>("measure");
        if (!ReportPeriod.TryParse(context.GetArgument<string>("period"), out var period)
            || !TryKey(context, "groupId", nameof(LibraryGroup), out var group)
            || !TryKey(context, "after", measure is ManagementMeasure.OverdueLoans ? nameof(Loan) : nameof(InterLibraryLoan), out var after))
            return [];
        var page = new RowPage(Math.Clamp(context.GetArgument<int?>("first") ?? PageRequest.DefaultSize, 0, PageRequest.MostRows), after);
        return await context.RequestServices!.GetRequiredService<OverdueRows>().ReadAsync(measure, period, group, page, context.CancellationToken); // the runner always gives services
    }

    private static bool TryKey(IResolveFieldContext context, string argument, string type, out long? key)
    {
        key = null;
        if (context.GetArgument<string?>(argument) is not { } id)
            return true;
        if (!GlobalId.TryRead(id, out var found, out var value) || found != type)
            return false;
        key = value;
        return true;
    }
}
