using System.Runtime.InteropServices;

namespace Platform.Reporting.Metrics;

/// <summary>Facts of one source with the same dimension values, in order of day and key. A snapshot stores them one after the other.</summary>
internal sealed class FactGroup(DimensionValues dimensions)
{
    private const int KeysOnStack = 512;
    private readonly List<Fact> _facts = [];
    private bool _ordered = true;
    private bool _byDay = true;
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
        if (_facts.Count > 0)
            Follow(_facts[^1], fact);
        _sum = (_sum.Units + fact.Units, _sum.Value + fact.Value);
        _facts.Add(fact);
    }

    /// <summary>Adds the facts of another group with the same dimension values.</summary>
    public void Add(FactGroup other)
    {
        if (other.Count is 0)
            return;
        (_ordered, _byDay) = (_ordered && other._ordered, _byDay && other._byDay);
        if (_facts.Count > 0)
            Follow(_facts[^1], other._facts[0]);
        _sum = (_sum.Units + other._sum.Units, _sum.Value + other._sum.Value);
        _facts.AddRange(other._facts);
    }

    /// <summary>Puts the facts in order.</summary>
    public void Order()
    {
        if (_ordered)
            return;
        var facts = CollectionsMarshal.AsSpan(_facts);
        if (_byDay)
            OrderDays(facts);
        else
            facts.Sort((one, other) => Compare(one, other));
        (_ordered, _byDay) = (true, true);
    }

    // Loans come in order of days, in each by copy: only days are put in order, by their keys alone.
    private static void OrderDays(Span<Fact> facts)
    {
        Span<long> keys = facts.Length <= KeysOnStack ? stackalloc long[facts.Length] : new long[facts.Length];
        for (var i = 0; i < facts.Length; i++)
            keys[i] = facts[i].EntityId;
        for (int first = 0, end; first < facts.Length; first = end)
        {
            end = first + 1;
            while (end < facts.Length && facts[end].On == facts[first].On)
                end++;
            keys[first..end].Sort(facts[first..end]);
        }
    }

    private void Follow(in Fact last, in Fact next)
    {
        _byDay = _byDay && last.On <= next.On;
        _ordered = _ordered && Compare(last, next) < 0;
    }

    private static int Compare(in Fact one, in Fact other) =>
        one.On != other.On ? one.On.CompareTo(other.On) : one.EntityId.CompareTo(other.EntityId);
}
