using Platform.Reporting.Definitions;

namespace Platform.Reporting.Labels;

/// <summary>A sheet of sticky labels as stationers sell it. All lengths are millimetres; places count from the upper left corner of an upright A4 page.</summary>
public sealed record LabelSheet
{
    /// <summary>Its name: <c>A4-65</c> has 65 labels.</summary>
    public required string Code { get; init; }

    /// <summary>Labels side by side.</summary>
    public required int Columns { get; init; }

    /// <summary>Labels below each other.</summary>
    public required int Rows { get; init; }

    /// <summary>From the page's left edge to the first label.</summary>
    public required float Left { get; init; }

    /// <summary>From the page's upper edge to the first label.</summary>
    public required float Top { get; init; }

    /// <summary>Width of a label.</summary>
    public required float Width { get; init; }

    /// <summary>Height of a label.</summary>
    public required float Height { get; init; }

    /// <summary>From the left edge of a label to that of the next one.</summary>
    public required float ColumnStep { get; init; }

    /// <summary>From the upper edge of a label to that of the one below.</summary>
    public required float RowStep { get; init; }

    /// <summary>All sheets, in the order in which they are offered.</summary>
    public static IReadOnlyList<LabelSheet> All { get; } = Load();

    /// <summary>The sheet with the code; null when there is none.</summary>
    public static LabelSheet? Of(string code) => All.FirstOrDefault(sheet => sheet.Code == code);

    /// <summary>Labels of a page.</summary>
    public int Labels => Columns * Rows;

    private static IReadOnlyList<LabelSheet> Load()
    {
        using var stream = typeof(LabelSheet).Assembly.GetManifestResourceStream("Labels/sheets.json")!; // built into the assembly
        return DefinitionJson.Read<List<LabelSheet>>(stream);
    }
}
