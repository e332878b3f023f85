using System.Reflection;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Platform.Api.GraphQL.Types;

namespace Platform.Api.GraphQL.Mutations;

/// <summary>Makes the field, input, payload and error types of mutations out of their classes.</summary>
internal sealed class MutationGraphs(EntityGraphs entities, ValueKinds kinds)
{
    private readonly InputGraphs _inputs = new(kinds);
    private readonly ErrorGraphs _errors = new(kinds);

    /// <summary>The interface of all errors.</summary>
    public IGraphType Error => _errors.Interface;

    /// <summary>The input type of a record, for a query that takes the same input as a mutation.</summary>
    public IInputObjectGraphType InputOf(Type type) => _inputs.Of(type);

    /// <summary>The field of a mutation class.</summary>
    public FieldType FieldOf<TMutation>()
        where TMutation : class
    {
        var contract = typeof(TMutation).GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IMutation<,>));
        var make = typeof(MutationGraphs).GetMethod(nameof(Make), BindingFlags.Instance | BindingFlags.NonPublic)!;
        return (FieldType)make.MakeGenericMethod(typeof(TMutation), contract.GetGenericArguments()[0], contract.GetGenericArguments()[1]).Invoke(this, null)!;
    }

    private FieldType Make<TMutation, TInput, TPayload>()
        where TMutation : class, IMutation<TInput, TPayload>
        where TInput : MutationInput
        where TPayload : Payload, new()
    {
        var name = typeof(TMutation).Name.ToCamelCase();
        var permission = typeof(TMutation).GetCustomAttribute<RequiresAttribute>()?.Permission ?? throw new InvalidOperationException($"{typeof(TMutation)} names no permission.");
        var field = GraphKind.Of(PayloadOf<TPayload>(name)).Required().Field(name, DescriptionOf(typeof(TMutation)));
        field.Arguments = new QueryArguments(GraphKind.Of(_inputs.Of(typeof(TInput))).Required().Argument("input", "What is to be done."));
        field.Resolver = new FuncFieldResolver<object>(async context =>
            await context.RequestServices!.GetRequiredService<MutationRunner>() // the runner of operations always gives services
                .RunAsync<TMutation, TInput, TPayload>(context.GetArgument<TInput>("input"), context.CancellationToken));
        return field.Requires(permission);
    }

    private ObjectGraphType PayloadOf<TPayload>(string mutation)
        where TPayload : Payload
    {
        var graph = new ObjectGraphType { Name = typeof(TPayload).Name, Description = DescriptionOf(typeof(TPayload)) };
        foreach (var property in typeof(TPayload).GetProperties().Where(p => p.Name != nameof(Payload.Errors) && p.GetMethod is { IsPublic: true }))
            graph.AddField(FieldOf(property));
        var errors = _errors.ListFor(mutation, typeof(TPayload)).Field("errors", XmlDocs.Of(typeof(Payload).GetProperty(nameof(Payload.Errors))!)!);
        errors.Resolver = new FuncFieldResolver<object>(context => ((Payload)context.Source!).Errors); // the type's own source
        graph.AddField(errors.IsStructure());
        return graph;
    }

    private FieldType FieldOf(PropertyInfo property)
    {
        var name = property.Name.ToCamelCase();
        if (EntityOf(property.PropertyType) is { } entity)
            return entities.RowField(entities.TypeOf(entity), name, DescriptionOf(property), payload => (property.GetValue(payload) as IRef)?.Key); // read after the save
        var field = kinds.Of(property.PropertyType)
            .RequiredUnless(new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable)
            .Field(name, DescriptionOf(property));
        field.Resolver = new FuncFieldResolver<object>(context => property.GetValue(context.Source));
        return field.IsStructure();
    }

    private static Type? EntityOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Ref<>) ? type.GetGenericArguments()[0] : null;
    }

    private static string DescriptionOf(MemberInfo member) =>
        XmlDocs.Of(member) ?? throw new InvalidOperationException($"{member} has no documentation to describe it.");
}
