using Platform.Reporting.Metrics;

namespace Platform.Reporting.Snapshots;

/// <summary>A cell while its facts are being counted.</summary>
internal sealed class CellDraft
{
    private readonly List<int> _positions = [];
    private IReadOnlyList<Fact> _facts = [];
    private (CellDraft Of, CellDraft Per, bool Percent)? _ratio;

    private CellDraft(Metric? metric, Condition? condition, IReadOnlyList<CellDraft>? parts) =>
        (Metric, Condition, Parts) = (metric, condition, parts);

    public Metric? Metric { get; }

    public Condition? Condition { get; }

    public IReadOnlyList<CellDraft>? Parts { get; }

    public int Id { get; set; }

    public long First { get; private set; }

    public long Value { get; private set; }

    public int Count => _positions.Count;

    /// <summary>Whether it counts facts itself.</summary>
    public bool IsCounted => Parts is null && _ratio is null;

    public static CellDraft Counted(Metric metric, Condition condition) => new(metric, condition, null);

    public static CellDraft SumOf(IReadOnlyList<CellDraft> parts) => new(null, null, parts);

    public static CellDraft Quotient(CellDraft of, CellDraft per, bool percent) => new(null, null, null) { _ratio = (of, per, percent) };

    /// <summary>Counts the fact at a position of the source's facts.</summary>
    public void Add(IReadOnlyList<Fact> facts, int position, long amount)
    {
        _facts = facts;
        _positions.Add(position);
        Value += amount;
    }

    /// <summary>Adds or divides; the cells it is made from stand before it, so their values are known.</summary>
    public void Compute()
    {
        Value = Parts?.Sum(part => part.Value) ?? Value;
        if (_ratio is { } ratio)
        {
            FrozenRatio.Divide(ratio.Of.Id, ratio.Per.Id, ratio.Of.Value, ratio.Per.Value, ratio.Percent, out var value);
            Value = value;
        }
    }

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

    public FrozenCell Freeze() => _ratio is { } ratio ? new FrozenCell { Id = Id, Value = Value, Ratio = FrozenRatio.Divide(ratio.Of.Id, ratio.Per.Id, ratio.Of.Value, ratio.Per.Value, ratio.Percent, out _) }
        : Parts is null ? new FrozenCell { Id = Id, Value = Value, Metric = Metric?.Code, Unit = Metric?.Unit, Where = Condition?.Choices, First = First, Count = Count }
        : new FrozenCell { Id = Id, Value = Value, Metric = Common(c => c.Metric?.Code), Unit = Common(c => c.Metric?.Unit), Parts = [.. Parts.Select(p => p.Id)] };

    private string? Common(Func<CellDraft, string?> property)
    {
        var values = Leaves().Select(property).Distinct().Take(2).ToList();
        return values is [var only] ? only : null;
    }

    private IEnumerable<CellDraft> Leaves() => Parts is null ? [this] : Parts.SelectMany(part => part.Leaves());
}
