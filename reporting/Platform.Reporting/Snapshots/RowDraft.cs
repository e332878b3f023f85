using Platform.Reporting.Definitions;

namespace Platform.Reporting.Snapshots;

/// <summary>A row while it is being counted.</summary>
internal sealed class RowDraft(string code, string label, IReadOnlyList<string> texts, bool isTotal)
{
    private const string Unrecorded = " (chưa ghi nhận)";

    public string Code { get; } = code;

    public string Label { get; private set; } = label;

    public IReadOnlyList<string> Texts { get; private set; } = texts;

    public bool IsTotal { get; } = isTotal;

    /// <summary>The row of the definition; null for rows that facts made.</summary>
    public RowForm? Form { get; init; }

    public string? Note { get; set; }

    /// <summary>Whether nobody recorded what it counts: its zero says nothing.</summary>
    public bool IsUnknown { get; private set; }

    public List<CellDraft> Cells { get; } = [];

    /// <summary>Says that nobody recorded what the row counts.</summary>
    public void MarkUnknown()
    {
        IsUnknown = true;
        Label += Unrecorded;
        Texts = [.. Texts.Select((text, i) => i is 0 ? text + Unrecorded : text)];
    }

    public TableRow Freeze(int? number, bool numbered)
    {
        IReadOnlyList<string> texts = numbered ? [number is { } n ? VietnameseFormat.Number(n) : "", .. Texts] : Texts;
        return new TableRow(Code, Label, texts, IsTotal, Note, [.. Cells.Select(c => c.Freeze())]);
    }
}
