using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Import;

namespace Platform.Storage.Catalogue.Import;

/// <summary>What is to become of a record of the file.</summary>
/// <param name="Read">The record as read.</param>
/// <param name="Outcome">Its fate.</param>
/// <param name="Items">Copies to enter.</param>
/// <param name="RefusedItems">Why each other copy is not entered.</param>
internal sealed record ImportDecision(
    ReadRecord Read, ImportOutcome Outcome, IReadOnlyList<Item> Items, IReadOnlyList<string> RefusedItems)
{
    /// <summary>What the line says of it; null when all went as it should.</summary>
    public string? Remark
    {
        get
        {
            var said = string.Join("; ", [.. Read.Remark is { } remark ? [remark] : Array.Empty<string>(), .. RefusedItems]);
            return said.Length == 0 ? null : said[..Math.Min(said.Length, Lengths.Title)];
        }
    }

    /// <summary>The new record with its copies.</summary>
    public BibliographicRecord ToRecord()
    {
        var record = Read.Record!; // only records that were read are added
        foreach (var item in Items)
            record.Items.Add(item);
        return record;
    }
}
