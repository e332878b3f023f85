using GraphQL.Resolvers;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Types;
using Platform.Model.Access;
using Platform.Model.Reporting;
using Platform.Reporting.Definitions;
using Platform.Reporting.Metrics;

namespace Platform.Api.Reporting;

/// <summary><c>reportDefinitions</c> and <c>reportMetrics</c>: which forms there are, where they come from, and what exactly each of their figures counts.</summary>
internal static class DefinitionGraphs
{
    public static void AddTo(RootType query, ValueKinds kinds)
    {
        var metric = new RecordGraph<MetricView>(kinds, "ReportMetric").With(m => m.Code).With(m => m.Version).With(m => m.Name).With(m => m.Wording).With(m => m.LegalBasis)
            .With(m => m.IsConfirmed).With(m => m.Unit).With(m => m.Dimensions).With(m => m.EffectiveFrom).With(m => m.EffectiveUntil);
        var narrative = new RecordGraph<NarrativePlace>(kinds).With(n => n.Code).With(n => n.Label);
        var definition = new RecordGraph<DefinitionView>(kinds, "ReportDefinition").With(d => d.Code).With(d => d.Version).With(d => d.Name).With(d => d.Purpose).With(d => d.Periods)
            .With(d => d.Source).With(d => d.IsConfirmed).With(d => d.EffectiveFrom).With(d => d.EffectiveUntil).With(d => d.DueDays).With(d => d.DueSource)
            .With(ListOf(metric), d => d.Metrics).With(ListOf(narrative), d => d.Narratives);
        var definitions = ListOf(definition).Field("reportDefinitions", "The forms, in every version, with their legal basis. A form whose source was not read in full is not confirmed, and says so on paper.");
        definitions.Resolver = Resolve(catalogue => catalogue.Definitions.Select(d => DefinitionView.Of(d, catalogue)));
        query.AddField(definitions.Requires(Permission.ReadReports));
        var metrics = ListOf(metric).Field("reportMetrics", "What figures count, in every version. Two definitions of one word, such as lượt mượn, stand side by side.");
        metrics.Resolver = Resolve(catalogue => catalogue.Metrics.Select(MetricView.Of));
        query.AddField(metrics.Requires(Permission.ReadReports));
    }

    private static FuncFieldResolver<object> Resolve(Func<DefinitionCatalogue, IEnumerable<object>> read) =>
        new(context => read(context.RequestServices!.GetRequiredService<DefinitionCatalogue>())); // the runner always gives services

    private static GraphKind ListOf<T>(RecordGraph<T> type) => GraphKind.Of(type).Required().List().Required();
}

/// <summary>What a figure counts, as versioned data.</summary>
/// <param name="Code">The metric's code, stable across versions.</param>
/// <param name="Version">Version, from 1.</param>
/// <param name="Name">The name in the words of the form.</param>
/// <param name="Wording">What exactly is counted, in plain Vietnamese.</param>
/// <param name="LegalBasis">Where the definition comes from.</param>
/// <param name="IsConfirmed">Whether that source was read in full.</param>
/// <param name="Unit">The unit of the value.</param>
/// <param name="Dimensions">What its facts can be told apart by.</param>
/// <param name="EffectiveFrom">First day of periods that may be counted by this version.</param>
/// <param name="EffectiveUntil">Last day of such periods; null while it holds.</param>
internal sealed record MetricView(
    string Code, int Version, string Name, string Wording, string LegalBasis, bool IsConfirmed, string Unit, IReadOnlyList<Dimension> Dimensions, DateOnly EffectiveFrom, DateOnly? EffectiveUntil)
{
    public static MetricView Of(Metric m) =>
        new(m.Code, m.Version, m.Name, m.Wording, m.LegalBasis, m.Confirmed, m.Unit, FactSources.All[m.Source].Dimensions, m.EffectiveFrom, m.EffectiveUntil);
}

/// <summary>A form, as versioned data.</summary>
/// <param name="Code">The form's code, for example R-01; stable across versions.</param>
/// <param name="Version">Version, from 1.</param>
/// <param name="Name">The form's name.</param>
/// <param name="Purpose">What the form is for, in English.</param>
/// <param name="Periods">The kinds of period that it covers.</param>
/// <param name="Source">Where it comes from: the clause, or the document it was seen in.</param>
/// <param name="IsConfirmed">Whether the source was read in full.</param>
/// <param name="EffectiveFrom">First day of periods that may be reported by this version.</param>
/// <param name="EffectiveUntil">Last day of such periods; null while it holds.</param>
/// <param name="DueDays">How many days after the period's end it is due; null where no deadline is known.</param>
/// <param name="DueSource">Where the deadline comes from; null where none is known.</param>
/// <param name="Metrics">What its figures count today.</param>
/// <param name="Narratives">The texts that people write in it.</param>
internal sealed record DefinitionView(
    string Code, int Version, string Name, string Purpose, IReadOnlyList<PeriodKind> Periods, string Source, bool IsConfirmed, DateOnly EffectiveFrom, DateOnly? EffectiveUntil,
    int? DueDays, string? DueSource, IReadOnlyList<MetricView> Metrics, IReadOnlyList<NarrativePlace> Narratives)
{
    public static DefinitionView Of(ReportDefinition d, DefinitionCatalogue catalogue) => new(
        d.Code, d.Version, d.Name, d.Purpose, d.Periods, d.Source, d.Confirmed, d.EffectiveFrom, d.EffectiveUntil, d.Deadline?.Days, d.Deadline?.Source,
        [.. d.MetricCodes.Order(StringComparer.Ordinal).Select(code => MetricView.Of(catalogue.Metrics.Last(m => m.Code == code)))],
        [.. d.Sections.OfType<NarrativeForm>().Select(n => new NarrativePlace(n.Code, n.Label))]);
}

/// <summary>A place of a form where people write.</summary>
/// <param name="Code">Name of the section within the form.</param>
/// <param name="Label">Words before the text; null for none.</param>
internal sealed record NarrativePlace(string Code, string? Label);
