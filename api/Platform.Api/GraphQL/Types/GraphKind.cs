using GraphQL.Types;

namespace Platform.Api.GraphQL.Types;

/// <summary>A reference to a graph type: one that the schema makes itself (by CLR type) or one that we made (an instance).</summary>
internal sealed record GraphKind
{
    private readonly Type? _type;
    private readonly IGraphType? _instance;

    private GraphKind(Type? type, IGraphType? instance) => (_type, _instance) = (type, instance);

    public static GraphKind Of<TGraph>()
        where TGraph : IGraphType => new(typeof(TGraph), null);

    public static GraphKind Of(IGraphType instance) => new(null, instance);

    public GraphKind Required() =>
        _instance is { } instance ? new(null, new NonNullGraphType(instance)) : new(typeof(NonNullGraphType<>).MakeGenericType(_type!), null);

    public GraphKind RequiredUnless(bool nullable) => nullable ? this : Required();

    public GraphKind List() =>
        _instance is { } instance ? new(null, new ListGraphType(instance)) : new(typeof(ListGraphType<>).MakeGenericType(_type!), null);

    public FieldType Field(string name, string description) => new() { Name = name, Description = description, Type = _type, ResolvedType = _instance };

    public QueryArgument Argument(string name, string description) =>
        _instance is { } instance ? new QueryArgument(instance) { Name = name, Description = description } : new QueryArgument(_type!) { Name = name, Description = description };
}
