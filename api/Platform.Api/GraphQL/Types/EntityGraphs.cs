using GraphQL.Resolvers;
using GraphQL.Types;
using Platform.Api.GraphQL.Reading;
using Platform.Model.Access;

namespace Platform.Api.GraphQL.Types;

/// <summary>The GraphQL types of all declared entities: objects, connections, edges, filters, orders. Made once, at start.</summary>
internal sealed class EntityGraphs
{
    private readonly Dictionary<Type, EntityType> _types;
    private readonly Dictionary<string, EntityType> _byName;
    private readonly Dictionary<EntityType, EntityGraph> _graphs;
    private readonly ValueKinds _kinds;

    public EntityGraphs(IEnumerable<EntityType> types, ValueKinds kinds, ObjectGraphType pageInfo)
    {
        _kinds = kinds;
        _types = types.ToDictionary(t => t.Entity);
        _byName = _types.Values.ToDictionary(t => t.Name);
        Node = NodeInterface();
        var filters = new FilterGraphs(kinds);
        // Objects first, then their fields: relations go round in circles.
        _graphs = _types.Values.ToDictionary(t => t, t => new EntityGraph(t, pageInfo, filters));
        foreach (var graph in _graphs.Values)
            Fill(graph);
    }

    /// <summary>The interface of everything with a global id.</summary>
    public InterfaceGraphType Node { get; }

    public EntityType TypeOf(Type entity) => _types[entity];

    public EntityType? TypeOf(string name) => _byName.GetValueOrDefault(name);

    public IObjectGraphType ObjectOf(EntityType type) => _graphs[type].Object;

    public IObjectGraphType ConnectionOf(EntityType type) => _graphs[type].Connection;

    public IObjectGraphType EdgeOf(EntityType type) => _graphs[type].Edge;

    public IEnumerable<IGraphType> Objects => _graphs.Values.Select(g => g.Object);

    public EntityField? FieldOf(EntityType type, string name) => _graphs[type].FieldsByName.GetValueOrDefault(name);

    /// <summary>A field that answers a page of the type.</summary>
    public FieldType ConnectionField(EntityType type, string name, string description, Permission permission)
    {
        var graph = _graphs[type];
        var field = GraphKind.Of(graph.Connection).Required().Field(name, description);
        field.Arguments = graph.PageArguments();
        field.ValidateArguments = context =>
        {
            var scope = context.RequestServices!.GetRequiredService<Scope>(); // the runner always gives services
            if (Reading.PageArguments.Check(type, context.Arguments, scope) is { } problem)
                context.ReportError(new Transport.RequestError(problem, context.FieldAst));
            return ValueTask.CompletedTask;
        };
        return field.Requires(permission);
    }

    /// <summary>A field that answers the row whose key its source gives, read as the document asks; null for no key or no row.</summary>
    public FieldType RowField(EntityType type, string name, string description, Func<object, long?> key)
    {
        var field = GraphKind.Of(ObjectOf(type)).Field(name, description);
        field.Resolver = new FuncFieldResolver<object>(async context =>
        {
            if (key(context.Source!) is not { } value) // fields of objects have a source
                return null;
            var reader = context.RequestServices!.GetRequiredService<EntityReader>(); // the runner always gives services
            return await reader.OneAsync(SelectionReader.OfRow(context, type, this), type.Key.Column, value, context.CancellationToken);
        });
        return field.Requires(type.Permission);
    }

    private void Fill(EntityGraph graph)
    {
        foreach (var field in graph.Type.Fields)
            graph.Object.AddField(GraphFieldOf(field));
        graph.Object.AddResolvedInterface(Node);
        Node.AddPossibleType(graph.Object);
    }

    private FieldType GraphFieldOf(EntityField field)
    {
        var graphField = field switch
        {
            ColumnField { IsKey: true } key => Resolved(GraphKind.Of<IdGraphType>().Required().Field("id", field.Description), row => GlobalId.Of(key.Owner.Name, row.Key)),
            ColumnField column => Resolved(_kinds.Of(column.ValueType).RequiredUnless(column.IsNullable).Field(field.Name, field.Description), row => row.Value(column)),
            ComputedField computed => Resolved(
                _kinds.Of(computed.ValueType).RequiredUnless(computed.IsNullable).Field(field.Name, field.Description),
                row => computed.Compute([.. computed.Columns.Select(row.Value)])),
            OneField one => Related(GraphKind.Of(ObjectOf(TypeOf(one.Target))).RequiredUnless(one.IsNullable).Field(field.Name, field.Description)),
            BatchField batch => Related(batch.Graph().Field(field.Name, field.Description)),
            ManyField many => Related(ConnectionField(TypeOf(many.Target), field.Name, field.Description, field.Permission)),
            _ => throw new InvalidOperationException($"{field.GetType().Name} has no graph field."),
        };
        return graphField.Requires(field.Permission);
    }

    private static FieldType Resolved(FieldType field, Func<Row, object?> value)
    {
        field.Resolver = new FuncFieldResolver<object>(context => value((Row)context.Source!)); // sources of entity objects are rows
        return field;
    }

    // Relations were read with their row: see EntityReader.
    private static FieldType Related(FieldType field)
    {
        field.Resolver = new FuncFieldResolver<object>(context =>
        {
            var row = (Row)context.Source!; // as above
            return row.Relations[row.Selection.RelationAt(context.ResponseKey())];
        });
        return field;
    }

    private InterfaceGraphType NodeInterface()
    {
        var node = new InterfaceGraphType { Name = "Node", Description = "Anything that has a global id and can be read again by it." };
        node.AddField(GraphKind.Of<IdGraphType>().Required().Field("id", "Global id.").Requires(Permission.ReadCatalogue));
        node.ResolveType = value => value is Row row ? ObjectOf(row.Selection.Type) : null;
        return node;
    }
}
