using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Import;

namespace Platform.Storage.Catalogue.Import;

/// <summary>What is to become of a record of the file.</summary>
/// <param name="read">The record as read.</param>
/// <param name="outcome">Its fate.</param>
internal sealed class ImportDecision(ReadRecord read, ImportOutcome outcome)
{
    private readonly List<string> _remarks = read.Remark is { } remark ? [remark] : [];

    /// <summary>The record as read.</summary>
    public ReadRecord Read { get; private set; } = read;

    /// <summary>Its fate.</summary>
    public ImportOutcome Outcome { get; } = outcome;

    /// <summary>The record of the catalogue it was found to be; null for a new one.</summary>
    public long? RecordId { get; set; }

    /// <summary>The earlier decision of the same import whose record it belongs to; null otherwise.</summary>
    public ImportDecision? SameAs { get; init; }

    /// <summary>How sure the match is; null when there is none.</summary>
    public MatchScore? Match { get; init; }

    /// <summary>What it may be the same as, though not surely enough; null when there is nothing.</summary>
    public (KnownMatches.Candidate Candidate, MatchScore Score)? Likely { get; set; }

    /// <summary>Whether an existing record takes its copies.</summary>
    public bool IsMatch => Outcome is ImportOutcome.Skipped or ImportOutcome.Overlaid or ImportOutcome.Merged;

    /// <summary>Copies to enter.</summary>
    public List<Item> Items { get; } = [];

    /// <summary>Copies that are not entered.</summary>
    public int RefusedItems { get; private set; }

    /// <summary>What the line says of it; null when all went as it should.</summary>
    public string? Remark
    {
        get
        {
            var said = string.Join("; ", _remarks);
            return said.Length == 0 ? null : said[..Math.Min(said.Length, Lengths.Title)];
        }
    }

    /// <summary>Says something about it.</summary>
    public void Say(string remark) => _remarks.Add(remark);

    /// <summary>A copy is not entered, and why.</summary>
    public void Refuse(string reason)
    {
        RefusedItems++;
        Say(reason);
    }

    /// <summary>Lets go of the record: later lines may still point to this decision, and a long file must not be held in memory.</summary>
    public void Release()
    {
        Read = Read with { Record = null, Items = [] };
        Items.Clear();
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
