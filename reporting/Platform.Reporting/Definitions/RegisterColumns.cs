namespace Platform.Reporting.Definitions;

/// <summary>
/// The columns of a register as a province keeps them: a choice of the form's own columns in an order of its own, and further columns to be
/// filled by hand. A column of text is named by its heading, one of figures by its code, a further one by its heading after a plus sign.
/// </summary>
public static class RegisterColumns
{
    private const double WidthOfFurther = 2;

    /// <summary>The definition with the chosen columns.</summary>
    /// <param name="definition">The form.</param>
    /// <param name="key">The form's code for all its registers, or form and table: <c>S-02</c>, <c>S-01/in</c>.</param>
    /// <param name="names">The columns in their order; figures follow the texts whatever their place.</param>
    public static ReportDefinition Choose(ReportDefinition definition, string key, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return definition with { Sections = [.. definition.Sections.Select(section => section is TableForm table && IsMeant(definition, table, key) ? Choose(table, names) : section)] };
    }

    /// <summary>What is wrong with a choice; empty when nothing is.</summary>
    public static IEnumerable<string> FaultsOf(ReportDefinition definition, string key, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(names);
        var tables = definition.Tables.Where(table => IsMeant(definition, table, key)).ToList();
        if (tables.Count is 0)
            yield return $"'{key}' is no register";
        foreach (var table in tables)
        {
            foreach (var name in names.Where(name => !name.StartsWith('+') && table.Texts.All(t => t.Head != name) && table.Columns.All(c => c.Code != name)))
                yield return $"table '{table.Code}' has no column '{name}'";
            var kept = Choose(table, names);
            if (kept.Columns.Count is 0)
                yield return $"table '{table.Code}' keeps no column of figures";
            foreach (var (column, needed) in kept.Columns.SelectMany(c => NeededBy(c).Select(needed => (c.Code, needed))).Where(n => kept.Columns.All(c => c.Code != n.needed)))
                yield return $"column '{column}' of table '{table.Code}' needs '{needed}'";
        }
    }

    private static bool IsMeant(ReportDefinition definition, TableForm table, string key) =>
        table.Each is not null && (string.Equals(key, definition.Code, StringComparison.OrdinalIgnoreCase) || string.Equals(key, $"{definition.Code}/{table.Code}", StringComparison.OrdinalIgnoreCase));

    private static TableForm Choose(TableForm table, IReadOnlyList<string> names) => table with
    {
        Texts = [.. names.Select(name => name.StartsWith('+') ? new TextColumnForm(name[1..], RowText.Blank, WidthOfFurther) : table.Texts.FirstOrDefault(t => t.Head == name)).OfType<TextColumnForm>()],
        Columns = [.. names.Select(name => table.Columns.FirstOrDefault(c => c.Code == name)).OfType<ColumnForm>()],
    };

    private static IEnumerable<string> NeededBy(ColumnForm column) => [.. column.SumOf ?? [], .. column.Ratio is { } ratio ? new[] { ratio.Of, ratio.Per } : []];
}
