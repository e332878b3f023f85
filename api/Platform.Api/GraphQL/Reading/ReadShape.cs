using System.Globalization;
using System.Text;

namespace Platform.Api.GraphQL.Reading;

/// <summary>One column by which rows are ordered.</summary>
internal sealed record OrderColumn(ReadColumn Column, bool Descending)
{
    public OrderColumn Reversed() => this with { Descending = !Descending };
}

/// <summary>What is done with the rows that the conditions leave.</summary>
internal enum Reduction
{
    /// <summary>All of them, or the first <see cref="ReadShape.Take"/> in order.</summary>
    None,

    /// <summary>The first <see cref="ReadShape.Take"/> in order for each value of the first column.</summary>
    FirstOfEach,

    /// <summary>How many there are, counted up to <see cref="ReadShape.Take"/>.</summary>
    Count,

    /// <summary>How many there are for each value of the first column.</summary>
    CountOfEach,
}

/// <summary>A read of one entity as data, values included: what is the same but for the values is one <see cref="ReadPlan"/>.</summary>
internal sealed record ReadShape
{
    public required EntityType Type { get; init; }

    /// <summary>The columns of the result, no two alike: EF would give equal ones once.</summary>
    public required IReadOnlyList<ReadColumn> Columns { get; init; }

    public Condition Condition { get; init; } = new AllOf([]);

    public IReadOnlyList<OrderColumn> Order { get; init; } = [];

    public int? Take { get; init; }

    public Reduction Reduction { get; init; }

    /// <summary>The shape without values: the plan's key.</summary>
    public string Describe(int scopeNulls)
    {
        var text = new StringBuilder(Type.Name).Append('/').AppendJoin(',', Columns.Select(column => column.Text)).Append('/');
        Condition.Describe(text);
        foreach (var column in Order)
            text.Append('/').Append(column.Column.Text).Append(column.Descending ? '-' : '+');
        return text.Append(CultureInfo.InvariantCulture, $"/{Take is not null}{Reduction}{scopeNulls}").ToString();
    }

    public List<object?> Values()
    {
        var values = new List<object?>();
        Condition.AddValues(values);
        if (Take is { } take)
            values.Add(take);
        return values;
    }
}
