namespace Platform.Reporting.Metrics;

/// <summary>Every fact source, by code.</summary>
public static class FactSources
{
    /// <summary>The sources that metrics may name.</summary>
    public static IReadOnlyDictionary<string, FactSource> All { get; } = new[]
    {
        ItemFacts.Acquisitions,
        ItemFacts.Withdrawals,
        ItemFacts.OpeningStock,
        ItemFacts.ClosingStock,
        ItemFacts.AcquiredTitles,
        ItemFacts.OpeningTitles,
        ItemFacts.ClosingTitles,
        ItemFacts.ClosingTitlesInThree,
        LoanFacts.Loans,
        LoanFacts.Overdue,
        PatronFacts.Cards,
        PatronFacts.Borrowers,
        VisitFacts.Visits,
        ActivityFacts.Activities,
    }.ToDictionary(source => source.Code, StringComparer.Ordinal);
}
