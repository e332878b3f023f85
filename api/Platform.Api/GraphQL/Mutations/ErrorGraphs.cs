using System.Reflection;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Platform.Api.GraphQL.Types;

namespace Platform.Api.GraphQL.Mutations;

/// <summary>The GraphQL types of mutation errors: one interface, one object type for each error, one union for each mutation.</summary>
internal sealed class ErrorGraphs
{
    private static readonly Type[] Universal = [typeof(InvalidInput), typeof(NotFound), typeof(NotPermitted), typeof(StaleVersion), typeof(IdempotencyKeyReused)];

    private readonly Dictionary<Type, IObjectGraphType> _objects = [];
    private readonly ValueKinds _kinds;
    private readonly InterfaceGraphType _error;

    public ErrorGraphs(ValueKinds kinds)
    {
        _kinds = kinds;
        _error = new InterfaceGraphType { Name = "Error", Description = "Why a mutation did nothing.", ResolveType = error => _objects[error.GetType()] };
        _error.AddField(Code().IsStructure());
        _error.AddField(Message().IsStructure());
    }

    /// <summary>The interface of all errors.</summary>
    public IGraphType Interface => _error;

    /// <summary>The <c>errors</c> of a mutation.</summary>
    public GraphKind ListFor(string mutation, Type payload)
    {
        var union = new UnionGraphType
        {
            Name = $"{char.ToUpperInvariant(mutation[0])}{mutation[1..]}Error",
            Description = $"Why {mutation} did nothing.",
            ResolveType = error => _objects[error.GetType()],
        };
        foreach (var error in ErrorsOf(payload))
            union.AddPossibleType(ObjectOf(error));
        return GraphKind.Of(union).Required().List().Required();
    }

    /// <summary>The error types that the payload can hold.</summary>
    public static IEnumerable<Type> ErrorsOf(Type payload) => Universal.Concat(payload.GetCustomAttribute<FailsWithAttribute>()?.Errors ?? []);

    private IObjectGraphType ObjectOf(Type error)
    {
        if (_objects.TryGetValue(error, out var known))
            return known;
        var graph = new ObjectGraphType { Name = error.Name, Description = DescriptionOf(error) };
        graph.AddField(Resolved(Code(), failure => failure.Code));
        var message = Message();
        message.Resolver = new FuncFieldResolver<object>(context => context.RequestServices!.GetRequiredService<RequestLanguage>().Of((MutationError)context.Source!)); // errors of ours, a runner that gives services
        graph.AddField(message.IsStructure());
        foreach (var property in error.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(IsOwn))
        {
            var kind = _kinds.Of(property.PropertyType).RequiredUnless(new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable);
            graph.AddField(Resolved(kind.Field(property.Name.ToCamelCase(), DescriptionOf(property)), failure => property.GetValue(failure)));
        }
        graph.AddResolvedInterface(_error);
        _error.AddPossibleType(graph);
        return _objects[error] = graph;
    }

    private static FieldType Code() => GraphKind.Of<StringGraphType>().Required().Field("code", "Stable reason: branch on it.");

    private static FieldType Message() => GraphKind.Of<StringGraphType>().Required().Field("message", "The reason in a sentence, in the language of Accept-Language.");

    private static FieldType Resolved(FieldType field, Func<MutationError, object?> value)
    {
        field.Resolver = new FuncFieldResolver<object>(context => value((MutationError)context.Source!)); // the type's own source
        return field.IsStructure();
    }

    private static bool IsOwn(PropertyInfo property) =>
        property.Name is not (nameof(MutationError.Code) or nameof(MutationError.Vietnamese) or nameof(MutationError.English)) && property.GetMethod is { IsStatic: false, IsPublic: true };

    private static string DescriptionOf(MemberInfo member) =>
        XmlDocs.Of(member) ?? throw new InvalidOperationException($"{member.DeclaringType}.{member.Name} has no documentation to describe it.");
}
