using System.Linq.Expressions;
using System.Text;

namespace Platform.Api.GraphQL.Reading;

/// <summary>
/// A condition on the rows of a read, as data: its <see cref="Describe"/> text names the SQL it becomes (without values), its values
/// come out in the order in which <see cref="Build"/> asks for parameters. So one compiled SQL text serves every value.
/// </summary>
internal abstract record Condition
{
    /// <summary>Writes a text that is equal for conditions of equal SQL.</summary>
    public abstract void Describe(StringBuilder shape);

    /// <summary>The condition over the row, with a parameter in place of each value.</summary>
    public abstract Expression Build(Expression row, PlanParameters parameters);

    /// <summary>Adds the values in the order of the parameters.</summary>
    public abstract void AddValues(List<object?> values);

    /// <summary>The keys with which the column is compared, wherever in the condition.</summary>
    public abstract IEnumerable<long> ValuesOf(ReadColumn column);

    public static Condition operator &(Condition left, Condition right) => new AllOf([left, right]);
}

internal sealed record AllOf(IReadOnlyList<Condition> Parts) : Condition
{
    public override IEnumerable<long> ValuesOf(ReadColumn column) => Parts.SelectMany(part => part.ValuesOf(column));

    public override void Describe(StringBuilder shape) => Joined.Describe(shape, '&', Parts);

    public override Expression Build(Expression row, PlanParameters parameters) =>
        Joined.Build(Parts, row, parameters, Expression.AndAlso, whenEmpty: true);

    public override void AddValues(List<object?> values) => Joined.AddValues(Parts, values);
}

internal sealed record AnyOf(IReadOnlyList<Condition> Parts) : Condition
{
    public override IEnumerable<long> ValuesOf(ReadColumn column) => Parts.SelectMany(part => part.ValuesOf(column));

    public override void Describe(StringBuilder shape) => Joined.Describe(shape, '|', Parts);

    public override Expression Build(Expression row, PlanParameters parameters) =>
        Joined.Build(Parts, row, parameters, Expression.OrElse, whenEmpty: false);

    public override void AddValues(List<object?> values) => Joined.AddValues(Parts, values);
}

/// <summary>How a column is compared.</summary>
internal enum Comparison
{
    Equal,
    NotEqual,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,

    /// <summary>The text matches a pattern of LIKE, escaped with a backslash.</summary>
    Like,

    /// <summary>The value is one of a list, however long.</summary>
    In,

    IsNull,
    IsNotNull,
}

/// <summary>One column compared with one value, or with none.</summary>
internal sealed record ColumnCondition(ReadColumn Column, Comparison Comparison, object? Value = null) : Condition
{
    public override void Describe(StringBuilder shape) => shape.Append(Column.Text).Append(' ').Append((int)Comparison);

    public override IEnumerable<long> ValuesOf(ReadColumn column) => column.Text != Column.Text ? [] : Value switch
    {
        long key => [key],
        System.Collections.IEnumerable keys => keys.OfType<long>(),
        _ => [],
    };

    public override void AddValues(List<object?> values)
    {
        if (Comparison is not (Comparison.IsNull or Comparison.IsNotNull))
            values.Add(Value);
    }

    public override Expression Build(Expression row, PlanParameters parameters)
    {
        var column = Column.On(row);
        return Comparison switch
        {
            Comparison.IsNull => CanBeNull(column) ? Expression.Equal(column, Expression.Constant(null, column.Type)) : Expression.Constant(false),
            Comparison.IsNotNull => CanBeNull(column) ? Expression.NotEqual(column, Expression.Constant(null, column.Type)) : Expression.Constant(true),
            Comparison.In => ColumnExpression.Contains(parameters.NextList(Column), column),
            Comparison.Like => ColumnExpression.Like(column, parameters.Next(Column)),
            _ => ColumnExpression.Compare(Comparison, column, parameters.Next(Column)),
        };
    }

    // A column that always has a value cannot even be compared with none.
    private static bool CanBeNull(Expression column) => !column.Type.IsValueType || Nullable.GetUnderlyingType(column.Type) is not null;
}

internal static class Joined
{
    public static void Describe(StringBuilder shape, char sign, IReadOnlyList<Condition> parts)
    {
        shape.Append(sign).Append('(');
        foreach (var part in parts)
        {
            part.Describe(shape);
            shape.Append(',');
        }
        shape.Append(')');
    }

    public static Expression Build(
        IReadOnlyList<Condition> parts, Expression row, PlanParameters parameters, Func<Expression, Expression, Expression> join, bool whenEmpty) =>
        parts.Count == 0 ? Expression.Constant(whenEmpty) : parts.Select(part => part.Build(row, parameters)).Aggregate(join);

    public static void AddValues(IReadOnlyList<Condition> parts, List<object?> values)
    {
        foreach (var part in parts)
            part.AddValues(values);
    }
}
