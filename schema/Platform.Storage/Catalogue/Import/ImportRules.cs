using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Import;

namespace Platform.Storage.Catalogue.Import;

/// <summary>Decides on one record after the other, from what is known of the chunk.</summary>
internal sealed class ImportRules(ImportBatch batch, KnownRows known, KnownMatches matches, MatchPolicy policy, DateOnly today)
{
    public ImportDecision Decide(ReadRecord read)
    {
        if (read.Record is not { } record)
            return new ImportDecision(read, ImportOutcome.Rejected);
        if (known.RecordWith(record.Fingerprint) is { } id)
            return new ImportDecision(read, ImportOutcome.Identical) { RecordId = id };
        var decision = policy is MatchPolicy.Add ? Added(read, null) : Matched(read, record);
        EnterItems(decision, record.Kind);
        return decision;
    }

    private ImportDecision Matched(ReadRecord read, BibliographicRecord record)
    {
        var key = MatchKey.Of(record);
        if (matches.Best(key) is not { } best)
            return Added(read, key);
        if (best.Score.Points < MatchScore.Certain)
        {
            var added = Added(read, key);
            added.Say($"may be the same as record {best.Candidate.RecordId} ({best.Score.Points}: {best.Score.Reason})");
            return added;
        }
        var outcome = best.Candidate.Decision is not null ? ImportOutcome.Skipped : policy switch
        {
            MatchPolicy.Overlay => ImportOutcome.Overlaid,
            MatchPolicy.Merge => ImportOutcome.Merged,
            _ => ImportOutcome.Skipped,
        };
        return new ImportDecision(read, outcome) { RecordId = best.Candidate.RecordId, SameAs = best.Candidate.Decision, Match = best.Score };
    }

    private ImportDecision Added(ReadRecord read, MatchKey? key)
    {
        var decision = new ImportDecision(read, ImportOutcome.Added);
        known.Add(read.Record!.Fingerprint); // only records that were read are added
        if (key is not null)
            matches.Add(decision, key);
        return decision;
    }

    // Copies of a book that stands earlier in the same import go to that record.
    private void EnterItems(ImportDecision decision, RecordKind kind)
    {
        foreach (var described in decision.Read.Items)
        {
            if (known.RefusalOf(described) is { } refusal)
                decision.Refuse(refusal);
            else
                decision.Items.Add(described.ToItem(batch.LibraryId, batch.Id, kind, today));
        }
    }
}
