using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Platform.Api.GraphQL.Reading;
using Platform.Api.GraphQL.Types;
using Platform.Model.Access;

namespace Platform.Api.GraphQL;

/// <summary><c>node</c>: anything by its global id.</summary>
internal static class NodeField
{
    public static void AddTo(RootType query, EntityGraphs graphs)
    {
        var field = GraphKind.Of(graphs.Node).Field("node", "Anything with a global id; null when there is none that the caller may see.");
        field.Arguments = new QueryArguments(GraphKind.Of<IdGraphType>().Required().Argument("id", "Global id."));
        field.Resolver = new FuncFieldResolver<object>(async context => await ReadAsync(context, graphs));
        query.AddField(field.Requires(Permission.ReadCatalogue));
    }

    private static async Task<Row?> ReadAsync(IResolveFieldContext context, EntityGraphs graphs)
    {
        var id = context.GetArgument<string>("id");
        var services = context.RequestServices!; // the runner always gives services
        if (!GlobalId.TryRead(id, out var name, out _) || graphs.TypeOf(name) is not { } type || !services.GetRequiredService<Scope>().May(type.Permission))
            return null;
        return await services.GetRequiredService<EntityReader>().ByIdAsync(SelectionReader.OfRow(context, type, graphs), id, context.CancellationToken);
    }
}
