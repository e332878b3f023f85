namespace Platform.Model.Circulation;

/// <summary>What a row of the lending matrix may say.</summary>
public static class LoanRulePolicy
{
    /// <summary>Longest loan, recall or time on the hold shelf, in days.</summary>
    public const int MostDays = 730;

    /// <summary>Most loans, renewals or holds.</summary>
    public const int MostPieces = 1_000;

    /// <summary>Highest debt limit or fine, in đồng.</summary>
    public const long MostMoney = 100_000_000;

    /// <summary>Names of the values that are out of their bounds, as the API writes them; empty when the row can be used.</summary>
    public static IReadOnlyList<string> FaultsOf(LoanRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        (string Name, long? Value, long Least, long Most)[] bounds =
        [
            ("loanDays", rule.LoanDays, 1, MostDays),
            ("loanLimit", rule.LoanLimit, 0, MostPieces),
            ("renewalLimit", rule.RenewalLimit, 0, MostPieces),
            ("holdLimit", rule.HoldLimit, 0, MostPieces),
            ("holdShelfDays", rule.HoldShelfDays, 0, MostDays),
            ("recallDays", rule.RecallDays, 0, MostDays),
            ("overdueLimit", rule.OverdueLimit, 1, MostPieces),
            ("debtLimit", rule.DebtLimit, 1, MostMoney),
            ("finePerDay", rule.FinePerDay, 0, MostMoney),
            ("fineLimit", rule.FineLimit, 0, MostMoney),
        ];
        return [.. bounds.Where(bound => bound.Value < bound.Least || bound.Value > bound.Most).Select(bound => bound.Name)];
    }
}
