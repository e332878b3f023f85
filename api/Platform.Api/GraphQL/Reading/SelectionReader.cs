using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;
using Platform.Api.GraphQL.Types;

namespace Platform.Api.GraphQL.Reading;

/// <summary>Turns what a document says under a field into what must be read for it.</summary>
internal sealed class SelectionReader
{
    private readonly FieldCollector _fields;
    private readonly EntityGraphs _graphs;

    private SelectionReader(IResolveFieldContext context, EntityGraphs graphs)
    {
        _fields = new FieldCollector(context.ExecutionContext);
        _graphs = graphs;
    }

    /// <summary>What the field asks of one row of the type.</summary>
    public static Selection OfRow(IResolveFieldContext context, EntityType type, EntityGraphs graphs) =>
        new SelectionReader(context, graphs).Row(type, BelowOf(context));

    /// <summary>What the field asks of a connection of the type.</summary>
    public static SelectedConnection OfConnection(IResolveFieldContext context, EntityType type, EntityGraphs graphs) =>
        new SelectionReader(context, graphs).Connection(type, BelowOf(context), PageArguments.Read(type, context.Arguments));

    /// <summary>What the field asks of a connection of its own kind over rows of the type; its arguments are the field's own.</summary>
    public static SelectedConnection OfConnection(
        IResolveFieldContext context, EntityType type, EntityGraphs graphs, IObjectGraphType connection, IObjectGraphType edge) =>
        new SelectionReader(context, graphs).Connection(type, BelowOf(context), PageRequest.Keyed(type), connection, edge);

    private static IEnumerable<GraphQLSelectionSet> BelowOf(IResolveFieldContext context) => context.FieldAst.SelectionSet is { } set ? [set] : [];

    private Selection Row(EntityType type, IEnumerable<GraphQLSelectionSet> sets)
    {
        var columns = new HashSet<ColumnField>();
        var relations = new List<SelectedRelation>();
        foreach (var field in _fields.Collect(sets, _graphs.ObjectOf(type)))
        {
            switch (_graphs.FieldOf(type, field.Name))
            {
                case ColumnField column:
                    columns.Add(column);
                    break;
                case ComputedField computed:
                    columns.UnionWith(computed.Columns);
                    break;
                case OneField one:
                    columns.Add(one.Key);
                    relations.Add(new SelectedRelation(field.Key, one, Row(_graphs.TypeOf(one.Target), field.Below), null));
                    break;
                case BatchField batch:
                    relations.Add(new SelectedRelation(field.Key, batch, null, null));
                    break;
                case ManyField many:
                    var target = _graphs.TypeOf(many.Target);
                    relations.Add(new SelectedRelation(field.Key, many, null, Connection(target, field.Below, PageArguments.Read(target, _fields.ArgumentsOf(field)))));
                    break;
            }
        }
        return new Selection(type, [.. columns], relations);
    }

    private SelectedConnection Connection(EntityType type, IEnumerable<GraphQLSelectionSet> sets, PageRequest page) =>
        Connection(type, sets, page, _graphs.ConnectionOf(type), _graphs.EdgeOf(type));

    private SelectedConnection Connection(
        EntityType type, IEnumerable<GraphQLSelectionSet> sets, PageRequest page, IObjectGraphType connection, IObjectGraphType edge)
    {
        var places = new List<SelectedPlace>();
        bool wantsTotal = false, wantsRows = false;
        foreach (var field in _fields.Collect(sets, connection))
        {
            wantsTotal |= field.Name == "totalCount";
            wantsRows |= field.Name is "edges" or "nodes" or "pageInfo";
            if (field.Name == "nodes")
                places.Add(new SelectedPlace(field.Key, null, Row(type, field.Below)));
            else if (field.Name == "edges")
                places.AddRange(_fields.Collect(field.Below, edge).Where(node => node.Name == "node")
                    .Select(node => new SelectedPlace(field.Key, node.Key, Row(type, node.Below))));
        }
        return new SelectedConnection(type, page) { Places = places, WantsTotal = wantsTotal, WantsRows = wantsRows };
    }
}
