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

    /// <summary>Puts the facts in order.</summary>
    public void Close()
    {
        if (!_ordered)
            _facts.Sort((one, other) => Compare(one, other));
        _ordered = true;
    }

    private static int Compare(in Fact one, in Fact other) =>
        one.On != other.On ? one.On.CompareTo(other.On) : one.EntityId.CompareTo(other.EntityId);
}
