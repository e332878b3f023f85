using Platform.Reporting.Metrics;

namespace Platform.Reporting.Snapshots;

/// <summary>A cell while its facts are being counted.</summary>
internal sealed class CellDraft
{
    private readonly List<(FactGroup Group, int Index, int Count)> _stretches = [];
    private (CellDraft Of, CellDraft Per, bool Percent)? _ratio;

    private CellDraft(Metric? metric, Condition? condition, IReadOnlyList<CellDraft>? parts) =>
        (Metric, Condition, Parts) = (metric, condition, parts);

    public Metric? Metric { get; }

    public Condition? Condition { get; }

    public IReadOnlyList<CellDraft>? Parts { get; }

    public int Id { get; set; }

    public long Value { get; private set; }

    /// <summary>Whether it counts facts itself.</summary>
    public bool IsCounted => Parts is null && _ratio is null;

    /// <summary>Whether it counts facts itself and found none.</summary>
    public bool FoundNothing => IsCounted && _stretches.Count is 0;

    public static CellDraft Counted(Metric metric, Condition condition) => new(metric, condition, null);

    public static CellDraft SumOf(IReadOnlyList<CellDraft> parts) => new(null, null, parts);

    public static CellDraft Quotient(CellDraft of, CellDraft per, bool percent) => new(null, null, null) { _ratio = (of, per, percent) };

    /// <summary>Counts all facts of a group.</summary>
    public void Add(FactGroup group, Measure measure)
    {
        group.IsCounted = true;
        _stretches.Add((group, 0, group.Count));
        Value += group.SumBy(measure);
    }

    /// <summary>Counts the fact at a place in a group.</summary>
    public void Add(FactGroup group, int index, Measure measure)
    {
        group.IsCounted = true;
        if (_stretches is [.., var last] && last.Group == group && last.Index + last.Count == index)
            _stretches[^1] = (group, last.Index, last.Count + 1);
        else
            _stretches.Add((group, index, 1));
        Value += group.Facts[index].AmountBy(measure);
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

    public FrozenCell Freeze() => _ratio is { } ratio ? new FrozenCell { Id = Id, Value = Value, Ratio = FrozenRatio.Divide(ratio.Of.Id, ratio.Per.Id, ratio.Of.Value, ratio.Per.Value, ratio.Percent, out _) }
        : Parts is null ? new FrozenCell { Id = Id, Value = Value, Metric = Metric?.Code, Unit = Metric?.Unit, Where = Condition?.Choices, Facts = Ranges() }
        : new FrozenCell { Id = Id, Value = Value, Metric = Common(c => c.Metric?.Code), Unit = Common(c => c.Metric?.Unit), Parts = [.. Parts.Select(p => p.Id)] };

    private List<FactRange> Ranges()
    {
        var ranges = new List<FactRange>();
        foreach (var (group, index, count) in _stretches.OrderBy(s => s.Group.First + s.Index))
        {
            var first = group.First + index;
            if (ranges is [.., var last] && last.First + last.Count == first)
                ranges[^1] = last with { Count = last.Count + count };
            else
                ranges.Add(new FactRange(first, count));
        }
        return ranges;
    }

    private string? Common(Func<CellDraft, string?> property)
    {
        var values = Leaves().Select(property).Distinct().Take(2).ToList();
        return values is [var only] ? only : null;
    }

    private IEnumerable<CellDraft> Leaves() => Parts is null ? [this] : Parts.SelectMany(part => part.Leaves());
}
