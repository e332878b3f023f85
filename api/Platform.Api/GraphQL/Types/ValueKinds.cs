using GraphQL;
using GraphQL.Types;
using Platform.Api.Transport.Uploads;

namespace Platform.Api.GraphQL.Types;

/// <summary>The graph types of plain values: scalars, and one enum type for every closed list of the model.</summary>
internal sealed class ValueKinds
{
    private readonly Dictionary<Type, GraphKind> _known = new()
    {
        [typeof(string)] = GraphKind.Of<StringGraphType>(),
        [typeof(int)] = GraphKind.Of<IntGraphType>(),
        [typeof(long)] = GraphKind.Of(new LongGraphType { Name = "Long", Description = "A whole number of up to 64 bits, such as an amount in đồng." }),
        [typeof(bool)] = GraphKind.Of<BooleanGraphType>(),
        [typeof(double)] = GraphKind.Of<FloatGraphType>(),
        [typeof(UploadedFile)] = GraphKind.Of(new UploadScalar()),
        [typeof(DateOnly)] = GraphKind.Of(new DateScalar()),
        [typeof(DateTimeOffset)] = GraphKind.Of(new DateTimeScalar()),
    };

    /// <summary>Makes a plain value of the code known, for fields and lists of it.</summary>
    public void Add<TValue>(RecordGraph<TValue> graph) => _known[typeof(TValue)] = GraphKind.Of(graph);

    /// <summary>The graph type of a value; null does not count, lists do.</summary>
    public GraphKind Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (_known.TryGetValue(type, out var known))
            return known;
        if (type.IsEnum)
            return _known[type] = GraphKind.Of(EnumOf(type));
        var element = type.IsArray ? type.GetElementType() : type.IsGenericType ? type.GetGenericArguments()[0] : null;
        return element is not null ? Of(element).Required().List() : throw new InvalidOperationException($"{type} has no graph type.");
    }

    /// <summary>The enum with its members in CONSTANT_CASE, described by the code's documentation.</summary>
    private static EnumerationGraphType EnumOf(Type type)
    {
        var graph = new EnumerationGraphType { Name = type.Name, Description = DescriptionOf(type) };
        foreach (var member in Enum.GetNames(type))
            graph.Add(member.ToConstantCase(), Enum.Parse(type, member), DescriptionOf(type.GetField(member)!));
        return graph;
    }

    private static string DescriptionOf(System.Reflection.MemberInfo member) =>
        XmlDocs.Of(member) ?? throw new InvalidOperationException($"{member.DeclaringType}.{member.Name} has no documentation to describe it in the schema.");
}
