using Platform.Model.Reporting;
using Platform.Reporting.Definitions;
using Platform.Reporting.Metrics;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Summaries;

/// <summary>
/// A table of a form as a body above the schools fills it: the same rows and columns; where the school's table has a row for each thing, the
/// body's has one for each school or body below.
/// </summary>
internal sealed class SummaryTable
{
    private static readonly IReadOnlyList<TextColumnForm> Texts = [new("Mã", RowText.Key, 1.6), new("Đơn vị", RowText.Label, 6)];
    private readonly IReadOnlyList<(ReportBelow Below, TableSection Table)> _below;
    private readonly ReportPeriod _period;
    private readonly List<FactGroup> _groups = [];
    private readonly List<(CellDraft Cell, IReadOnlyList<SummaryPart> Parts)> _parts = [];

    public SummaryTable(TableForm form, IReadOnlyList<ReportBelow> below, ReportPeriod period, Func<string, Metric> metric, Func<string, string> words)
    {
        _period = period;
        _below = [.. below.Select(b => (b, b.Document!.Tables.Single(t => t.Code == form.Code)))]; // only those that reported
        Draft = new TableDraft(form.Each is null ? form : form with { Texts = Texts }, IsAnywhere, metric, words);
        if (form.Each is not null)
            foreach (var (one, table) in _below)
                Count(Draft.AddRow(one.Code, [one.Code, one.Name]), [(one, table)], CellOfTotal);
        else
            foreach (var row in Draft.Rows)
                Count(row, _below, CellOfRow);
        Draft.Close();
    }

    public TableDraft Draft { get; }

    public IReadOnlyList<FactGroup> Groups => _groups;

    public IEnumerable<(CellDraft Cell, IReadOnlyList<SummaryPart> Parts)> Parts => _parts;

    private bool IsAnywhere(RowForm row) => _below.Any(b => b.Table.Rows.Any(r => r.Code == row.Code));

    private void Count(RowDraft row, IReadOnlyList<(ReportBelow Below, TableSection Table)> below, Func<TableSection, RowDraft, int, (int? Cell, long Value)?> read)
    {
        for (var column = 0; column < row.Cells.Count; column++)
        {
            if (!row.Cells[column].IsCounted)
                continue;
            List<SummaryPart> parts = [.. below.Select(b => (b.Below, Read: read(b.Table, row, PlaceOf(b.Table, Draft.Form.Columns[column].Code)))).Where(b => b.Read is not null).Select(b => new SummaryPart(b.Below, b.Read!.Value.Cell, b.Read.Value.Value))]; // filtered
            _parts.Add((row.Cells[column], parts));
            if (parts.Count is 0)
                continue;
            var group = new FactGroup(default);
            foreach (var part in parts)
                group.Add(new Fact(part.Of.Key, _period.LastOn, 1, part.Value, new FactSubject(part.Of.Code, ShortLabel.Of(part.Of.Name))));
            group.Order();
            row.Cells[column].Add(group, Measure.Value);
            _groups.Add(group);
        }
    }

    // A province may keep other columns: those that a school does not have add nothing.
    private static int PlaceOf(TableSection table, string column) => table.Columns.TakeWhile(c => c.Code != column).Count();

    // What nobody recorded at a school adds nothing, not even a zero.
    private static (int?, long)? CellOfRow(TableSection table, RowDraft row, int column)
    {
        var cell = table.Rows.FirstOrDefault(r => r.Code == row.Code)?.Cells.ElementAtOrDefault(column);
        return cell is null || row.Form is { NoneIsUnknown: true } && cell.Facts is [] ? null : (cell.Id, cell.Value);
    }

    private static (int?, long)? CellOfTotal(TableSection table, RowDraft row, int column) => table switch
    {
        _ when column == table.Columns.Count => null,
        { Rows: [.., { IsTotal: true } total] } => (total.Cells[column].Id, total.Cells[column].Value),
        _ => (null, table.Rows.Sum(r => r.Cells[column].Value)),
    };
}
