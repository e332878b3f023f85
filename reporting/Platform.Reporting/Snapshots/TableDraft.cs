using System.Globalization;
using Platform.Reporting.Definitions;
using Platform.Reporting.Metrics;

namespace Platform.Reporting.Snapshots;

/// <summary>A table while it is being counted: fixed rows stand from the start, other rows arise with their facts.</summary>
internal sealed class TableDraft
{
    private readonly Func<string, Metric> _metric;
    private readonly Func<string, string> _words;
    private readonly Condition _where;
    private readonly Dictionary<(DateOnly On, long Key), RowDraft> _rowsByKey = [];
    private readonly List<RowDraft> _rows = [];

    public TableDraft(TableForm form, Func<RowForm, bool> has, Func<string, Metric> metric, Func<string, string> words)
    {
        (Form, _metric, _words, _where) = (form, metric, words, Read(form.Where));
        foreach (var row in form.Rows.Where(has))
            _rows.Add(FixedRow(row));
    }

    public TableForm Form { get; }

    public IReadOnlyList<RowDraft> Rows => _rows;

    /// <summary>Where facts go: a condition, a metric and what counts a group of facts.</summary>
    public IEnumerable<Slot> Slots()
    {
        if (Form.Each is null)
            return _rows.SelectMany(r => r.Cells.Zip(Form.Columns)).Where(c => c.First.IsCounted).Select(c => new Slot(c.First.Metric!, c.First.Condition!, c.Second.YearBefore, group => c.First.Add(group, c.First.Metric!.Measure))); // a counted cell has both
        return Form.Columns.Select((column, index) => (column, index)).Where(c => c.column.SumOf is null && c.column.Ratio is null).Select(c =>
        {
            var metric = _metric(c.column.Metric!); // a column of such a table names its metric
            return new Slot(metric, ConditionOf(c.column, null), c.column.YearBefore, group => CountEach(group, c.index, metric.Measure));
        });
    }

    /// <summary>Adds a row that stands for a school or body below.</summary>
    public RowDraft AddRow(string code, IReadOnlyList<string> texts)
    {
        var row = new RowDraft(code, string.Join(" · ", texts), texts, isTotal: false);
        foreach (var column in Form.Columns)
            row.Cells.Add(Cell(column, null, row));
        _rows.Add(row);
        return row;
    }

    /// <summary>Puts rows that facts made in order, and adds their total.</summary>
    public void Close()
    {
        if (Form.Each is null)
            return;
        _rows.AddRange(_rowsByKey.OrderBy(pair => pair.Key.On).ThenBy(pair => Form.Each is RowAxis.Title ? pair.Value.Label : "", StringComparer.Ordinal).ThenBy(pair => pair.Key.Key).Select(pair => pair.Value));
        if (Form.Total is not { } label)
            return;
        var total = new RowDraft("TOTAL", label, Labelled(label), isTotal: true);
        for (var column = 0; column < Form.Columns.Count; column++)
            total.Cells.Add(Form.Columns[column].Ratio is null ? CellDraft.SumOf([.. _rows.Select(r => r.Cells[column])]) : Cell(Form.Columns[column], null, total));
        _rows.Add(total);
    }

    public TableSection Freeze()
    {
        var number = 0;
        var rows = _rows.Select(row => row.Freeze(row.IsTotal ? null : ++number, Form.Numbered)).ToList();
        IReadOnlyList<TextColumn> texts = [.. Form.Texts.Select(t => new TextColumn(t.Head, t.Width, t.Of is RowText.Day or RowText.Key))];
        return new TableSection
        {
            Code = Form.Code,
            Caption = Form.Caption,
            Layout = Form.Layout,
            Texts = Form.Numbered ? [new TextColumn("STT", 1, true), .. texts] : texts,
            Columns = [.. Form.Columns.Select(c => new FigureColumn(c.Code, c.Heads, c.Width))],
            Rows = rows,
        };
    }

    private RowDraft FixedRow(RowForm form)
    {
        var row = new RowDraft(form.Code, _words(form.Label), [_words(form.Label)], form.SumOf is not null) { Form = form };
        if (form.Ranking is not null)
            return row;
        for (var column = 0; column < Form.Columns.Count; column++)
            row.Cells.Add(FixedCell(form, row, column));
        return row;
    }

    private CellDraft FixedCell(RowForm form, RowDraft row, int column) => (form, Form.Columns[column]) switch
    {
        ({ Ratio: { } ratio }, _) => CellDraft.Quotient(RowNamed(ratio.Of).Cells[column], RowNamed(ratio.Per).Cells[column], ratio.Percent),
        ({ SumOf: { } summed }, { Ratio: null }) => SumOfRows(summed, column),
        _ => Cell(Form.Columns[column], form, row),
    };

