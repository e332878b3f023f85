using Platform.Marc;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Import;
using Platform.Model.Catalogue.Mapping;

namespace Platform.Storage.Catalogue.Import;

/// <summary>One record of the file, understood: all that needs no database.</summary>
/// <param name="Number">Its position in the file, from 1.</param>
/// <param name="Record">The record to be; null when it cannot be taken.</param>
/// <param name="Items">The copies that it describes.</param>
/// <param name="IsRepaired">Whether reading had to repair or lose anything.</param>
/// <param name="Remark">What was wrong with it, or null.</param>
/// <param name="Offset">Bytes of the file before it; -1 when unknown.</param>
internal sealed record ReadRecord(
    int Number, BibliographicRecord? Record, IReadOnlyList<DescribedItem> Items, bool IsRepaired, string? Remark, long Offset)
{
    private const int MostProblems = 3;

    public static ReadRecord From(MarcReading reading, int number, long libraryId, DateTimeOffset at)
    {
        var faults = reading.Problems.Where(p => p.Severity > MarcSeverity.Note).ToList();
        var remark = faults.Count == 0 ? null : RemarkOf(faults);
        if (reading.Record is not { } marc)
            return new ReadRecord(number, null, [], false, remark ?? "no record could be made out", reading.Offset);
        if (marc.Fields.Count == 0)
            return new ReadRecord(number, null, [], false, remark ?? "the record has no fields", reading.Offset);
        return new ReadRecord(
            number, CatalogueMapping.NewRecord(marc, libraryId, at), ItemMapping.ItemsIn(marc), faults.Count > 0, remark, reading.Offset);
    }

    /// <summary>A record of a review, as it was read then.</summary>
    public static ReadRecord From(StagedRecord staged, ImportLine line, long libraryId, DateTimeOffset at)
    {
        var marc = new RecordContent { Format = staged.Format, Bytes = staged.Bytes }.ToMarc();
        return new ReadRecord(line.Number, CatalogueMapping.NewRecord(marc, libraryId, at), ItemMapping.ItemsIn(marc), staged.IsRepaired, null, -1);
    }

    private static string RemarkOf(List<MarcProblem> faults)
    {
        var shown = faults.Take(MostProblems).Select(p => p.Tag is null ? $"{p.Rule}: {p.Message}" : $"{p.Tag} {p.Rule}: {p.Message}");
        var more = faults.Count > MostProblems ? $" (and {faults.Count - MostProblems} more)" : "";
        var text = string.Join(" ", shown) + more;
        return text.Length <= Lengths.Title ? text : text[..Lengths.Title];
    }
}
