using Platform.Model.Catalogue;
using Platform.Model.Patrons;

namespace Platform.Model.Circulation;

/// <summary>The lending matrix as one library sees it: its own rows, those of its groups, and the defaults.</summary>
public sealed class LoanRules(IReadOnlyList<LoanRule> rows)
{
    /// <summary>The rows, in no order.</summary>
    public IReadOnlyList<LoanRule> Rows => rows;

    /// <summary>The row that decides about such a patron and such an item; null when no row covers them.</summary>
    public LoanRule? For(PatronCategory category, ItemType type) => Ranked(category, type) is [var first, ..] ? first : null;

    /// <summary>Every row that covers such a patron and such an item, the deciding one first.</summary>
    public IReadOnlyList<LoanRule> Ranked(PatronCategory category, ItemType type) =>
    [
        .. rows.Where(rule => rule.Covers(category, type))
            .OrderBy(rule => rule.Level)
            .ThenBy(rule => rule.PatronCategory is null)
            .ThenBy(rule => rule.ItemType is null)
            .ThenBy(rule => rule.Id),
    ];
}
