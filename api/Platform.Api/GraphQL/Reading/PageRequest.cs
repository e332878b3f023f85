namespace Platform.Api.GraphQL.Reading;

/// <summary>The arguments of a connection: which part of which rows, in which order.</summary>
internal sealed record PageRequest
{
    /// <summary>Rows of a page when the client names no number.</summary>
    public const int DefaultSize = 20;

    /// <summary>Most rows of a page.</summary>
    public const int MostRows = 100;

    /// <summary>Rows are counted no further: a larger list answers this number + 1.</summary>
    public const int MostCounted = 10_000;

    public int Size { get; init; } = DefaultSize;

    /// <summary>Whether the page ends the list before the cursor (<c>last</c>, <c>before</c>) instead of beginning after it.</summary>
    public bool Backward { get; init; }

    public Cursor? Cursor { get; init; }

    /// <summary>The order's name, as cursors carry it.</summary>
    public required string OrderName { get; init; }

    /// <summary>The order, ending with the key, in the direction in which the client sees it.</summary>
    public required IReadOnlyList<OrderColumn> Order { get; init; }

    public Condition? Where { get; init; }

    /// <summary>The search text; null when the list is not searched.</summary>
    public string? Search { get; init; }

    /// <summary>Whether the rows stand in the order of their rank in the search; cursors then name the row itself.</summary>
    public bool IsRanked { get; init; }

    /// <summary>A page of rows whose keys are known: any number of them, in the order of the keys given.</summary>
    public static PageRequest Keyed(EntityType type) => new() { Size = MostRows, OrderName = "keys", Order = [new OrderColumn(type.Key.Column, false)] };

    /// <summary>The order in which rows are read: turned round for a page that ends the list.</summary>
    public IReadOnlyList<OrderColumn> ReadOrder => Backward ? [.. Order.Select(column => column.Reversed())] : Order;

    /// <summary>The conditions of the page's rows.</summary>
    public Condition Condition(Condition? more) =>
        new AllOf([.. new[] { more, Where, Cursor is null ? null : Keyset.After(ReadOrder, Cursor.Values) }.OfType<Condition>()]);

    /// <summary>The conditions of the whole list.</summary>
    public Condition Whole(Condition? more) => new AllOf([.. new[] { more, Where }.OfType<Condition>()]);
}
