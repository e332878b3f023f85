using Platform.Reporting.Metrics;

namespace Platform.Reporting.Snapshots;

/// <summary>A cell while its facts are being counted.</summary>
internal sealed class CellDraft
{
    private readonly List<int> _positions = [];
    private IReadOnlyList<Fact> _facts = [];

    private CellDraft(Metric? metric, Condition? condition, IReadOnlyList<CellDraft>? parts) =>
        (Metric, Condition, Parts) = (metric, condition, parts);

    public Metric? Metric { get; }

    public Condition? Condition { get; }

    public IReadOnlyList<CellDraft>? Parts { get; }

    public int Id { get; set; }

    public long First { get; private set; }

    public long Value { get; private set; }

    public int Count => _positions.Count;

    public static CellDraft Counted(Metric metric, Condition condition) => new(metric, condition, null);

    public static CellDraft SumOf(IReadOnlyList<CellDraft> parts) => new(null, null, parts);

    /// <summary>Counts the fact at a position of the source's facts.</summary>
    public void Add(IReadOnlyList<Fact> facts, int position, long amount)
    {
        _facts = facts;
        _positions.Add(position);
        Value += amount;
    }

    /// <summary>Parts come before their sums, so their values are known.</summary>
    public void Sum() => Value = Parts?.Sum(part => part.Value) ?? Value;

    /// <summary>Appends the contributors to the snapshot's facts.</summary>
    public void WriteFacts(List<FrozenFact> facts)
    {
        First = facts.Count;
        foreach (var position in _positions)
        {
            var fact = _facts[position];
            facts.Add(new FrozenFact(fact.EntityId, fact.On, Metric!.AmountOf(fact), fact.Subject.Key, fact.Subject.Label)); // only counted cells have positions
        }
    }

    public FrozenCell Freeze() => Parts is null
        ? new FrozenCell { Id = Id, Value = Value, Metric = Metric?.Code, Unit = Metric?.Unit, Where = Condition?.Choices, First = First, Count = Count }
        : new FrozenCell { Id = Id, Value = Value, Metric = Common(c => c.Metric?.Code), Unit = Common(c => c.Metric?.Unit), Parts = [.. Parts.Select(p => p.Id)] };

    private string? Common(Func<CellDraft, string?> property)
    {
        var values = Leaves().Select(property).Distinct().Take(2).ToList();
        return values is [var only] ? only : null;
    }

    private IEnumerable<CellDraft> Leaves() => Parts is null ? [this] : Parts.SelectMany(part => part.Leaves());
}
