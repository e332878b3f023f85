using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Rendering.Pdf;

/// <summary>Draws a ruled table; its heading is repeated on every page, no row is cut.</summary>
internal sealed class PdfTable
{
    private const float Padding = 3;
    private const float MinimalRow = 18;
    private const float LeastText = 0.6f;
    private readonly TableSection _table;
    private readonly PdfPages _pages;
    private readonly float[] _widths;
    private readonly float[] _headHeights;
    private readonly IReadOnlyList<HeadGrid.HeadCell> _heads;
    private readonly TextStyle _text;
    private readonly TextStyle _bold;
    private float _rowsFrom;

    public PdfTable(TableSection table, PdfPages pages)
    {
        (_table, _pages) = (table, pages);
        var size = table.Texts.Count + table.Columns.Count > 10 ? 10f : 12f;
        (_text, _bold) = (new TextStyle(size), new TextStyle(size, Bold: true));
        _widths = Widths();
        _heads = HeadGrid.CellsOf(table);
        _headHeights = [.. Enumerable.Range(0, HeadGrid.RowsOf(table)).Select(HeadHeight)];
    }

    /// <summary>Draws the table.</summary>
    /// <param name="after">Height of what has to stand on the page of its last two rows: the signatures.</param>
    public void Draw(float after = 0)
    {
        var last = Math.Max(0, _table.Rows.Count - 2);
        var closing = _table.Rows.Skip(last).Sum(row => HeightOf(Blocks(row))) + after;
        // A heading alone at the foot of a page helps nobody.
        _pages.Need(_headHeights.Sum() + 2 * MinimalRow);
        if (last is 0)
            _pages.Keep(_headHeights.Sum() + MinimalRow + closing);
        DrawHead();
        if (_table.Rows.All(r => r.IsTotal))
            DrawNothing();
        for (var row = 0; row < _table.Rows.Count; row++)
        {
            if (row == last && row > 0 && after > 0 && _pages.Y + closing > _pages.Bottom)
                TurnPage();
            DrawRow(Blocks(_table.Rows[row]));
        }
        RuleColumns();
    }

    // By their shares; but a figure is never broken: where one needs more, the other columns give it, each of what it can spare.
    private float[] Widths()
    {
        var shares = _table.Texts.Select(t => t.Width).Concat(_table.Columns.Select(c => c.Width)).ToList();
        var widths = shares.Select(s => (float)(s / shares.Sum() * _pages.Width)).ToList();
        var least = widths.Select((width, i) => i < _table.Texts.Count ? width * LeastText : FigureWidth(i - _table.Texts.Count)).ToList();
        var lacking = widths.Zip(least, (width, need) => Math.Max(0, need - width)).Sum();
        var spare = widths.Zip(least, (width, need) => Math.Max(0, width - need)).Sum();
        var given = spare <= 0 ? 0 : Math.Min(1, lacking / spare);
        return [.. widths.Zip(least, (width, need) => width < need ? need : width - (width - need) * given)];
    }

    private float FigureWidth(int column) => _table.Rows
        .Where(row => column < row.Cells.Count)
        .Select(row => _bold.WidthOf(VietnameseFormat.Figure(row.Cells[column])) + 2 * Padding + 1)
        .DefaultIfEmpty(0).Max();

    private void DrawHead()
    {
        foreach (var head in _heads)
        {
            var (left, top) = (PdfPages.Left + _widths.Take(head.Column).Sum(), _pages.Y + _headHeights.Take(head.Row).Sum());
            var (width, height) = (_widths.Skip(head.Column).Take(head.Columns).Sum(), _headHeights.Skip(head.Row).Take(head.Rows).Sum());
            Box(left, top, width, height);
            var text = HeadBlock(head);
            text.Draw(_pages.Canvas, left + Padding, top + (height - text.Height) / 2);
        }
        _pages.Y += _headHeights.Sum();
        _rowsFrom = _pages.Y;
    }

    private void DrawRow(List<TextBlock> blocks)
    {
        var height = HeightOf(blocks);
        if (_pages.Y + height > _pages.Bottom)
            TurnPage();
        var left = PdfPages.Left;
        for (var column = 0; column < blocks.Count; column++)
        {
            blocks[column].Draw(_pages.Canvas, left + Padding, _pages.Y + (height - blocks[column].Height) / 2);
            left += _widths[column];
        }
        _pages.Y += height;
        _pages.Rule(PdfPages.Left, _pages.Y, left, _pages.Y);
    }

    // The rules between columns are drawn once a page: around every cell they were most of a register's file.
    private void RuleColumns()
    {
        if (_pages.Y <= _rowsFrom)
            return;
        var left = PdfPages.Left;
        foreach (var width in _widths.Prepend(0))
            _pages.Rule(left += width, _rowsFrom, left, _pages.Y);
    }

    private void TurnPage()
    {
        RuleColumns();
        _pages.Break();
        DrawHead();
    }

    private static float HeightOf(List<TextBlock> blocks) => Math.Max(MinimalRow, blocks.Max(b => b.Height) + 2 * Padding);

    private void DrawNothing()
    {
        Box(PdfPages.Left, _pages.Y, _pages.Width, MinimalRow);
        var text = new TextBlock(Wording.Nothing, _text with { Italic = true }, _pages.Width, Alignment.Centre);
        text.Draw(_pages.Canvas, PdfPages.Left, _pages.Y + (MinimalRow - text.Height) / 2);
        _pages.Y += MinimalRow;
        _rowsFrom = _pages.Y;
    }

    private List<TextBlock> Blocks(TableRow row)
    {
        var style = row.IsTotal ? _bold : _text;
        var texts = row.Texts.Select((text, i) => Block(text, style, i, _table.Texts[i].Centred ? Alignment.Centre : Alignment.Left));
        var figures = row.Cells.Select((cell, i) => Block(VietnameseFormat.Figure(cell), style, row.Texts.Count + i, Alignment.Right));
        return [.. texts, .. figures];
    }

    private TextBlock Block(string text, TextStyle style, int column, Alignment alignment) =>
        new(text, style, _widths[column] - 2 * Padding, alignment);

    private TextBlock HeadBlock(HeadGrid.HeadCell head) =>
        new(head.Text, _bold, _widths.Skip(head.Column).Take(head.Columns).Sum() - 2 * Padding, Alignment.Centre);

    // A heading that reaches over several rows asks nothing of a single one, except the last, which has to hold what is left of it.
    private float HeadHeight(int row)
    {
        var rows = HeadGrid.RowsOf(_table);
        var own = _heads.Where(h => h.Row == row && h.Rows is 1).Select(h => HeadBlock(h).Height + 2 * Padding);
        var reaching = _heads.Where(h => h.Rows > 1 && h.Row + h.Rows > row).Select(h => (HeadBlock(h).Height + 2 * Padding) / h.Rows);
        return own.Concat(reaching).Append(rows is 1 ? MinimalRow : _bold.LineHeight + 2 * Padding).Max();
    }

    private void Box(float left, float top, float width, float height)
    {
        _pages.Rule(left, top, left + width, top);
        _pages.Rule(left, top + height, left + width, top + height);
        _pages.Rule(left, top, left, top + height);
        _pages.Rule(left + width, top, left + width, top + height);
    }
}
