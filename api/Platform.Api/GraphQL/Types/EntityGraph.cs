using GraphQL.Types;
using Platform.Api.GraphQL.Reading;

namespace Platform.Api.GraphQL.Types;

/// <summary>The graph types of one entity.</summary>
internal sealed class EntityGraph
{
    private readonly InputObjectGraphType? _where;
    private readonly InputObjectGraphType? _order;

    public EntityGraph(EntityType type, ObjectGraphType pageInfo, FilterGraphs filters)
    {
        Type = type;
        Object = new ObjectGraphType<Row> { Name = type.Name, Description = type.Description };
        Edge = ConnectionGraphs.Edge(type, Object);
        Connection = ConnectionGraphs.Connection(type, Object, Edge, pageInfo);
        FieldsByName = type.Fields.ToDictionary(f => f.Name);
        _where = filters.WhereOf(type);
        _order = filters.OrderOf(type);
    }

    public EntityType Type { get; }

    public ObjectGraphType<Row> Object { get; }

    public ObjectGraphType Edge { get; }

    public ObjectGraphType Connection { get; }

    public IReadOnlyDictionary<string, EntityField> FieldsByName { get; }

    public QueryArguments PageArguments()
    {
        var arguments = new QueryArguments(
            GraphKind.Of<IntGraphType>().Argument("first", $"How many rows from the beginning, or after the cursor; at most {PageRequest.MostRows}, {PageRequest.DefaultSize} when nothing is said."),
            GraphKind.Of<StringGraphType>().Argument("after", "Begin after the row of this cursor."),
            GraphKind.Of<IntGraphType>().Argument("last", $"How many rows from the end, or before the cursor; at most {PageRequest.MostRows}."),
            GraphKind.Of<StringGraphType>().Argument("before", "End before the row of this cursor."));
        if (_where is not null)
            arguments.Add(GraphKind.Of(_where).Argument("where", "Only rows for which this holds."));
        if (_order is not null)
            arguments.Add(GraphKind.Of(_order).Required().List().Argument("order", "Order of the rows, first column first; by id when nothing is said."));
        return arguments;
    }
}
