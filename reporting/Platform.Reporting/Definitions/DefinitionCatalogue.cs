using System.Reflection;
using System.Text.Json;
using Platform.Reporting.Metrics;

namespace Platform.Reporting.Definitions;

/// <summary>Every metric and report definition, in all versions. Read and checked once; a fault names the file and the place.</summary>
public sealed class DefinitionCatalogue
{
    private const string Folder = "Definitions/Data/";
    private const string MetricsFile = "metrics.json";

    /// <summary>Checks metrics and definitions against each other.</summary>
    /// <exception cref="DefinitionException">Something named does not exist or stands twice.</exception>
    public DefinitionCatalogue(IReadOnlyList<Metric> metrics, IReadOnlyList<ReportDefinition> definitions)
    {
        Metrics = [.. metrics.OrderBy(m => m.Code, StringComparer.Ordinal).ThenBy(m => m.Version)];
        Definitions = [.. definitions.OrderBy(d => d.Code, StringComparer.Ordinal).ThenBy(d => d.Version)];
        var faults = DefinitionCheck.FaultsOf(Metrics, Definitions);
        if (faults.Count > 0)
            throw new DefinitionException(faults);
    }

    /// <summary>The metrics by code and version.</summary>
    public IReadOnlyList<Metric> Metrics { get; }

    /// <summary>The definitions by code and version.</summary>
    public IReadOnlyList<ReportDefinition> Definitions { get; }

    /// <summary>The catalogue that comes with this version of the platform.</summary>
    public static DefinitionCatalogue Load()
    {
        var metrics = Read<IReadOnlyList<Metric>>(MetricsFile);
        var files = typeof(DefinitionCatalogue).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && !name.EndsWith(MetricsFile, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return new DefinitionCatalogue(metrics, [.. files.Select(file => Read<ReportDefinition>(file[Folder.Length..]))]);
    }

    /// <summary>The newest version of a definition that holds on the day; null when there is none.</summary>
    public ReportDefinition? Find(string code, DateOnly day) =>
        Definitions.LastOrDefault(d => string.Equals(d.Code, code, StringComparison.OrdinalIgnoreCase) && d.HoldsOn(day));

    /// <summary>The newest version of a metric that holds on the day.</summary>
    /// <exception cref="InvalidOperationException">No version holds: the check at start makes sure that some version exists.</exception>
    public Metric Metric(string code, DateOnly day) =>
        Metrics.LastOrDefault(m => m.Code == code && m.HoldsOn(day))
        ?? throw new InvalidOperationException($"No version of metric '{code}' holds on {day:yyyy-MM-dd}.");

    private static T Read<T>(string file)
    {
        try
        {
            using var stream = Open(file);
            return DefinitionJson.Read<T>(stream);
        }
        catch (JsonException fault)
        {
            throw new DefinitionException([$"{file}: {fault.Message}"]);
        }
    }

    private static Stream Open(string file) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + file)
        ?? throw new InvalidOperationException($"The assembly has no resource '{Folder}{file}'.");
}

/// <summary>Definitions contradict themselves; the message lists every fault.</summary>
public sealed class DefinitionException(IReadOnlyCollection<string> faults) : Exception(string.Join('\n', faults));
