using Platform.Reporting.Metrics;

namespace Platform.Reporting.Definitions;

/// <summary>Finds what definitions name but nobody defines.</summary>
internal static class DefinitionCheck
{
    public static List<string> FaultsOf(IReadOnlyList<Metric> metrics, IReadOnlyList<ReportDefinition> definitions)
    {
        var faults = new List<string>();
        foreach (var twice in metrics.GroupBy(m => (m.Code, m.Version)).Where(g => g.Count() > 1))
            faults.Add($"metric '{twice.Key.Code}' version {twice.Key.Version} is defined twice");
        foreach (var twice in definitions.GroupBy(d => (d.Code, d.Version)).Where(g => g.Count() > 1))
            faults.Add($"report '{twice.Key.Code}' version {twice.Key.Version} is defined twice");
        foreach (var metric in metrics)
            Check(metric, faults);
        var known = metrics.ToLookup(m => m.Code, StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            faults.AddRange(definition.Sections.OfType<StandardForm>().Where(s => definition.Tables.All(t => t.Code != s.Inputs))
                .Select(s => $"{definition.Code} v{definition.Version}: the standards take their inputs from '{s.Inputs}', which is no table"));
            faults.AddRange(definition.Sections.OfType<ChartForm>().Where(c => definition.Tables.All(t => t.Code != c.Table || t.Columns.All(column => column.Code != c.Column)))
                .Select(c => $"{definition.Code} v{definition.Version}: a chart shows '{c.Table}/{c.Column}', which is no column"));
            // What a child reads is confidential (NĐ 56/2017 Đ.33).
            faults.AddRange(definition.Tables.Where(t => !definition.KeptAtSchool && t.Texts.Any(text => text.Of is RowText.Reader or RowText.ClassName))
                .Select(t => $"{definition.Code} v{definition.Version}, table '{t.Code}': its rows are single readers, so the form must say keptAtSchool"));
            foreach (var table in definition.Tables)
                Check($"{definition.Code} v{definition.Version}, table '{table.Code}'", definition, table, known, faults);
        }
        return faults;
    }

    private static void Check(Metric metric, List<string> faults)
    {
        if (!FactSources.All.TryGetValue(metric.Source, out var source))
            faults.Add($"metric '{metric.Code}': there is no fact source '{metric.Source}'");
        else
            CheckWhere($"metric '{metric.Code}'", metric.Where, [source], faults);
    }

    private static void Check(string place, ReportDefinition definition, TableForm table, ILookup<string, Metric> metrics, List<string> faults)
    {
        var used = table.Columns.Select(c => c.Metric).Concat(table.Rows.Select(r => r.Metric)).Concat(table.Rows.SelectMany(r => r.Metrics.Values)).OfType<string>().Distinct().ToList();
        faults.AddRange(used.Where(code => !metrics.Contains(code)).Select(code => $"{place}: there is no metric '{code}'"));
        var sources = used.SelectMany(code => metrics[code]).Select(m => FactSources.All.GetValueOrDefault(m.Source)).OfType<FactSource>().Distinct().ToList();
        CheckWhere(place, table.Where, sources, faults);
        foreach (var column in table.Columns)
        {
            CheckWhere($"{place}, column '{column.Code}'", column.Where, sources, faults);
            faults.AddRange((column.SumOf ?? []).Where(code => table.Columns.All(c => c.Code != code)).Select(code => $"{place}: column '{column.Code}' sums '{code}', which is no column"));
        }
        foreach (var row in table.Rows)
        {
            CheckWhere($"{place}, row '{row.Code}'", row.Where, sources, faults);
            faults.AddRange((row.SumOf ?? []).Where(code => code != "*" && table.Rows.All(r => r.Code != code)).Select(code => $"{place}: row '{row.Code}' sums '{code}', which is no row"));
            if (row.Ranking is { } ranking && definition.Tables.All(t => t.Code != ranking.Table || t.Rows.All(r => r.Code != ranking.Row)))
                faults.Add($"{place}: row '{row.Code}' ranks '{ranking.Table}/{ranking.Row}', which is no row");
        }
    }

    private static void CheckWhere(string place, IReadOnlyDictionary<string, IReadOnlyList<string>>? where, IReadOnlyList<FactSource> sources, List<string> faults)
    {
        var found = new List<string>();
        var condition = Condition.Parse(where, found);
        faults.AddRange(found.Select(fault => $"{place}: {fault}"));
        faults.AddRange(condition.Dimensions
            .Where(dimension => sources.All(s => !s.Dimensions.Contains(dimension)))
            .Select(dimension => $"{place}: its facts have no dimension '{dimension}'"));
    }
}
