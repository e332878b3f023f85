using Platform.Model.Libraries;

namespace Platform.Model.Reporting.Standards;

/// <summary>
/// One requirement on school libraries (TT 16/2022/TT-BGDĐT, NĐ 93/2020/NĐ-CP) as dated data: an input, or an input per another one,
/// has to reach a threshold. Numbered {standard}.{level}.{item}.
/// </summary>
public sealed record Criterion
{
    /// <summary>The criterion's code, for example <c>1.1.2</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The standard it belongs to, 1 to 5.</summary>
    public required int Standard { get; init; }

    /// <summary>The level it is asked for, 1 or 2.</summary>
    public required int Level { get; init; }

    /// <summary>What is asked, in the words of the rule.</summary>
    public required string Text { get; init; }

    /// <summary>The levels of schools that it binds; all when empty.</summary>
    public IReadOnlyList<SchoolLevel> Schools { get; init; } = [];

    /// <summary>Code of the input that has to reach the threshold.</summary>
    public required string Input { get; init; }

    /// <summary>Code of the input by which it is divided; null for none.</summary>
    public string? Per { get; init; }

    /// <summary>The least value; null while no figure is known.</summary>
    public decimal? Threshold { get; init; }

    /// <summary>What the input counts, in Vietnamese, for "thiếu 214 bản sách".</summary>
    public required string Unit { get; init; }

    /// <summary>The clause.</summary>
    public required string Clause { get; init; }

    /// <summary>Whether the clause was read in its source; otherwise users see "chưa xác nhận".</summary>
    public bool Confirmed { get; init; } = true;

    /// <summary>First day on which it holds.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Last day on which it holds; null while it does.</summary>
    public DateOnly? EffectiveUntil { get; init; }

    /// <summary>Whether it binds a school of the level on the day.</summary>
    public bool Binds(SchoolLevel level, DateOnly day) =>
        (Schools.Count is 0 || Schools.Contains(level)) && EffectiveFrom <= day && (EffectiveUntil is null || day <= EffectiveUntil);
}
