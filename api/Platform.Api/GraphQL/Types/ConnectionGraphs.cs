using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Platform.Api.GraphQL.Reading;

namespace Platform.Api.GraphQL.Types;

/// <summary>Makes the types of the Relay connection specification over pages that are already read.</summary>
internal static class ConnectionGraphs
{
    public static ObjectGraphType PageInfo()
    {
        var info = new ObjectGraphType { Name = "PageInfo", Description = "Where a page stands in its list." };
        Add<IPage>(info, GraphKind.Of<BooleanGraphType>().Required().Field("hasNextPage", "Whether rows follow this page."), (page, _) => page.HasNext);
        Add<IPage>(info, GraphKind.Of<BooleanGraphType>().Required().Field("hasPreviousPage", "Whether rows stand before this page."), (page, _) => page.HasPrevious);
        Add<IPage>(info, GraphKind.Of<StringGraphType>().Field("startCursor", "Cursor of the first row; null when the page is empty."), (page, _) => page.StartCursor);
        Add<IPage>(info, GraphKind.Of<StringGraphType>().Field("endCursor", "Cursor of the last row; null when the page is empty."), (page, _) => page.EndCursor);
        return info;
    }

    public static ObjectGraphType Edge(EntityType type, IGraphType node)
    {
        var edge = new ObjectGraphType { Name = $"{type.Name}Edge", Description = $"A {type.Name} and its place in the list." };
        Add<Edge>(edge, GraphKind.Of<StringGraphType>().Required().Field("cursor", "The place of the row in the list, for after and before."), (e, _) => e.Page.Cursors[e.Index]);
        Add<Edge>(edge, GraphKind.Of(node).Required().Field("node", "The row."), (e, context) => e.Page.Node(e.ListKey, context.ResponseKey(), e.Index));
        return edge;
    }

    public static ObjectGraphType Connection(EntityType type, IGraphType node, IGraphType edge, IGraphType pageInfo)
    {
        var connection = new ObjectGraphType { Name = $"{type.Name}Connection", Description = $"A page of {type.Name} rows." };
        Add<Page>(connection, GraphKind.Of(edge).Required().List().Required().Field("edges", "The rows of the page, each with its cursor."), (page, context) =>
            Enumerable.Range(0, page.Cursors.Count).Select(i => new Edge(page, context.ResponseKey(), i)));
        Add<Page>(connection, GraphKind.Of(node).Required().List().Required().Field("nodes", "The rows of the page."), (page, context) => page.Nodes(context.ResponseKey()));
        Add<Page>(connection, GraphKind.Of(pageInfo).Required().Field("pageInfo", "Where the page stands in its list."), (page, _) => page);
        Add<Page>(connection, GraphKind.Of<IntGraphType>().Required().Field("totalCount", $"How many rows the whole list has; {PageRequest.MostCounted + 1} stands for more than {PageRequest.MostCounted}."), (page, _) => page.Total);
        return connection;
    }

    private static void Add<TSource>(ObjectGraphType type, FieldType field, Func<TSource, IResolveFieldContext, object?> value)
    {
        field.Resolver = new FuncFieldResolver<object>(context => value((TSource)context.Source!, context)); // the object's own source type
        type.AddField(field.IsStructure());
    }

    /// <summary>The name under which a field's value is answered.</summary>
    public static string ResponseKey(this IResolveFieldContext context) => (context.FieldAst.Alias?.Name ?? context.FieldAst.Name).StringValue;
}
