namespace Platform.Api.GraphQL.Reading;

/// <summary>The condition "comes after this place in the order", in a form whose first part an index can seek.</summary>
internal static class Keyset
{
    /// <summary>Both databases sort null before every value; a descending order ends with it.</summary>
    public static Condition After(IReadOnlyList<OrderColumn> order, IReadOnlyList<object?> place)
    {
        var ways = new List<Condition>();
        for (var i = 0; i < order.Count; i++)
        {
            if (Beyond(order[i], place[i]) is not { } beyond)
                continue;
            var equalBefore = order.Take(i).Select((column, j) => Same(column, place[j]));
            ways.Add(i == 0 ? beyond : new AllOf([.. equalBefore, beyond]));
        }
        var after = ways.Count == 1 ? ways[0] : new AnyOf(ways);
        return Bound(order[0], place[0]) is { } bound && order.Count > 1 ? bound & after : after;
    }

    private static ColumnCondition Same(OrderColumn column, object? value) =>
        value is null ? new ColumnCondition(column.Column, Comparison.IsNull) : new ColumnCondition(column.Column, Comparison.Equal, value);

    private static Condition? Beyond(OrderColumn column, object? value)
    {
        if (!column.Descending)
            return value is null ? new ColumnCondition(column.Column, Comparison.IsNotNull) : new ColumnCondition(column.Column, Comparison.Greater, value);
        if (value is null)
            return null;
        var less = new ColumnCondition(column.Column, Comparison.Less, value);
        return column.Column.IsNullable ? new AnyOf([less, new ColumnCondition(column.Column, Comparison.IsNull)]) : less;
    }

    // Implied by the rest, but the rest is an OR, through which no index is sought.
    private static ColumnCondition? Bound(OrderColumn column, object? value)
    {
        if (value is null || (column.Descending && column.Column.IsNullable))
            return null;
        return new ColumnCondition(column.Column, column.Descending ? Comparison.LessOrEqual : Comparison.GreaterOrEqual, value);
    }
}
