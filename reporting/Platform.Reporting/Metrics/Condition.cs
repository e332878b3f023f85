namespace Platform.Reporting.Metrics;

/// <summary>Which facts belong to a cell: for each named dimension the values that are counted. The empty condition takes every fact.</summary>
public sealed class Condition
{
    private readonly SortedDictionary<Dimension, SortedSet<byte>> _allowed = [];

    /// <summary>The condition that takes every fact.</summary>
    public static Condition All { get; } = new();

    /// <summary>The named dimensions with the codes of the counted values, in order.</summary>
    public IReadOnlyList<DimensionChoice> Choices =>
        [.. _allowed.Select(pair => new DimensionChoice(pair.Key, [.. pair.Value.Select(v => DimensionCodes.CodeOf(pair.Key, v) ?? "NONE")]))];

    /// <summary>The dimensions that the condition names.</summary>
    public IEnumerable<Dimension> Dimensions => _allowed.Keys;

    /// <summary>Reads a condition as a definition writes it, and adds what cannot be read to <paramref name="faults"/>. <c>NONE</c> is the absent value.</summary>
    public static Condition Parse(IReadOnlyDictionary<string, IReadOnlyList<string>>? where, ICollection<string> faults)
    {
        var condition = new Condition();
        foreach (var (name, codes) in where ?? new Dictionary<string, IReadOnlyList<string>>())
        {
            if (DimensionCodes.ParseDimension(name) is not { } dimension)
                faults.Add($"there is no dimension '{name}'");
            else
                condition._allowed[dimension] = [.. codes.Select(code => Value(dimension, code, faults))];
        }
        return condition;
    }

    /// <summary>Both conditions at once.</summary>
    public Condition And(Condition other)
    {
        var both = new Condition();
        foreach (var (dimension, values) in _allowed.Concat(other._allowed))
        {
            var common = new SortedSet<byte>(values);
            if (both._allowed.TryGetValue(dimension, out var known))
                common.IntersectWith(known);
            both._allowed[dimension] = common;
        }
        return both;
    }

    /// <summary>Whether a fact with these values is counted.</summary>
    public bool Takes(DimensionValues values)
    {
        foreach (var (dimension, allowed) in _allowed)
        {
            if (!allowed.Contains(values[dimension]))
                return false;
        }
        return true;
    }

    private static byte Value(Dimension dimension, string code, ICollection<string> faults)
    {
        if (code == "NONE")
            return 0;
        if (DimensionCodes.Parse(dimension, code) is { } value)
            return value;
        faults.Add($"dimension '{dimension}' has no value '{code}'");
        return byte.MaxValue;
    }
}

/// <summary>A dimension of a cell and the values that the cell counts.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Values">Codes of the counted values; <c>NONE</c> is the absent value.</param>
public sealed record DimensionChoice(Dimension Dimension, IReadOnlyList<string> Values);
