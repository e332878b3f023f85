using System.Linq.Expressions;
using System.Reflection;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace Platform.Api.GraphQL.Types;

/// <summary>
/// The object type of a plain value of the code: an allow-list of its properties, described by their documentation. Whoever may have
/// the field that answers it may have all of it.
/// </summary>
internal sealed class RecordGraph<TSource> : ObjectGraphType<TSource>
{
    private readonly ValueKinds _kinds;

    public RecordGraph(ValueKinds kinds, string? name = null)
    {
        _kinds = kinds;
        Name = name ?? typeof(TSource).Name;
        Description = XmlDocs.Of(typeof(TSource)) ?? throw new InvalidOperationException($"{typeof(TSource)} has no documentation to describe {Name}.");
    }

    /// <summary>Publishes a property under its own name.</summary>
    public RecordGraph<TSource> With<TValue>(Expression<Func<TSource, TValue>> property)
    {
        var member = (PropertyInfo)((MemberExpression)property.Body).Member;
        var value = Getter(property);
        return With(_kinds.Of(typeof(TValue)).RequiredUnless(IsNullable(member)), member.Name.ToCamelCase(), DescriptionOf(member), source => value(source));
    }

    /// <summary>Publishes a property whose value is an object type of ours.</summary>
    public RecordGraph<TSource> With<TValue>(GraphKind kind, Expression<Func<TSource, TValue>> property)
    {
        var member = (PropertyInfo)((MemberExpression)property.Body).Member;
        var value = Getter(property);
        return With(kind, member.Name.ToCamelCase(), DescriptionOf(member), source => value(source));
    }

    /// <summary>Publishes a value that the delegate makes.</summary>
    public RecordGraph<TSource> With(GraphKind kind, string name, string description, Func<TSource, object?> value)
    {
        var field = kind.Field(name, description).IsStructure();
        field.Resolver = new FuncFieldResolver<object>(context => value((TSource)context.Source!)); // the type's own source
        AddField(field);
        return this;
    }

    // The getter itself: compiling hundreds of expressions is a good part of a start.
    private static Func<TSource, TValue> Getter<TValue>(Expression<Func<TSource, TValue>> property) =>
        typeof(TSource).IsValueType ? property.Compile() : ((PropertyInfo)((MemberExpression)property.Body).Member).GetMethod!.CreateDelegate<Func<TSource, TValue>>();

    private static bool IsNullable(PropertyInfo member) =>
        Nullable.GetUnderlyingType(member.PropertyType) is not null
        || (!member.PropertyType.IsValueType && new NullabilityInfoContext().Create(member).ReadState != NullabilityState.NotNull);

    private static string DescriptionOf(PropertyInfo member) =>
        XmlDocs.Of(member) ?? throw new InvalidOperationException($"{typeof(TSource)}.{member.Name} has no documentation to describe it.");
}
