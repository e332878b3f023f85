using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Platform.Api.GraphQL.Reading;

/// <summary>The expressions that EF turns into the SQL of a read.</summary>
internal static class ColumnExpression
{
    private static readonly MethodInfo CompareTexts = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;
    private static readonly MethodInfo LikeMethod =
        typeof(DbFunctionsExtensions).GetMethod(nameof(DbFunctionsExtensions.Like), [typeof(DbFunctions), typeof(string), typeof(string), typeof(string)])!;
    private static readonly MethodInfo ContainsMethod =
        typeof(Enumerable).GetMethods().Single(m => m.Name == nameof(Enumerable.Contains) && m.GetParameters().Length == 2);

    public static Expression Replace(Expression body, Expression from, Expression to) => from == to ? body : new Replacement(from, to).Visit(body)!; // a body is never removed

    public static Expression Compare(Comparison comparison, Expression column, Expression value)
    {
        var right = column.Type == value.Type ? value : Expression.Convert(value, column.Type);
        return comparison switch
        {
            Comparison.Equal => Expression.Equal(column, right),
            Comparison.NotEqual => Expression.NotEqual(column, right),
            _ => Order(comparison, column, right),
        };
    }

    public static Expression Contains(Expression list, Expression column) =>
        Expression.Call(ContainsMethod.MakeGenericMethod(column.Type), list, column);

    public static Expression Like(Expression column, Expression pattern) =>
        Expression.Call(LikeMethod, Expression.Constant(EF.Functions), column, pattern, Expression.Constant("\\"));

    private static BinaryExpression Order(Comparison comparison, Expression left, Expression right)
    {
        if (left.Type == typeof(string))
            (left, right) = (Expression.Call(CompareTexts, left, right), Expression.Constant(0));
        return comparison switch
        {
            Comparison.Greater => Expression.GreaterThan(left, right),
            Comparison.GreaterOrEqual => Expression.GreaterThanOrEqual(left, right),
            Comparison.Less => Expression.LessThan(left, right),
            Comparison.LessOrEqual => Expression.LessThanOrEqual(left, right),
            _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "Not an order."),
        };
    }

    private sealed class Replacement(Expression from, Expression to) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) => node == from ? to : base.Visit(node);
    }
}
