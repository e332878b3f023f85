using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Import;

namespace Platform.Storage.Catalogue.Import;

/// <summary>Decides on one record after the other: by the policy from what is known of the chunk, or as its line was decided in a review.</summary>
internal sealed class ImportRules(ImportBatch batch, KnownRows known, KnownMatches matches, MatchPolicy policy, DateOnly today)
{
    /// <summary>By the policy.</summary>
    public ImportDecision Decide(ReadRecord read)
    {
        if (read.Record is not { } record)
            return new ImportDecision(read, ImportOutcome.Rejected);
        if (KnownAlready(read, record) is { } there)
            return there;
        var decision = policy is MatchPolicy.Add ? Added(read, null) : Matched(read, record);
        EnterItems(decision, record.Kind);
        return decision;
    }

    /// <summary>As its line says.</summary>
    /// <param name="read">The record.</param>
    /// <param name="line">Its line.</param>
    /// <param name="target">The record to which the line's match points now; null when it is gone.</param>
    /// <param name="sameAs">The earlier decision of this chunk to which the line points, if it is of this chunk.</param>
    public ImportDecision Decide(ReadRecord read, ImportLine line, long? target, ImportDecision? sameAs)
    {
        var decision = new ImportDecision(read, ImportOutcome.Rejected);
        if (read.Record is not { } record)
            return decision;
        if (line.Outcome is ImportOutcome.Rejected)
        {
            decision.Say("left out by decision");
            return decision;
        }
        if (KnownAlready(read, record) is { } there)
            return there;
        decision = line.Outcome is ImportOutcome.Added or ImportOutcome.Revived ? Added(read, null) : AsReviewed(read, line, target, sameAs);
        EnterItems(decision, record.Kind);
        return decision;
    }

    private ImportDecision AsReviewed(ReadRecord read, ImportLine line, long? target, ImportDecision? sameAs)
    {
        if (target is not null || sameAs is { Outcome: not ImportOutcome.Rejected })
            return new ImportDecision(read, line.Outcome) { RecordId = target, SameAs = target is null ? sameAs : null, Match = new MatchScore(line.MatchPoints ?? 0, line.Remark ?? "") };
        var added = Added(read, null);
        added.Say("the record that it was found to be is no longer there");
        return added;
    }

    private ImportDecision? KnownAlready(ReadRecord read, BibliographicRecord record)
    {
        if (known.RecordWith(record.Fingerprint) is not { } id)
            return null;
        if (!known.Revives(record.Fingerprint))
            return new ImportDecision(read, ImportOutcome.Identical) { RecordId = id };
        var revived = new ImportDecision(read, ImportOutcome.Revived) { RecordId = id };
        revived.Say($"the library had deleted it as record {id}: it is there again");
        EnterItems(revived, record.Kind);
        return revived;
    }

    private ImportDecision Matched(ReadRecord read, BibliographicRecord record)
    {
        var key = MatchKey.Of(record);
        if (matches.Best(key) is not { } best)
            return Added(read, key);
        if (best.Score.Points < MatchScore.Certain)
        {
            var added = Added(read, key);
            added.Likely = best;
            added.Say($"may be the same as {best.Candidate.Name} ({best.Score.Points}: {best.Score.Reason})");
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
