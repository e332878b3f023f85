using System.Reflection;
using GraphQL;
using GraphQL.Types;
using Platform.Api.GraphQL.Reading;
using Platform.Api.GraphQL.Types;

namespace Platform.Api.GraphQL.Mutations;

/// <summary>Makes input types of records: every public property is a field, described by its documentation, required unless it may be null.</summary>
internal sealed class InputGraphs(ValueKinds kinds)
{
    private readonly Dictionary<Type, IInputObjectGraphType> _known = [];

    public IInputObjectGraphType Of(Type type)
    {
        if (_known.TryGetValue(type, out var known))
            return known;
        var graph = (IInputObjectGraphType)Activator.CreateInstance(typeof(InputObjectGraphType<>).MakeGenericType(type))!;
        _known[type] = graph;
        graph.Name = type.Name;
        graph.Description = XmlDocs.Of(type) ?? throw new InvalidOperationException($"{type} has no documentation to describe it.");
        foreach (var property in type.GetProperties())
            graph.AddField(FieldOf(property));
        return graph;
    }

    private FieldType FieldOf(PropertyInfo property)
    {
        var isNullable = new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;
        var description = XmlDocs.Of(property) ?? throw new InvalidOperationException($"{property.DeclaringType}.{property.Name} has no documentation to describe it.");
        var field = KindOf(property.PropertyType).RequiredUnless(isNullable).Field(property.Name.ToCamelCase(), description);
        if (ReferredBy(property.PropertyType) is { } entity)
            field.Parser = value => value is string id ? Referred(property.PropertyType, entity, id) : value;
        else if (ElementOf(property.PropertyType) is { } element && ReferredBy(element) is { } listed)
            field.Parser = value => value is IEnumerable<object?> ids ? ids.Select(id => id is string text ? Referred(element, listed, text) : id).ToList() : value;
        if (property.Name == nameof(MutationInput.IdempotencyKey))
            field.Validator = MutationInput.CheckKey;
        return field;
    }

    private GraphKind KindOf(Type type)
    {
        if (ReferredBy(type) is not null)
            return GraphKind.Of<IdGraphType>();
        if (ElementOf(type) is { } element)
            return KindOf(element).Required().List();
        return type.Name.EndsWith("Input", StringComparison.Ordinal) ? GraphKind.Of(Of(type)) : kinds.Of(type);
    }

    private static Type? ElementOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    private static Type? ReferredBy(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Ref<>) ? type.GetGenericArguments()[0] : null;
    }

    private static object Referred(Type type, Type entity, string id) =>
        GlobalId.TryRead(id, out var name, out var key) && name == entity.Name
            ? Activator.CreateInstance(Nullable.GetUnderlyingType(type) ?? type, key)!
            : throw new ArgumentException($"'{Transport.Problems.Cut(id)}' is no id of a {entity.Name}.");
}
