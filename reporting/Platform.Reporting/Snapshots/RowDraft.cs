using Platform.Reporting.Definitions;

namespace Platform.Reporting.Snapshots;

/// <summary>A row while it is being counted.</summary>
internal sealed class RowDraft(string code, string label, IReadOnlyList<string> texts, bool isTotal)
{
    public string Code { get; } = code;

    public string Label { get; } = label;

    public IReadOnlyList<string> Texts { get; } = texts;

    public bool IsTotal { get; } = isTotal;

    /// <summary>The row of the definition; null for rows that facts made.</summary>
    public RowForm? Form { get; init; }

    public string? Note { get; set; }

    public List<CellDraft> Cells { get; } = [];

    public TableRow Freeze(int? number, bool numbered)
    {
        IReadOnlyList<string> texts = numbered ? [number is { } n ? VietnameseFormat.Number(n) : "", .. Texts] : Texts;
        return new TableRow(Code, Label, texts, IsTotal, Note, [.. Cells.Select(c => c.Freeze())]);
    }
}
