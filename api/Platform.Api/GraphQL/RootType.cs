using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Platform.Api.GraphQL.Mutations;
using Platform.Api.GraphQL.Reading;
using Platform.Api.GraphQL.Types;
using Platform.Model.Access;

namespace Platform.Api.GraphQL;

/// <summary>A root of the schema, to which each feature adds its fields.</summary>
internal sealed class RootType : ObjectGraphType
{
    private readonly EntityGraphs _graphs;
    private readonly MutationGraphs _mutations;

    public RootType(string name, string description, EntityGraphs graphs, MutationGraphs mutations)
    {
        Name = name;
        Description = description;
        _graphs = graphs;
        _mutations = mutations;
    }

    /// <summary>A list of all rows that the caller may see, paged, filtered and ordered.</summary>
    public FieldType List<TEntity>(string name, string description, Permission permission) =>
        List<TEntity>(name, description, permission, (reader, connection, context) => reader.PageAsync(connection, null, context.CancellationToken));

    /// <summary>A list that the delegate reads.</summary>
    public FieldType List<TEntity>(
        string name, string description, Permission permission, Func<EntityReader, SelectedConnection, IResolveFieldContext, Task<Page>> read)
    {
        var type = _graphs.TypeOf(typeof(TEntity));
        var field = _graphs.ConnectionField(type, name, description, permission);
        field.Resolver = new FuncFieldResolver<object>(async context =>
            await read(ReaderOf(context), SelectionReader.OfConnection(context, type, _graphs), context));
        return AddField(field);
    }

    /// <summary>The one row that the delegate finds, or null.</summary>
    public FieldType One<TEntity>(string name, string description, Permission permission, Func<EntityReader, Selection, IResolveFieldContext, Task<Row?>> read)
    {
        var type = _graphs.TypeOf(typeof(TEntity));
        var field = GraphKind.Of(_graphs.ObjectOf(type)).Field(name, description);
        field.Arguments = new QueryArguments();
        field.Resolver = new FuncFieldResolver<object>(async context =>
            await read(ReaderOf(context), SelectionReader.OfRow(context, type, _graphs), context));
        return AddField(field.Requires(permission));
    }

    /// <summary>The row with a global id, or null when there is none that the caller may see.</summary>
    public FieldType ById<TEntity>(string name, string description, Permission permission)
    {
        var field = One<TEntity>(name, description, permission, (reader, selection, context) =>
            reader.ByIdAsync(selection, context.GetArgument<string>("id"), context.CancellationToken));
        field.Arguments!.Add(GraphKind.Of<IdGraphType>().Required().Argument("id", "Global id of the row."));
        return field;
    }

    /// <summary>A mutation, as its class describes it.</summary>
    public RootType With<TMutation>()
        where TMutation : class
    {
        AddField(_mutations.FieldOf<TMutation>());
        return this;
    }

    private static EntityReader ReaderOf(IResolveFieldContext context) => context.RequestServices!.GetRequiredService<EntityReader>(); // the runner always gives services
}
