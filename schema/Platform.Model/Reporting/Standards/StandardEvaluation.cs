using Platform.Model.Libraries;

namespace Platform.Model.Reporting.Standards;

/// <summary>Judges a library by criteria: pure, from inputs to verdicts, so that a wish ("what if we had 120 more books?") is judged like the truth.</summary>
public static class StandardEvaluation
{
    /// <summary>How many standards TT 16/2022 has; a library is at a level when all of them are (Đ.25).</summary>
    public const int Standards = 5;

    private const int HighestLevel = 2;

    /// <summary>Judges every criterion that binds a school of the level on the day.</summary>
    /// <param name="criteria">The criteria, in all versions.</param>
    /// <param name="level">The school's level.</param>
    /// <param name="day">The day by whose rules it is judged: last year by last year's.</param>
    /// <param name="inputs">What was counted, by code; an input that nobody counted is absent.</param>
    public static StandardResult Evaluate(IEnumerable<Criterion> criteria, SchoolLevel level, DateOnly day, IReadOnlyDictionary<string, long> inputs)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentNullException.ThrowIfNull(inputs);
        var results = criteria.Where(c => c.Binds(level, day)).Select(c => Judge(c, inputs)).ToList();
        var levels = Enumerable.Range(1, Standards).ToDictionary(standard => standard, standard => LevelOf(results.Where(r => r.Criterion.Standard == standard)));
        return new StandardResult(results, levels, levels.Values.All(l => l is not null) ? levels.Values.Min() : null);
    }

    /// <summary>Judges again as if there were more of some inputs.</summary>
    public static StandardResult Simulate(
        IEnumerable<Criterion> criteria, SchoolLevel level, DateOnly day, IReadOnlyDictionary<string, long> inputs, IReadOnlyDictionary<string, long> add)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(add);
        var more = inputs.ToDictionary();
        foreach (var (input, amount) in add)
            more[input] = more.GetValueOrDefault(input) + amount;
        return Evaluate(criteria, level, day, more);
    }

    /// <summary>The least additions by which every criterion up to the level is met that can be met by adding: input to amount.</summary>
    public static IReadOnlyDictionary<string, long> ShortestPath(StandardResult result, int level)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Criteria
            .Where(r => r.Criterion.Level <= level && r.Missing > 0)
            .GroupBy(r => r.Criterion.Input, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Max(r => r.Missing ?? 0), StringComparer.Ordinal);
    }

    private static CriterionResult Judge(Criterion criterion, IReadOnlyDictionary<string, long> inputs)
    {
        var per = 1L;
        var isKnown = inputs.TryGetValue(criterion.Input, out var value) && (criterion.Per is null || inputs.TryGetValue(criterion.Per, out per));
        if (!isKnown || criterion.Threshold is not { } threshold || per is 0)
            return new CriterionResult(criterion, isKnown && per is not 0 ? (decimal)value / per : null, Verdict.Unknown, null);
        var missing = (long)Math.Max(0, Math.Ceiling(threshold * per) - value);
        return new CriterionResult(criterion, (decimal)value / per, missing is 0 ? Verdict.Met : Verdict.NotMet, missing);
    }

    // Null: something needed for the answer is not known. A criterion that fails decides even beside unknown ones.
    private static int? LevelOf(IEnumerable<CriterionResult> results)
    {
        var byLevel = results.ToLookup(r => r.Criterion.Level);
        for (var level = 1; level <= HighestLevel; level++)
        {
            if (byLevel[level].Any(r => r.Verdict is Verdict.NotMet))
                return level - 1;
            if (!byLevel[level].Any() || byLevel[level].Any(r => r.Verdict is Verdict.Unknown))
                return null;
        }
        return HighestLevel;
    }
}

/// <summary>A library judged.</summary>
/// <param name="Criteria">Every criterion that binds it.</param>
/// <param name="Levels">The level reached in each standard, 0 to 2; null where something is not known.</param>
/// <param name="Overall">The level of the library: the lowest of its standards; null where something is not known.</param>
public sealed record StandardResult(IReadOnlyList<CriterionResult> Criteria, IReadOnlyDictionary<int, int?> Levels, int? Overall);

/// <summary>A criterion judged.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Actual">The value reached; null when an input is not known.</param>
/// <param name="Verdict">Whether it is met.</param>
/// <param name="Missing">How much of the input is missing, 0 when it is met; null when it is not known.</param>
public sealed record CriterionResult(Criterion Criterion, decimal? Actual, Verdict Verdict, long? Missing);

/// <summary>Whether a criterion is met.</summary>
public enum Verdict : byte
{
    /// <summary>Met (đạt).</summary>
    Met = 1,

    /// <summary>Not met (chưa đạt).</summary>
    NotMet = 2,

    /// <summary>An input or the threshold is not known (chưa đủ số liệu).</summary>
    Unknown = 3,
}
