using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Model.Reporting.Standards;
using Platform.Reporting.Definitions;
using Platform.Reporting.Runs;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Standards;

/// <summary>Judges a library from its live data, with the inputs that the self-evaluation report R-04 counts.</summary>
public sealed class StandardDesk(ReportRunner runner, DefinitionCatalogue catalogue)
{
    private const string Report = "R-04";

    /// <summary>Judges the library by the rules of the period's last day, as if there were so much more of some inputs; null where no form holds in the period.</summary>
    public async Task<EvaluatedLibrary?> EvaluateAsync(Library library, ReportPeriod period, IReadOnlyDictionary<string, long> add, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(period);
        if (catalogue.Find(Report, period.LastOn) is not { } definition)
            return null;
        var form = definition.Sections.OfType<StandardForm>().Single();
        var counted = await runner.PreviewAsync(definition, library, period, cancellationToken);
        var unknowable = definition.Tables.Single(t => t.Code == form.Inputs).Rows.Where(r => r.NoneIsUnknown).Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
        var readers = Disclosure.AboutReaders(counted.Document);
        var inputs = counted.Document.Tables.Single(t => t.Code == form.Inputs).Rows
            .Where(r => r.Cells.Count > 0 && !(unknowable.Contains(r.Code) && r.Cells[0].Facts is null or []))
            .ToDictionary(r => r.Code, r => r.Cells[0].Value, StringComparer.Ordinal);
        var result = StandardEvaluation.Simulate(StandardCatalogue.Criteria, library.Level, period.LastOn, inputs, add);
        return new EvaluatedLibrary(period, inputs.Concat(add).GroupBy(p => p.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(p => p.Value), StringComparer.Ordinal), result)
        {
            AboutReaders = counted.Document.Tables.Single(t => t.Code == form.Inputs).Rows
                .Where(r => r.Cells is [{ Metric: { } metric }, ..] && readers.Contains(metric)).Select(r => r.Code).ToHashSet(StringComparer.Ordinal),
        };
    }
}

/// <summary>A library judged.</summary>
/// <param name="Period">The period.</param>
/// <param name="Inputs">What was counted, with what was added for the trial.</param>
/// <param name="Result">The verdicts.</param>
public sealed record EvaluatedLibrary(ReportPeriod Period, IReadOnlyDictionary<string, long> Inputs, StandardResult Result)
{
    /// <summary>Codes of the inputs that count readers.</summary>
    public required IReadOnlySet<string> AboutReaders { get; init; }

    /// <summary>Whether what is counted for an input is measured by readers in some criterion, so that what it lacks tells how many they are.</summary>
    public bool IsMeasuredByReaders(string input) =>
        AboutReaders.Contains(input) || Result.Criteria.Any(c => c.Criterion.Input == input && c.Criterion.Per is { } per && AboutReaders.Contains(per));
}
