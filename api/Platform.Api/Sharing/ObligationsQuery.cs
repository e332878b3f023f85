using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Reading;
using Platform.Api.GraphQL.Types;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Sharing;
using Platform.Storage.Sharing;

namespace Platform.Api.Sharing;

/// <summary><c>semesterObligations</c>: what the members of a group owe in a semester, and how far each is.</summary>
internal static class ObligationsQuery
{
    public static void AddTo(RootType query, ValueKinds kinds)
    {
        var duty = new RecordGraph<DutyProgress>(kinds).With(d => d.Kind).With(d => d.Required).With(d => d.Done).With(d => d.IsMet).With(d => d.IsOverdue);
        var member = new RecordGraph<MemberObligations>(kinds)
            .With(GraphKind.Of<IdGraphType>().Required(), "libraryId", "Global id of the member.", m => GlobalId.Of(nameof(Library), m.LibraryId))
            .With(m => m.LibraryCode)
            .With(m => m.LibraryName)
            .With(GraphKind.Of(duty).Required().List().Required(), m => m.Duties);
        var field = GraphKind.Of(member).Required().List().Required().Field(
            "semesterObligations", "What each member of a group owes in a semester, and how far it is: of the members whose reports the caller reads. Empty when the group asked for nothing.");
        field.Arguments = new QueryArguments(
            GraphKind.Of<IdGraphType>().Required().Argument("groupId", "Global id of the group."),
            GraphKind.Of<StringGraphType>().Required().Argument("semester", "The semester, as 2026-2027-HK1."));
        field.Resolver = new FuncFieldResolver<object>(async context => await ReadAsync(context));
        query.AddField(field.Requires(Permission.ReadReports));
    }

    private static async Task<IReadOnlyList<MemberObligations>> ReadAsync(IResolveFieldContext context)
    {
        if (!GlobalId.TryRead(context.GetArgument<string>("groupId"), out var type, out var groupId) || type != nameof(LibraryGroup))
            return [];
        var obligations = context.RequestServices!.GetRequiredService<SemesterObligations>(); // the runner always gives services
        return await obligations.ReadAsync(groupId, context.GetArgument<string>("semester"), context.CancellationToken);
    }
}
