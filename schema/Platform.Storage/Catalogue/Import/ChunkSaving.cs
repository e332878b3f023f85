using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Import;
using Platform.Model.Catalogue.Mapping;

namespace Platform.Storage.Catalogue.Import;

/// <summary>Saves what was decided on a chunk: new records, changed and revived ones, copies. The caller's transaction holds it together with the lines.</summary>
internal sealed class ChunkSaving(LibraryDb db, ImportBatch batch, KnownRows known, IBulkRows rows)
{
    private readonly IReadOnlyCollection<string> _protected = batch.ProtectedFields?.Split(',') ?? [];

    public async Task SaveAsync(IReadOnlyList<ImportDecision> decisions, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var added = decisions.Where(d => d.Outcome is ImportOutcome.Added).ToList();
        var ids = await rows.InsertAsync([.. added.Select(d => d.ToRecord())], at, cancellationToken);
        for (var i = 0; i < added.Count; i++)
        {
            added[i].RecordId = ids[i];
            known.Set(added[i].Read.Record!.Fingerprint, ids[i]); // an added record was read
        }
        await ChangeAsync([.. decisions.Where(d => d.Outcome is ImportOutcome.Overlaid or ImportOutcome.Merged or ImportOutcome.Revived)], at, cancellationToken);
        var taking = decisions.Where(d => d.IsMatch || d.Outcome is ImportOutcome.Revived).ToList();
        foreach (var decision in taking)
            decision.RecordId ??= decision.SameAs?.RecordId;
        await rows.InsertAsync([.. taking.SelectMany(ItemsOf)], at, cancellationToken);
    }

    private static IEnumerable<Item> ItemsOf(ImportDecision decision)
    {
        foreach (var item in decision.Items)
        {
            item.RecordId = decision.RecordId!.Value; // a matched record has a key by now
            yield return item;
        }
    }

    private async Task ChangeAsync(List<ImportDecision> changing, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (changing.Count == 0)
            return;
        var ids = changing.Select(d => d.RecordId).ToList();
        var records = await db.Records.IgnoreQueryFilters([LibraryDb.DeletedFilter]).Include(r => r.Content).Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
        foreach (var decision in changing)
            Change(records[decision.RecordId!.Value], decision, at); // a match is a record that was found
        await db.SaveChangesAsync(cancellationToken);
    }

    private void Change(BibliographicRecord record, ImportDecision decision, DateTimeOffset at)
    {
        if (decision.Outcome is ImportOutcome.Revived)
        {
            Keep(record, decision);
            (record.DeletedAt, record.UpdatedAt) = (null, at);
            return;
        }
        var present = record.Content.ToMarc();
        var incoming = decision.Read.Record!.Content.ToMarc(); // only records that were read match
        var changed = decision.Outcome is ImportOutcome.Overlaid
            ? RecordOverlay.Replace(present, incoming, _protected)
            : RecordOverlay.Complete(present, incoming, _protected);
        if (changed.Equals(present))
            return;
        Keep(record, decision);
        CatalogueMapping.Describe(record, changed);
        record.UpdatedAt = at;
    }

    private void Keep(BibliographicRecord record, ImportDecision decision) => db.ReplacedContents.Add(new ReplacedContent
    {
        BatchId = batch.Id,
        Number = decision.Read.Number,
        RecordId = record.Id,
        Format = record.Content.Format,
        Bytes = record.Content.Bytes,
        DeletedAt = record.DeletedAt,
        VersionAfter = record.Version + 1,
    });
}
