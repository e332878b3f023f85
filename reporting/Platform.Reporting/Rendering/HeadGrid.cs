using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Rendering;

/// <summary>The heading of a table as merged cells: equal neighbours join, a short heading reaches down.</summary>
internal static class HeadGrid
{
    /// <summary>A heading cell.</summary>
    /// <param name="Text">Its words.</param>
    /// <param name="Row">Its first row, from 0.</param>
    /// <param name="Column">Its first column, from 0.</param>
    /// <param name="Rows">How many rows it covers.</param>
    /// <param name="Columns">How many columns it covers.</param>
    public sealed record HeadCell(string Text, int Row, int Column, int Rows, int Columns);

    /// <summary>How many rows the heading has.</summary>
    public static int RowsOf(TableSection table) => table.Columns.Select(c => c.Heads.Count).Append(1).Max();

    /// <summary>The cells, from left to right and top to bottom.</summary>
    public static IReadOnlyList<HeadCell> CellsOf(TableSection table) =>
        CellsOf([.. table.Texts.Select(t => (IReadOnlyList<string>)[t.Head]), .. table.Columns.Select(c => c.Heads)], RowsOf(table));

    /// <summary>The cells of columns of which each names its headings, from the widest merged one down.</summary>
    public static IReadOnlyList<HeadCell> CellsOf(IReadOnlyList<IReadOnlyList<string>> paths, int rows)
    {
        var cells = new List<HeadCell>();
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < paths.Count;)
            {
                var width = 1;
                while (row < paths[column].Count - 1 && column + width < paths.Count && Joins(paths[column], paths[column + width], row))
                    width++;
                if (row < paths[column].Count)
                    cells.Add(new HeadCell(paths[column][row], row, column, row == paths[column].Count - 1 ? rows - row : 1, width));
                column += width;
            }
        }
        return cells;
    }

    private static bool Joins(IReadOnlyList<string> left, IReadOnlyList<string> right, int row) =>
        row < right.Count - 1 && Enumerable.Range(0, row + 1).All(i => left[i] == right[i]);
}
