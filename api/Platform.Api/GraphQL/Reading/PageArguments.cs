using GraphQL.Execution;
using Platform.Api.Transport;
using Platform.Model.Access;

namespace Platform.Api.GraphQL.Reading;

/// <summary>Reads and judges the arguments of a connection: <c>first after last before where order</c>.</summary>
internal static class PageArguments
{
    private const string ByKey = "id";
    private const string ByRelevance = "relevance";
    private const int MostOrders = 3;
    private const int MostConditions = 12;

    /// <summary>What is wrong with the arguments; null when nothing is. Runs before anything is executed.</summary>
    public static RequestProblem? Check(EntityType type, IDictionary<string, ArgumentValue>? arguments, Scope scope)
    {
        var (first, last) = (Number(arguments, "first"), Number(arguments, "last"));
        if (first is not null && last is not null)
            return Problems.PageArguments("Give 'first' or 'last', not both.", "Chỉ cho 'first' hoặc 'last', không cho cả hai.");
        if ((first ?? last) is < 0 or > PageRequest.MostRows)
        {
            var argument = first is not null ? "first" : "last";
            return Problems.PageArguments(
                $"'{argument}' is {first ?? last}; a page has 0 to {PageRequest.MostRows} rows.",
                $"'{argument}' là {first ?? last}; mỗi trang có từ 0 đến {PageRequest.MostRows} dòng.");
        }
        if (Text(arguments, "before") is not null && first is not null)
            return Problems.PageArguments("'before' goes with 'last', 'after' goes with 'first'.", "'before' đi với 'last', 'after' đi với 'first'.");
        if (Text(arguments, "after") is not null && (last is not null || Text(arguments, "before") is not null))
            return Problems.PageArguments("'after' goes with 'first', 'before' goes with 'last'.", "'after' đi với 'first', 'before' đi với 'last'.");
        if (OrdersOf(arguments).Count > MostOrders)
            return Problems.PageArguments($"A list is ordered by at most {MostOrders} columns.", $"Danh sách xếp theo tối đa {MostOrders} cột.");
        if (FilterReader.Count(Value(arguments, "where")) > MostConditions)
            return Problems.PageArguments($"'where' has more than {MostConditions} conditions.", $"'where' có hơn {MostConditions} điều kiện.");
        return Forbidden(type, arguments, scope) ?? CursorProblem(type, arguments);
    }

    public static PageRequest Read(EntityType type, IDictionary<string, ArgumentValue>? arguments)
    {
        var (name, order) = OrderOf(type, arguments);
        var last = Number(arguments, "last");
        var backward = last is not null || Text(arguments, "before") is not null;
        var cursor = Text(arguments, backward ? "before" : "after");
        return new PageRequest
        {
            Size = Number(arguments, "first") ?? last ?? PageRequest.DefaultSize,
            Backward = backward,
            OrderName = name,
            Order = order,
            Cursor = cursor is null ? null : Cursor.Read(cursor, name, order, out _),
            Where = FilterReader.Read(type, Value(arguments, "where")),
            Search = SearchOf(arguments),
            IsRanked = name == ByRelevance,
        };
    }

    // A filter or an order tells about a column as surely as reading it does.
    private static RequestProblem? Forbidden(EntityType type, IDictionary<string, ArgumentValue>? arguments, Scope scope)
    {
        var used = FilterReader.FieldsOf(type, Value(arguments, "where")).Concat(OrdersOf(arguments).Select(o => ColumnOf(type, o.Name)));
        return used.FirstOrDefault(field => !scope.May(field.Permission)) is { } field
            ? Problems.Denied($"{type.Name}.{field.Name}", field.Permission, scope)
            : null;
    }

    private static RequestProblem? CursorProblem(EntityType type, IDictionary<string, ArgumentValue>? arguments)
    {
        var (name, order) = OrderOf(type, arguments);
        foreach (var argument in new[] { "after", "before" })
        {
            if (Text(arguments, argument) is not { } text || Cursor.Read(text, name, order, out var found) is not null)
                continue;
            return found is null || found == name
                ? Problems.BadCursor(argument, text)
                : Problems.CursorOfOtherOrder(argument, text, found, name);
        }
        return null;
    }

    private static (string Name, IReadOnlyList<OrderColumn> Order) OrderOf(EntityType type, IDictionary<string, ArgumentValue>? arguments)
    {
        var wanted = OrdersOf(arguments);
        var columns = wanted.Select(o => new OrderColumn(ColumnOf(type, o.Name).SortColumn, o.Descending)).ToList();
        // Without the key, rows of equal values would have no order, and a page could repeat or lose them.
        columns.Add(new OrderColumn(type.Key.Column, columns.Count > 0 && columns[^1].Descending));
        var name = wanted.Count == 0 ? (SearchOf(arguments) is null ? ByKey : ByRelevance) : string.Join(',', wanted.Select(o => o.Descending ? $"{o.Name} DESC" : o.Name));
        return (name, [.. columns.DistinctBy(c => c.Column.Text)]);
    }

    private static string? SearchOf(IDictionary<string, ArgumentValue>? arguments) =>
        Text(arguments, "search") is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static ColumnField ColumnOf(EntityType type, string name) => type.Sortable.First(c => c.Name == name);

    private static List<(string Name, bool Descending)> OrdersOf(IDictionary<string, ArgumentValue>? arguments) =>
        Value(arguments, "order") is IEnumerable<object?> orders
            ? [.. orders.OfType<IDictionary<string, object?>>().SelectMany(o => o).Where(o => o.Value is not null).Select(o => (o.Key, o.Value is SortDirection.Desc))]
            : [];

    private static object? Value(IDictionary<string, ArgumentValue>? arguments, string name) =>
        arguments is not null && arguments.TryGetValue(name, out var value) ? value.Value : null;

    private static int? Number(IDictionary<string, ArgumentValue>? arguments, string name) => Value(arguments, name) as int?;

    private static string? Text(IDictionary<string, ArgumentValue>? arguments, string name) => Value(arguments, name) as string;
}

/// <summary>Direction of an order.</summary>
internal enum SortDirection
{
    /// <summary>Smallest first; rows without a value come first.</summary>
    Asc,

    /// <summary>Largest first; rows without a value come last.</summary>
    Desc,
}
