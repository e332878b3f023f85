namespace Platform.Reporting.Metrics;

/// <summary>Every fact source, by code, and the readings that give their facts.</summary>
public static class FactSources
{
    /// <summary>The readings, in the order in which a snapshot stores their facts.</summary>
    internal static IReadOnlyList<FactScan> Scans { get; } =
    [
        ItemFacts.Scan, LoanFacts.Scan, LoanFacts.OverdueScan, PatronFacts.Scan, VisitFacts.Scan, ActivityFacts.Scan, InterLibraryFacts.Scan,
        ContributionFacts.Scan, GroupFacts.Scan, PeriodicalFacts.Scan, LoanRegisterFacts.Scan, PropertyFacts.Scan, ElectronicFacts.Scan,
    ];

    /// <summary>The sources that metrics may name.</summary>
    public static IReadOnlyDictionary<string, FactSource> All { get; } =
        Scans.SelectMany(scan => scan.Sources).ToDictionary(source => source.Code, StringComparer.Ordinal);
}
