namespace Platform.Reporting.Metrics;

/// <summary>
/// What is counted, as versioned data: two definitions of one word stand side by side, and a frozen report keeps the version it was counted by.
/// </summary>
public sealed record Metric
{
    /// <summary>The metric's code, stable across versions.</summary>
    public required string Code { get; init; }

    /// <summary>Version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The name in the words of the form.</summary>
    public required string Name { get; init; }

    /// <summary>What exactly is counted, in plain Vietnamese.</summary>
    public required string Wording { get; init; }

    /// <summary>Where the definition comes from: clause, standard or form.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>Whether the source was read in full; otherwise users see "chưa xác nhận".</summary>
    public bool Confirmed { get; init; } = true;

    /// <summary>The unit of the value: bản, đồng, lượt.</summary>
    public required string Unit { get; init; }

    /// <summary>Code of the fact source.</summary>
    public required string Source { get; init; }

    /// <summary>Which number of a fact is summed.</summary>
    public required Measure Measure { get; init; }

    /// <summary>Which facts are counted at all: values by dimension.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Where { get; init; }

    /// <summary>First day of periods that may be counted by this version.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Last day of periods that may be counted by this version; null while it holds.</summary>
    public DateOnly? EffectiveUntil { get; init; }

    /// <summary>Whether the version holds on the day.</summary>
    public bool HoldsOn(DateOnly day) => EffectiveFrom <= day && (EffectiveUntil is null || day <= EffectiveUntil);
}

/// <summary>Which number of a fact a metric sums.</summary>
public enum Measure : byte
{
    /// <summary>Its units: copies, loans, visitors.</summary>
    Units = 1,

    /// <summary>Its second number: đồng, participants.</summary>
    Value = 2,
}
