using Microsoft.EntityFrameworkCore;
using Platform.Marc;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Import;
using Platform.Model.Catalogue.Mapping;
using Platform.Model.Catalogue.Standardising;

namespace Platform.Storage.Catalogue;

/// <summary>Makes review lists of a library's records, applies what was accepted, and undoes it exactly.</summary>
public static class Standardising
{
    /// <summary>Most records that one job looks at; the next job goes on behind the last one.</summary>
    public const int MostRecords = 5000;

    private const int ChunkSize = 500;

    /// <summary>A saved list of what the rules propose for the library's records behind a key. Nothing is changed.</summary>
    public static async Task<StandardisationJob> PreviewAsync(
        LibraryDb db, long libraryId, IReadOnlyList<StandardisationRule> rules, long after, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var (lines, examined, last) = (new List<StandardisationLine>(), 0, after);
        while (examined < MostRecords && await ChunkAsync(db, libraryId, last, Math.Min(ChunkSize, MostRecords - examined), cancellationToken) is { Count: > 0 } chunk)
        {
            foreach (var record in chunk.Where(r => r.Content.Bytes.Length > 0))
                lines.AddRange(LinesOf(record, rules));
            if (rules.Contains(StandardisationRule.Duplicates))
                lines.AddRange(await DuplicatesAsync(db, chunk, cancellationToken));
            (examined, last) = (examined + chunk.Count, chunk[^1].Id);
        }
        var job = new StandardisationJob { LibraryId = libraryId, Examined = examined, LastRecordId = last, CreatedAt = at };
        db.StandardisationJobs.Add(job);
        db.StandardisationLines.AddRange(lines.Select(line => Of(job, line)));
        await db.SaveChangesAsync(cancellationToken);
        return job;
    }

    /// <summary>Applies the accepted lines of a job. A record that somebody has worked on since stays as it is.</summary>
    public static async Task ApplyAsync(LibraryDb db, StandardisationJob job, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(job);
        var accepted = await db.StandardisationLines.AsNoTracking()
            .Where(l => l.JobId == job.Id && l.Decision == LineDecision.Accepted && l.Rule != StandardisationRule.Duplicates)
            .Select(l => new { l.RecordId, l.RecordVersion, l.Rule })
            .ToListAsync(cancellationToken);
        foreach (var chunk in accepted.GroupBy(l => l.RecordId).Chunk(ChunkSize))
        {
            var ids = chunk.Select(g => g.Key).ToList();
            var records = await db.Records.Include(r => r.Content).Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
            foreach (var lines in chunk)
                if (records.TryGetValue(lines.Key, out var record) && lines.All(l => l.RecordVersion == record.Version))
                    job.Changed += Apply(db, job, record, [.. lines.Select(l => l.Rule).Order()], at) ? 1 : 0;
        }
        (job.State, job.AppliedAt) = (StandardisationState.Applied, at);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Gives every record that the job changed its content back, unless somebody has worked on it since.</summary>
    /// <returns>How many records were left as they are.</returns>
    public static async Task<int> UndoAsync(LibraryDb db, StandardisationJob job, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(job);
        var left = 0;
        foreach (var chunk in (await db.StandardisedRecords.AsNoTracking().Where(r => r.JobId == job.Id).ToListAsync(cancellationToken)).Chunk(ChunkSize))
        {
            var ids = chunk.Select(r => r.RecordId).ToList();
            var records = await db.Records.Include(r => r.Content).Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
            foreach (var former in chunk)
            {
                if (!records.TryGetValue(former.RecordId, out var record) || record.Version != former.VersionAfter)
                {
                    left++;
                    continue;
                }
                CatalogueMapping.Describe(record, new RecordContent { Format = former.Format, Bytes = former.Bytes }.ToMarc());
                record.UpdatedAt = at;
            }
        }
        (job.State, job.UndoneAt) = (StandardisationState.Undone, at);
        await db.SaveChangesAsync(cancellationToken);
        return left;
    }

    private static Task<List<BibliographicRecord>> ChunkAsync(LibraryDb db, long libraryId, long after, int count, CancellationToken cancellationToken) => db.Records.AsNoTracking()
        .Include(r => r.Content).Where(r => r.LibraryId == libraryId && r.Id > after).OrderBy(r => r.Id).Take(count).ToListAsync(cancellationToken);

    // Each rule sees what the ones before it would make of the record, as it will when they are applied.
    private static IEnumerable<StandardisationLine> LinesOf(BibliographicRecord record, IReadOnlyList<StandardisationRule> rules)
    {
        var marc = record.Content.ToMarc();
        foreach (var rule in rules.Order())
        {
            if (Corrections.Propose(rule, marc) is not { } correction)
                continue;
            yield return Line(record, rule, Lines(marc, correction.Record), Lines(correction.Record, marc), correction.Reason, null);
            if (Corrections.IsSafe(rule))
                marc = correction.Record;
        }
    }

    private static async Task<IEnumerable<StandardisationLine>> DuplicatesAsync(LibraryDb db, List<BibliographicRecord> chunk, CancellationToken cancellationToken)
    {
        var clusters = await Clusters.OfAsync(db, [.. chunk.Select(r => r.Id)], cancellationToken);
        // Each pair once: the newer record names the older one.
        return chunk.SelectMany(record => clusters[record.Id].Where(m => m.RecordId < record.Id).Take(1).Select(other => Line(
            record, StandardisationRule.Duplicates, record.Title, other.Title, $"{(other.Score.Points >= MatchScore.Certain ? "certain" : "likely")} ({other.Score.Points}: {other.Score.Reason})", other.RecordId)));
    }

    private static StandardisationLine Line(BibliographicRecord record, StandardisationRule rule, string before, string after, string? reason, long? other) => new()
    {
        JobId = 0,
        LibraryId = record.LibraryId,
        RecordId = record.Id,
        RecordVersion = record.Version,
        Rule = rule,
        Before = before,
        After = after,
        Reason = reason?[..Math.Min(reason.Length, Lengths.Title)],
        OtherRecordId = other,
        Decision = Corrections.IsSafe(rule) ? LineDecision.Accepted : LineDecision.Open,
    };

    private static StandardisationLine Of(StandardisationJob job, StandardisationLine line) => new()
    {
        JobId = 0,
        Job = job,
        LibraryId = line.LibraryId,
        RecordId = line.RecordId,
        RecordVersion = line.RecordVersion,
        Rule = line.Rule,
        Before = line.Before,
        After = line.After,
        Reason = line.Reason,
        OtherRecordId = line.OtherRecordId,
        Decision = line.Decision,
    };

    /// <summary>The fields that one state has and the other has not, one a line.</summary>
    private static string Lines(MarcRecord record, MarcRecord other) => string.Join('\n', record.Fields.Except(other.Fields).Select(f => f.ToString()));

    private static bool Apply(LibraryDb db, StandardisationJob job, BibliographicRecord record, IReadOnlyList<StandardisationRule> rules, DateTimeOffset at)
    {
        var present = record.Content.ToMarc();
        var corrected = rules.Aggregate(present, (marc, rule) => Corrections.Propose(rule, marc)?.Record ?? marc);
        if (corrected.Equals(present))
            return false;
        db.StandardisedRecords.Add(new StandardisedRecord
        {
            JobId = job.Id,
            RecordId = record.Id,
            Bytes = record.Content.Bytes,
            Format = record.Content.Format,
            VersionAfter = record.Version + 1,
        });
        CatalogueMapping.Describe(record, corrected);
        record.UpdatedAt = at;
        return true;
    }
}
