namespace Platform.Reporting.Rendering.Xlsx;

/// <summary>A sheet while it is being filled, from top to bottom.</summary>
internal sealed class Sheet(int columns)
{
    private readonly List<SheetCell?[]?> _rows = [];
    private readonly List<string> _merges = [];
    private readonly Dictionary<int, double> _heights = [];

    public int Columns { get; } = columns;

    /// <summary>The row that is filled next, from 1.</summary>
    public int Row { get; set; } = 1;

    /// <summary>Widths of the columns, in characters.</summary>
    public double[] Widths { get; } = Enumerable.Repeat(13.0, columns).ToArray();

    /// <summary>First and last row of the heading that is repeated on every printed page; null for none.</summary>
    public (int First, int Last)? PrintTitles { get; set; }

    public bool Landscape { get; init; }

    /// <summary>The rows from the first on, each with its cells from the first column on; null is a row or cell with nothing in it.</summary>
    public IReadOnlyList<SheetCell?[]?> Rows => _rows;

    public IReadOnlyList<string> Merges => _merges;

    public IReadOnlyDictionary<int, double> Heights => _heights;

    public void Put(int row, int column, SheetCell cell)
    {
        while (_rows.Count < row)
            _rows.Add(null);
        (_rows[row - 1] ??= new SheetCell?[Columns])[column - 1] = cell;
    }

    /// <summary>Puts a text over several rows and columns.</summary>
    public void Merge(int row, int column, int rows, int columns, string text, SheetStyle style)
    {
        for (var r = row; r < row + rows; r++)
        {
            for (var c = column; c < column + columns; c++)
                Put(r, c, new SheetCell(r == row && c == column ? text : null, null, null, style));
        }
        if (rows * columns > 1)
            _merges.Add($"{SheetName.Cell(row, column)}:{SheetName.Cell(row + rows - 1, column + columns - 1)}");
    }

    /// <summary>Puts a text over the whole width in a row of its own, high enough for its lines.</summary>
    public void Line(string text, SheetStyle style)
    {
        Merge(Row, 1, 1, Columns, text, style);
        Fit(Row, text, Widths.Sum(), style.Size);
        Row++;
    }

    /// <summary>Makes a row high enough for a text in merged cells, which no program does by itself.</summary>
    public void Fit(int row, string text, double width, double size)
    {
        var lines = text.Contains('\n', StringComparison.Ordinal) ? text.Split('\n').Sum(LinesOf) : LinesOf(text);
        _heights[row] = Math.Max(_heights.GetValueOrDefault(row), lines * size * 1.35);

        double LinesOf(string line) => Math.Max(1, Math.Ceiling(line.Length * size / 11 / width));
    }
}
