using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Reporting.Definitions;
using Platform.Reporting.Metrics;
using Platform.Reporting.Standards;

namespace Platform.Reporting.Snapshots;

/// <summary>Counts a report from the live data and freezes it. Reads no clock: the same data give the same bytes.</summary>
public sealed class SnapshotBuilder(DefinitionCatalogue catalogue)
{
    internal const int Format = 2;

    /// <summary>Builds the report of a library on a period.</summary>
    /// <param name="definition">The form.</param>
    /// <param name="subject">The library as it stood at the period's end.</param>
    /// <param name="query">Where the facts come from; every fact source is read once.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<SnapshotContent> BuildAsync(ReportDefinition definition, ReportSubject subject, FactQuery query, CancellationToken cancellationToken)
    {
        var metrics = new SortedDictionary<string, Metric>(StringComparer.Ordinal);
        Metric Use(string code) => metrics.TryGetValue(code, out var used) ? used : metrics[code] = catalogue.Metric(code, query.Period.LastOn);
        var tables = definition.Tables.Select(form => new TableDraft(form, row => row.Levels.Count is 0 || row.Levels.Contains(subject.Library.Level), Use, text => Letterheads.Fill(text, subject, query.Period))).ToList();
        var facts = FrozenFacts.Of(await CountAsync(tables, query, cancellationToken));

        foreach (var table in tables)
            table.Close();
        Number(tables);
        LineNotes.Add(tables, query.Period);
        var chunks = facts.Pack();
        var document = new ReportDocument
        {
            Format = Format,
            Definition = definition.Freeze(),
            Library = new(subject.Library.Code, subject.Library.Name, subject.Library.Level.ToString()),
            Period = query.Period,
            Letterhead = Letterheads.Of(definition.Document, subject, query.Period),
            Sections = Freeze(definition, subject, query, tables),
            Metrics = [.. metrics.Values.Select(Freeze)],
            Facts = new(
                facts.Count, chunks.Count(c => c.Kind is ChunkKind.Facts), facts.Subjects.Count, chunks.Count(c => c.Kind is ChunkKind.Subjects),
                Seal.Root(chunks.Select(c => c.Hash))),
        };
        var bytes = CanonicalJson.Write(document);
        return new SnapshotContent(document, bytes, Seal.Of(bytes), chunks);
    }

    // Every reading is done once for a period, however many tables ask for its facts; gives the groups that cells count, in order.
    private static async Task<List<FactGroup>> CountAsync(List<TableDraft> tables, FactQuery query, CancellationToken cancellationToken)
    {
        var slots = tables.SelectMany(t => t.Slots()).ToList();
        var counted = new List<FactGroup>();
        foreach (var (scan, yearBefore) in FactSources.Scans.SelectMany(scan => new[] { (scan, false), (scan, true) }))
        {
            var asking = slots.Where(s => s.YearBefore == yearBefore && scan.Sources.Any(source => source.Code == s.Metric.Source)).ToLookup(s => s.Metric.Source, StringComparer.Ordinal);
            if (asking.Count is 0)
                continue;
            var books = new FactBooks(asking.Select(a => a.Key));
            await scan.ReadAsync(yearBefore ? query with { Period = query.Period.YearBefore() } : query, books, cancellationToken);
            foreach (var (source, group) in books.Close())
            {
                foreach (var slot in asking[source].Where(s => s.Condition.Takes(group.Dimensions)))
                    slot.Count(group);
                if (group.IsCounted)
                    counted.Add(group);
            }
        }
        return counted;
    }

    // Sums stand after their parts in every row and column, so one pass in reading order knows all values.
    internal static void Number(IReadOnlyList<TableDraft> tables)
    {
        var id = 0;
        foreach (var cell in tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells))
        {
            cell.Id = id++;
            cell.Compute();
        }
    }

    private static List<Section> Freeze(ReportDefinition definition, ReportSubject subject, FactQuery query, List<TableDraft> tables)
    {
        var next = 0;
        return
        [
            .. definition.Sections.SelectMany<SectionForm, Section>(form => form switch
            {
                HeadingForm heading => [new HeadingSection(heading.Level, Letterheads.Fill(heading.Text, subject, query.Period))],
                ParagraphForm paragraph => [new ParagraphSection(Letterheads.Fill(paragraph.Text, subject, query.Period))],
                NarrativeForm narrative => [new NarrativeSection(narrative.Code, narrative.Label, subject.Narratives.GetValueOrDefault(narrative.Code), narrative.Lines)],
                TableForm => [tables[next++].Freeze()],
                ChartForm chart => [new ChartSection(chart.Table, chart.Column, chart.Caption)],
                StandardForm standard => StandardTable.Sections(standard, tables.Single(t => t.Form.Code == standard.Inputs), subject.Library.Level, query.Period),
                _ => throw new InvalidOperationException($"Unknown section '{form.GetType().Name}'."),
            }),
        ];
    }

    private static FrozenMetric Freeze(Metric m) =>
        new(m.Code, m.Version, m.Name, m.Wording, m.LegalBasis, m.Confirmed, m.Unit, FactSources.All[m.Source].Entity, m.Measure);
}

/// <summary>Who reports, as it stood at the period's end.</summary>
/// <param name="Library">The library.</param>
/// <param name="Parent">Name of the body above the school; null when none is known.</param>
/// <param name="Narratives">Texts that people wrote, by section.</param>
public sealed record ReportSubject(Library Library, string? Parent, IReadOnlyDictionary<string, string> Narratives)
{
    /// <summary>Address at which reports are verified; null where none is known.</summary>
    public string? VerifyAt { get; init; }
}
