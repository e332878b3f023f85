using System.Collections.Concurrent;
using System.Linq.Expressions;

namespace Platform.Api.GraphQL.Reading;

/// <summary>A value that the database gives for a row of an entity: a lambda over the entity, and a text by which equal ones are known.</summary>
internal sealed class ReadColumn
{
    private static readonly ConcurrentDictionary<Type, ParameterExpression> Rows = new();

    public ReadColumn(LambdaExpression lambda)
    {
        // The compiler wraps a column asked for as a nullable key; the database gives one column for both.
        var body = lambda.Body is UnaryExpression { NodeType: ExpressionType.Convert } convert && Underlying(convert.Type) == Underlying(convert.Operand.Type)
            ? convert.Operand
            : lambda.Body;
        var row = Rows.GetOrAdd(lambda.Parameters[0].Type, type => Expression.Parameter(type, "r"));
        Row = row;
        Body = ColumnExpression.Replace(body, lambda.Parameters[0], row);
        Text = Body.ToString();
        IsNullable = !body.Type.IsValueType || Underlying(body.Type) != body.Type;
    }

    /// <summary>The parameter of <see cref="Body"/>, one for all columns of an entity.</summary>
    public ParameterExpression Row { get; }

    public Expression Body { get; }

    /// <summary>Equal for columns that give the same value.</summary>
    public string Text { get; }

    /// <summary>The type of the value; never a <see cref="Nullable{T}"/>.</summary>
    public Type ValueType => Underlying(Body.Type);

    /// <summary>Whether the type of the value allows null.</summary>
    public bool IsNullable { get; }

    public Expression On(Expression row) => ColumnExpression.Replace(Body, Row, row);

    private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
