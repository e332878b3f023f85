using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Reporting.Definitions;
using Platform.Reporting.Metrics;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Summaries;

/// <summary>Sums frozen reports into the form of the body above them. Reads neither clock nor database.</summary>
public sealed class SummaryBuilder(DefinitionCatalogue catalogue)
{
    private const string Conclusion = "Kết luận chung";

    /// <summary>Builds the form of a body.</summary>
    /// <param name="definition">The form.</param>
    /// <param name="body">The body.</param>
    /// <param name="period">The period.</param>
    /// <param name="below">The schools and bodies directly below it, by code.</param>
    public SummaryReport Build(ReportDefinition definition, ReportingBody body, ReportPeriod period, IReadOnlyList<ReportBelow> below)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(body);
        var metrics = new SortedDictionary<string, Metric>(StringComparer.Ordinal);
        Metric Use(string code) => metrics.TryGetValue(code, out var used) ? used : metrics[code] = catalogue.Metric(code, period.LastOn);
        var subject = new ReportSubject(new Library { Code = body.Code, Name = body.Name, Level = SchoolLevel.MultiLevel }, body.Parent, new Dictionary<string, string>());
        List<ReportBelow> reported = [.. below.Where(b => b.Document is not null)];
        var tables = definition.Tables.Select(form => new SummaryTable(form, reported, period, Use, text => Letterheads.Fill(text, subject, period))).ToList();
        var facts = FrozenFacts.Of([.. tables.SelectMany(t => t.Groups)]);
        List<TableDraft> drafts = [.. tables.Select(t => t.Draft)];
        SnapshotBuilder.Number(drafts);
        LineNotes.Add(drafts, period);
        var chunks = facts.Pack();
        var document = new ReportDocument
        {
            Format = SnapshotBuilder.Format,
            Definition = definition.Freeze(),
            Library = new(body.Code, body.Name, body.Level.ToString()),
            Period = period,
            Letterhead = HeadOf(definition, subject, period),
            Sections = [new ParagraphSection(RestsOn(below)), .. definition.Sections.SelectMany(form => Freeze(form, subject, period, drafts, reported))],
            Metrics = [.. metrics.Values.Select(m => new FrozenMetric(m.Code, m.Version, m.Name, m.Wording, m.LegalBasis, m.Confirmed, m.Unit, nameof(Library), Measure.Value))],
            Facts = new(
                facts.Count, chunks.Count(c => c.Kind is ChunkKind.Facts), facts.Subjects.Count, chunks.Count(c => c.Kind is ChunkKind.Subjects),
                Seal.Root(chunks.Select(c => c.Hash))),
        };
        var bytes = CanonicalJson.Write(document);
        return new SummaryReport(new SnapshotContent(document, bytes, Seal.Of(bytes), chunks), below, tables.SelectMany(t => t.Parts).ToDictionary(p => p.Cell.Id, p => p.Parts));
    }

    private static Letterhead HeadOf(ReportDefinition definition, ReportSubject subject, ReportPeriod period)
    {
        var head = Letterheads.Of(definition.Document, subject, period);
        return head with
        {
            Subject = $"{head.Subject} (tổng hợp các đơn vị)",
            Signatures = [new SignatureBlock("NGƯỜI LẬP BIỂU", null), new SignatureBlock("THỦ TRƯỞNG ĐƠN VỊ", null)],
        };
    }

    private static string RestsOn(IReadOnlyList<ReportBelow> below)
    {
        var missing = below.SelectMany(b => b.Missing).Select(m => m.Name).ToList();
        var gaps = missing.Count is 0 ? "" : $" Chưa có báo cáo được duyệt: {string.Join("; ", missing)}.";
        return $"Số liệu là tổng của báo cáo đã được duyệt của {below.Sum(b => b.Reported)}/{below.Sum(b => b.Expected)} trường; tên tài liệu và người sử dụng không loại trùng giữa các trường.{gaps}";
    }

    private static IEnumerable<Section> Freeze(SectionForm form, ReportSubject subject, ReportPeriod period, List<TableDraft> drafts, List<ReportBelow> reported) => form switch
    {
        HeadingForm heading => [new HeadingSection(heading.Level, Letterheads.Fill(heading.Text, subject, period))],
        ParagraphForm paragraph => [new ParagraphSection(Letterheads.Fill(paragraph.Text, subject, period))],
        NarrativeForm narrative => [new NarrativeSection(narrative.Code, narrative.Label, null, narrative.Lines)],
        TableForm table => [drafts.Single(d => d.Form.Code == table.Code).Freeze()],
        ChartForm chart => [new ChartSection(chart.Table, chart.Column, chart.Caption)],
        StandardForm standard => [Conclusions(standard, reported)],
        _ => throw new InvalidOperationException($"Unknown section '{form.GetType().Name}'."),
    };

    // A library is judged alone (TT 16/2022 Đ.25): above the school there are no sums to judge, only what was concluded below.
    private static TableSection Conclusions(StandardForm form, List<ReportBelow> reported) => new()
    {
        Code = form.Code,
        Layout = TableLayout.Grid,
        Texts = [new("Mã", 1.6, true), new("Đơn vị", 6, false), new("Kết luận", 6, false)],
        Columns = [],
        Rows = [.. reported.SelectMany(b => b.Summary is { } summary ? summary.Content.Document.Tables.Single(t => t.Code == form.Code).Rows : [ConclusionOf(b)])],
    };

    private static TableRow ConclusionOf(ReportBelow school)
    {
        var text = school.Document!.Sections.OfType<ParagraphSection>().Select(p => p.Text).LastOrDefault(t => t.StartsWith(Conclusion, StringComparison.Ordinal)) ?? ""; // only those that reported
        return new TableRow(school.Code, school.Name, [school.Code, school.Name, text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()], IsTotal: false, Note: null, Cells: []);
    }
}