    private RowDraft RowNamed(string code) => _rows.Single(r => r.Code == code);

    private CellDraft SumOfRows(IReadOnlyList<string> summed, int column) => CellDraft.SumOf(
        [.. _rows.Where(r => !r.IsTotal && r.Cells.Count > 0 && summed is ["*"] || summed.Contains(r.Code)).Select(r => r.Cells[column])]);

    private CellDraft Cell(ColumnForm column, RowForm? form, RowDraft row) => column switch
    {
        { Ratio: { } ratio } => CellDraft.Quotient(row.Cells[IndexOf(ratio.Of)], row.Cells[IndexOf(ratio.Per)], ratio.Percent),
        { SumOf: { } summed } => CellDraft.SumOf([.. summed.Select(code => row.Cells[IndexOf(code)])]),
        _ => CellDraft.Counted(MetricOf(column, form), ConditionOf(column, form)),
    };

    private int IndexOf(string column) => Form.Columns.TakeWhile(c => c.Code != column).Count();

    // The check at start: one of them names it.
    private Metric MetricOf(ColumnForm column, RowForm? row) => _metric(row?.Metrics.GetValueOrDefault(column.Code) ?? row?.Metric ?? column.Metric!);

    private void CountEach(FactGroup group, int column, Measure measure)
    {
        for (var index = 0; index < group.Count; index++)
            RowOf(group, group.Facts[index]).Cells[column].Add(group, index, measure);
    }

    private RowDraft RowOf(FactGroup group, in Fact fact)
    {
        (DateOnly On, long Key) key = Form.Each switch
        {
            RowAxis.Fact => (fact.On, fact.EntityId),
            RowAxis.Day => (fact.On, 0L),
            RowAxis.Entry => (fact.On, (long)group.Dimensions[Dimension.Funding]),
            RowAxis.Title => (default(DateOnly), fact.Subject.TitleKey),
            _ => throw new InvalidOperationException($"Table '{Form.Code}' has fixed rows."),
        };
        if (_rowsByKey.TryGetValue(key, out var known))
            return known;
        var texts = new List<string>(Form.Texts.Count);
        foreach (var text in Form.Texts)
            texts.Add(TextOf(text.Of ?? RowText.Label, group, fact));
        var row = new RowDraft(RowCode(key.On, key.Key), texts.Count > 0 ? string.Join(" · ", texts) : fact.Subject.Label, texts, isTotal: false);
        foreach (var column in Form.Columns)
            row.Cells.Add(Cell(column, null, row));
        _rowsByKey.Add(key, row);
        return row;
    }

    private Condition ConditionOf(ColumnForm column, RowForm? row) =>
        Read(MetricOf(column, row).Where).And(_where).And(Read(row?.Where)).And(Read(column.Where));

    // The label of the total stands in the widest column of text.
    private string[] Labelled(string label)
    {
        var texts = Form.Texts.Select(_ => "").ToArray();
        if (texts.Length > 0)
            texts[Form.Texts.Select((text, index) => (text.Width, index)).MaxBy(t => t.Width).index] = label;
        return texts;
    }

    private static string RowCode(DateOnly on, long key) =>
        on == default ? key.ToString(CultureInfo.InvariantCulture) : key is 0 ? on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{on:yyyy-MM-dd}:{key}");

    private static string TextOf(RowText text, FactGroup group, in Fact fact) => text switch
    {
        RowText.Day => VietnameseFormat.Day(fact.On),
        RowText.Key => fact.Subject.Key ?? "",
        RowText.Label => fact.Subject.Label,
        RowText.Funding => Wordings.Funding(group.Dimensions[Dimension.Funding]),
        RowText.Activity => Wordings.Activity(group.Dimensions[Dimension.Activity]),
        RowText.Blank => "",
        _ => fact.Subject.TextOf(text),
    };

    // Faults were found when the catalogue was read.
    private static Condition Read(IReadOnlyDictionary<string, IReadOnlyList<string>>? where) => Condition.Parse(where, new List<string>());
}

/// <summary>A place for facts: those that the condition takes are counted by the metric.</summary>
/// <param name="Metric">What is counted.</param>
/// <param name="Condition">Which facts.</param>
/// <param name="YearBefore">Whether facts of the year before are meant.</param>
/// <param name="Count">Counts a group of facts.</param>
internal sealed record Slot(Metric Metric, Condition Condition, bool YearBefore, Action<FactGroup> Count);
