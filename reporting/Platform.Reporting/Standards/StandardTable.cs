using System.Globalization;
using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Model.Reporting.Standards;
using Platform.Reporting.Definitions;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Standards;

/// <summary>Writes a library's evaluation as sections of a report, from the figures of the report's own table of inputs.</summary>
internal static class StandardTable
{
    public static IEnumerable<Section> Sections(StandardForm form, TableDraft inputs, SchoolLevel level, ReportPeriod period)
    {
        var counted = inputs.Rows.Where(r => r.Cells.Count > 0 && !r.IsUnknown).ToDictionary(r => r.Code, r => r.Cells[0].Value, StringComparer.Ordinal);
        var result = StandardEvaluation.Evaluate(StandardCatalogue.Criteria, level, period.LastOn, counted);
        yield return Table(form, result, counted);
        for (var standard = 1; standard <= StandardEvaluation.Standards; standard++)
            yield return new ParagraphSection($"- Tiêu chuẩn {standard}. {form.Standards[standard - 1]}: {LevelText(result.Levels[standard])}.");
        yield return new ParagraphSection($"Kết luận chung (phải đạt cả năm tiêu chuẩn): {LevelText(result.Overall)}.");
        foreach (var (target, path) in new[] { 1, 2 }.Select(l => (l, StandardEvaluation.ShortestPath(result, l))).Where(p => p.Item2.Count > 0))
            yield return new ParagraphSection($"Để đạt Mức {target} ở các tiêu chí đã có số liệu: {string.Join("; ", path.Select(p => Addition(result, p)))}.");
    }

    private static TableSection Table(StandardForm form, StandardResult result, Dictionary<string, long> counted) => new()
    {
        Code = form.Code,
        Layout = TableLayout.Grid,
        Texts =
        [
            new("Mã tiêu chí", 1.4, true), new("Nội dung", 6, false), new("Yêu cầu", 1.6, true), new("Thực tế", 1.6, true),
            new("Công thức", 3, false), new("Căn cứ", 4, false), new("Kết luận", 2.6, false),
        ],
        Columns = [],
        Rows = [.. result.Criteria.Select(r => Row(r, counted))],
    };

    private static TableRow Row(CriterionResult result, Dictionary<string, long> counted)
    {
        var criterion = result.Criterion;
        var formula = criterion.Per is { } per ? $"{Value(counted, criterion.Input)} : {Value(counted, per)}" : Value(counted, criterion.Input);
        var clause = criterion.Confirmed ? criterion.Clause : $"{criterion.Clause} (chưa xác nhận)";
        string[] texts =
        [
            criterion.Code, criterion.Text, Threshold(criterion), result.Actual is { } actual ? Two(actual) : "chưa có số liệu", formula, clause, Conclusion(result),
        ];
        return new TableRow(criterion.Code, criterion.Text, texts, IsTotal: false, Note: null, Cells: []);
    }

    private static string Conclusion(CriterionResult result) => result switch
    {
        { Verdict: Verdict.Met } => "Đạt",
        { Verdict: Verdict.NotMet, Missing: { } missing } => $"Chưa đạt, thiếu {VietnameseFormat.Number(missing)} {result.Criterion.Unit}",
        _ => "Chưa đủ số liệu",
    };

    private static string Addition(StandardResult result, KeyValuePair<string, long> add) =>
        $"thêm {VietnameseFormat.Number(add.Value)} {result.Criteria.First(r => r.Criterion.Input == add.Key).Criterion.Unit}";

    private static string Threshold(Criterion criterion) => criterion.Threshold is { } threshold ? $"≥ {Two(threshold)}" : "chưa xác nhận";

    private static string LevelText(int? level) => level switch
    {
        null => "chưa đủ số liệu để kết luận",
        0 => "chưa đạt Mức 1",
        _ => string.Create(CultureInfo.InvariantCulture, $"đạt Mức {level}"),
    };

    private static string Value(Dictionary<string, long> counted, string input) => counted.TryGetValue(input, out var value) ? VietnameseFormat.Number(value) : "?";

    private static string Two(decimal number) => VietnameseFormat.TwoDecimals(number);
}
