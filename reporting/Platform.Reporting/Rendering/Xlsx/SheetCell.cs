using System.Globalization;

namespace Platform.Reporting.Rendering.Xlsx;

/// <summary>A cell of a sheet: text, or a number that may be computed by a formula.</summary>
/// <param name="Text">The text; null for a number or an empty ruled cell.</param>
/// <param name="Number">The number, the formula's value included.</param>
/// <param name="Formula">The formula without its equals sign.</param>
/// <param name="Style">How it looks.</param>
internal sealed record SheetCell(string? Text, long? Number, string? Formula, SheetStyle Style);

/// <summary>How a cell looks.</summary>
/// <param name="Size">Size of the letters in points.</param>
/// <param name="Bold">Whether they are bold.</param>
/// <param name="Italic">Whether they are italic.</param>
/// <param name="Ruled">Whether the cell has rules around it.</param>
/// <param name="Place">Where the content stands.</param>
/// <param name="Decimals">How many decimals a number shows.</param>
internal sealed record SheetStyle(double Size = 12, bool Bold = false, bool Italic = false, bool Ruled = false, SheetPlace Place = SheetPlace.Left, int Decimals = 0);

/// <summary>Where the content of a cell stands.</summary>
internal enum SheetPlace : byte
{
    Left = 1,
    Centre = 2,
    Right = 3,
}

/// <summary>Names of cells.</summary>
internal static class SheetName
{
    /// <summary>Name of a column from 1: A to Z, then AA.</summary>
    public static string Column(int column) =>
        column <= 26 ? ((char)('A' + column - 1)).ToString() : Column((column - 1) / 26) + Column((column - 1) % 26 + 1);

    /// <summary>Name of a cell, for example D12.</summary>
    public static string Cell(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{Column(column)}{row}");
}
