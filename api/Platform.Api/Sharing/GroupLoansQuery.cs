using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Reading;
using Platform.Api.GraphQL.Types;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Sharing;
using Platform.Model.Sharing.InterLibrary;

namespace Platform.Api.Sharing;

/// <summary>An inter-library loan as the hub of its group sees it.</summary>
/// <param name="Id">Key of the loan.</param>
/// <param name="State">How far it is.</param>
/// <param name="BorrowerCode">Code of the library that borrows.</param>
/// <param name="LenderCode">Code of the library that lends; null until one accepted.</param>
/// <param name="Title">Title of the publication.</param>
/// <param name="RegistrationNumber">Registration number of the copy; null until one was chosen.</param>
/// <param name="RequestedOn">Day of the request.</param>
/// <param name="SentOn">Day on which the lender handed the copy over; null until then.</param>
/// <param name="DueOn">Last day of the loan; null until a library accepted.</param>
/// <param name="ReturnedOn">Day on which the lender got it back; null until then.</param>
/// <param name="DaysOverdue">Days by which it is overdue today; 0 when it is not.</param>
internal sealed record GroupLoan(
    long Id, InterLibraryState State, string BorrowerCode, string? LenderCode, string Title, string? RegistrationNumber,
    DateOnly RequestedOn, DateOnly? SentOn, DateOnly? DueOn, DateOnly? ReturnedOn, int DaysOverdue);

/// <summary><c>groupInterLibraryLoans</c>: all loans between the members of a group, for its hub.</summary>
internal static class GroupLoansQuery
{
    public static void AddTo(RootType query, ValueKinds kinds)
    {
        var loan = new RecordGraph<GroupLoan>(kinds)
            .With(GraphKind.Of<IdGraphType>().Required(), "id", "Global id of the loan, for after.", l => GlobalId.Of(nameof(InterLibraryLoan), l.Id))
            .With(l => l.State).With(l => l.BorrowerCode).With(l => l.LenderCode).With(l => l.Title).With(l => l.RegistrationNumber)
            .With(l => l.RequestedOn).With(l => l.SentOn).With(l => l.DueOn).With(l => l.ReturnedOn).With(l => l.DaysOverdue);
        var field = GraphKind.Of(loan).Required().List().Required().Field(
            "groupInterLibraryLoans", "All loans between the members of a group that the caller leads, newest first: libraries and copies, never a reader. Empty for a group that the caller does not lead.");
        field.Arguments = new QueryArguments(
            GraphKind.Of<IdGraphType>().Required().Argument("groupId", "Global id of the group."),
            GraphKind.Of<BooleanGraphType>().Argument("overdueOnly", "Only those that should have been back before today."),
            GraphKind.Of<IntGraphType>().Argument("first", $"How many; at most {PageRequest.MostRows}, {PageRequest.DefaultSize} when nothing is said."),
            GraphKind.Of<IdGraphType>().Argument("after", "Begin after the loan with this id."));
        field.Resolver = new FuncFieldResolver<object>(async context => await ReadAsync(context));
        query.AddField(field.Requires(Permission.ManageGroup));
    }

    private static async Task<IReadOnlyList<GroupLoan>> ReadAsync(IResolveFieldContext context)
    {
        var services = context.RequestServices!; // the runner always gives services
        var db = services.GetRequiredService<LibraryDb>();
        if (!GlobalId.TryRead(context.GetArgument<string>("groupId"), out var type, out var groupId) || type != nameof(LibraryGroup) || !db.Scope.Leads(groupId))
            return [];
        var today = services.GetRequiredService<TimeProvider>().Today();
        // Both sides of a loan are members, but a member that left is still owed what it lent: the group decides, not today's libraries.
        var loans = db.InterLibraryLoans.IgnoreQueryFilters([LibraryDb.ScopeFilter]).AsNoTracking().Where(l => l.GroupId == groupId);
        if (context.GetArgument<bool?>("overdueOnly") is true)
            loans = loans.Where(l => l.DueOn < today && (l.State == InterLibraryState.Sent || l.State == InterLibraryState.Arrived || l.State == InterLibraryState.SentBack));
        if (context.GetArgument<string?>("after") is { } after)
            loans = GlobalId.TryRead(after, out var afterType, out var last) && afterType == nameof(InterLibraryLoan) ? loans.Where(l => l.Id < last) : loans.Where(l => false);
        var rows = await loans.OrderByDescending(l => l.Id)
            .Take(Math.Clamp(context.GetArgument<int?>("first") ?? PageRequest.DefaultSize, 0, PageRequest.MostRows))
            .Select(l => new { Loan = l, Borrower = l.Borrower.Code, Lender = l.Lender!.Code, l.Record.Title, l.Item!.RegistrationNumber })
            .ToListAsync(context.CancellationToken);
        return
        [
            .. rows.Select(r => new GroupLoan(
                r.Loan.Id, r.Loan.State, r.Borrower, r.Lender, r.Title, r.RegistrationNumber, r.Loan.RequestedOn, r.Loan.SentOn, r.Loan.DueOn, r.Loan.ReturnedOn,
                r.Loan.IsOverdue(today) ? today.DayNumber - r.Loan.DueOn!.Value.DayNumber : 0)), // overdue: it has a last day
        ];
    }
}
