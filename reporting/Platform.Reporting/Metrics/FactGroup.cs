using System.Runtime.InteropServices;

namespace Platform.Reporting.Metrics;

/// <summary>Facts of one source with the same dimension values, in order of day and key. A snapshot stores them one after the other.</summary>
internal sealed class FactGroup(DimensionValues dimensions)
{
    private readonly List<Fact> _facts = [];
    private bool _ordered = true;
    private (long Units, long Value) _sum;

    public DimensionValues Dimensions { get; } = dimensions;

    public ReadOnlySpan<Fact> Facts => CollectionsMarshal.AsSpan(_facts);

    public int Count => _facts.Count;

    /// <summary>Whether a cell counts facts of it: others are not frozen.</summary>
    public bool IsCounted { get; set; }

    /// <summary>Position of its first fact in the snapshot.</summary>
    public long First { get; set; }

    /// <summary>The sum of what its facts add to a metric.</summary>
    public long SumBy(Measure measure) => measure is Measure.Units ? _sum.Units : _sum.Value;

    public void Add(in Fact fact)
    {
        _ordered = _ordered && (_facts.Count is 0 || Compare(_facts[^1], fact) < 0);
        _sum = (_sum.Units + fact.Units, _sum.Value + fact.Value);
        _facts.Add(fact);
    }

    /// <summary>Adds the facts of another group with the same dimension values.</summary>
    public void Add(FactGroup other)
    {
        if (other.Count is 0)
            return;
        _ordered = _ordered && other._ordered && (_facts.Count is 0 || Compare(_facts[^1], other._facts[0]) < 0);
        _sum = (_sum.Units + other._sum.Units, _sum.Value + other._sum.Value);
        _facts.AddRange(other._facts);
    }

    /// <summary>Puts the facts in order.</summary>
    public void Order()
    {
        if (!_ordered)
            _facts.Sort((one, other) => Compare(one, other));
        _ordered = true;
    }

    private static int Compare(in Fact one, in Fact other) =>
        one.On != other.On ? one.On.CompareTo(other.On) : one.EntityId.CompareTo(other.EntityId);
}
