using Platform.Reporting.Snapshots;
using SkiaSharp;

namespace Platform.Reporting.Rendering.Pdf;

/// <summary>Draws a column of a table as bars, one for each row that is no total; each bar carries its figure.</summary>
internal static class PdfChart
{
    private const float LabelShare = 0.36f;
    private const float FigureWidth = 64;
    private const float Gap = 3;
    private static readonly TextStyle Label = new(11);
    private static readonly TextStyle Caption = new(12, Italic: true);

    public static void Draw(PdfPages pages, TableSection table, ChartSection chart)
    {
        var column = table.Columns.TakeWhile(c => c.Code != chart.Column).Count();
        var bars = table.Rows.Where(r => !r.IsTotal && r.Cells.Count > column && r.Cells[column].Value > 0).Select(r => (r.Label, Cell: r.Cells[column])).ToList();
        if (bars.Count is 0)
            return;
        pages.Need(Caption.LineHeight + bars.Count * (Label.LineHeight + Gap) + 10);
        pages.Write(new TextBlock(chart.Caption, Caption, pages.Width, Alignment.Centre), PdfPages.Left, 4);
        var left = PdfPages.Left + pages.Width * LabelShare;
        var room = pages.Width * (1 - LabelShare) - FigureWidth;
        var greatest = bars.Max(b => b.Cell.Value);
        using var ink = new SKPaint { Color = new SKColor(0x4A, 0x6F, 0x8A), IsAntialias = true };
        foreach (var (label, cell) in bars)
        {
            var length = room * cell.Value / greatest;
            new TextBlock(label, Label, pages.Width * LabelShare - 8, Alignment.Right).DrawLine(pages.Canvas, 0, PdfPages.Left, pages.Y);
            pages.Canvas.DrawRect(left, pages.Y + 2, length, Label.LineHeight - 4, ink);
            new TextBlock(VietnameseFormat.Figure(cell), Label, FigureWidth, Alignment.Left).Draw(pages.Canvas, left + length + 4, pages.Y);
            pages.Y += Label.LineHeight + Gap;
        }
        pages.Rule(left, pages.Y - bars.Count * (Label.LineHeight + Gap), left, pages.Y);
        pages.Y += 8;
    }
}
