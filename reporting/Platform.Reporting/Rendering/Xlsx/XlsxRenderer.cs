using Platform.Reporting.Definitions;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Rendering.Xlsx;

/// <summary>Writes a report as a spreadsheet: figures are numbers, totals are formulas, texts stay texts whatever they begin with.</summary>
internal sealed class XlsxRenderer : IRenderer
{
    private const double TextWidth = 30;
    private const double NarrowTextWidth = 12;
    private const double NumberWidth = 6;
    private const double FigureWidth = 16;
    private const double PageWidth = 100;
    private static readonly SheetStyle Plain = new(13);
    private static readonly SheetStyle Centred = new(12, Place: SheetPlace.Centre);
    private static readonly SheetStyle Heading = new(13, Bold: true);

    public ReportFormat Format => ReportFormat.Xlsx;

    public byte[] Render(FrozenReport report)
    {
        var document = report.Document;
        var texts = document.Tables.Select(t => t.Texts.Count).Append(2).Max();
        var figures = document.Tables.Select(t => t.Columns.Count).Append(3).Max();
        var sheet = new Sheet(texts + figures) { Landscape = document.Letterhead.Landscape || figures > 8 };
        SpreadTexts(sheet, [.. document.Tables.Where(t => t.Layout is TableLayout.Grid && t.Texts.Count == texts)], texts);
        for (var i = texts; i < sheet.Columns; i++)
            sheet.Widths[i] = Math.Clamp((PageWidth - sheet.Widths.Take(texts).Sum()) / figures, NarrowTextWidth - 2, FigureWidth);
        XlsxLetterhead.WriteHead(sheet, document.Letterhead);
        var tables = new XlsxTables(sheet, texts);
        foreach (var section in document.Sections)
            Write(sheet, tables, section);
        XlsxLetterhead.WriteFoot(sheet, document.Letterhead);
        if (Wording.Unconfirmed(document) is { } warning)
            sheet.Line(warning, new SheetStyle(9, Italic: true));
        sheet.Line(Wording.Check(report.Hash), new SheetStyle(9));
        sheet.PrintTitles = tables.Headings is [var only] ? only : null;
        return XlsxPackage.Write(sheet);
    }

    // By the shares of the tables that have all columns of text; without one the last column is the wide one.
    private static void SpreadTexts(Sheet sheet, List<TableSection> tables, int texts)
    {
        var room = NumberWidth + (texts - 2) * NarrowTextWidth + TextWidth;
        var shares = Enumerable.Range(0, texts).Select(i => tables.Select(t => t.Texts[i].Width).DefaultIfEmpty(0).Max()).ToList();
        for (var i = 0; i < texts; i++)
            sheet.Widths[i] = tables.Count is 0 ? i == texts - 1 ? TextWidth : i is 0 ? NumberWidth : NarrowTextWidth : Math.Max(NumberWidth, Math.Round(shares[i] / shares.Sum() * room, 1));
    }

    private static void Write(Sheet sheet, XlsxTables tables, Section section)
    {
        switch (section)
        {
            case HeadingSection heading:
                sheet.Line(heading.Text, Heading);
                break;
            case ParagraphSection paragraph:
                sheet.Line(paragraph.Text, Plain);
                break;
            case NarrativeSection narrative:
                WriteNarrative(sheet, narrative);
                break;
            case TableSection { Layout: TableLayout.Lines } lines:
                tables.WriteLines(lines);
                break;
            case TableSection table:
                if (table.Caption is { } caption)
                    sheet.Line(caption, Centred with { Italic = true });
                tables.WriteGrid(table);
                break;
            case ChartSection:
                break; // its figures stand in their table
            default:
                throw new InvalidOperationException($"Unknown section '{section.GetType().Name}'.");
        }
    }

    private static void WriteNarrative(Sheet sheet, NarrativeSection narrative)
    {
        var label = narrative.Label is null ? "" : $"- {narrative.Label} ";
        sheet.Line(label + (narrative.Text ?? new string('.', 60)), Plain);
        for (var line = 1; narrative.Text is null && line < narrative.Lines; line++)
            sheet.Line(new string('.', 90), Plain);
    }
}
