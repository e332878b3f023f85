using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Import;

namespace Platform.Storage.Catalogue;

/// <summary>Records of members that describe one publication, put together as they are asked for: always as the records are now, and explained.</summary>
public static class Clusters
{
    private const int MostCandidates = 5000;

    /// <summary>For each of the records those that are likely the same publication, surest first; a constant number of statements.</summary>
    public static async Task<IReadOnlyDictionary<long, IReadOnlyList<ClusterMember>>> OfAsync(LibraryDb db, IReadOnlyList<long> recordIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var asked = db.Records.AsNoTracking().Where(r => recordIds.Contains(r.Id));
        var candidates = await db.Records.AsNoTracking()
            .Where(r => recordIds.Contains(r.Id) || asked.Any(a => a.TitleKey == r.TitleKey || (a.Isbn != null && a.Isbn == r.Isbn)))
            .OrderBy(r => r.Id)
            .Select(r => new { r.Id, r.Title, r.LibraryId, r.Library.Name, r.TitleKey, r.Author, r.Publisher, r.PublicationYear, r.Isbn, r.ControlNumber })
            .Take(MostCandidates)
            .ToListAsync(cancellationToken);
        var keyed = candidates.ConvertAll(r => (Member: new ClusterMember(r.Id, r.Title, r.LibraryId, r.Name, new MatchScore(0, "")), Key: MatchKey.Of(r.TitleKey, r.Author, r.Publisher, r.PublicationYear, r.Isbn, r.ControlNumber)));
        var byTitle = keyed.ToLookup(k => k.Key.Title, StringComparer.Ordinal);
        var byIsbn = keyed.Where(k => k.Key.Isbn is not null).ToLookup(k => k.Key.Isbn!, StringComparer.Ordinal); // filtered
        return keyed.Where(k => recordIds.Contains(k.Member.RecordId)).ToDictionary(k => k.Member.RecordId, k => Likely(k, byTitle[k.Key.Title].Concat(k.Key.Isbn is { } isbn ? byIsbn[isbn] : [])));
    }

    /// <summary>Who has copies of each publication now, over all records of its cluster that are certain.</summary>
    public static async Task<IReadOnlyDictionary<long, IReadOnlyList<Holding>>> HoldingsAsync(LibraryDb db, IReadOnlyList<long> recordIds, CancellationToken cancellationToken)
    {
        var clusters = await OfAsync(db, recordIds, cancellationToken);
        var members = clusters.ToDictionary(c => c.Key, c => c.Value.Where(m => m.Score.Points >= MatchScore.Certain).Select(m => m.RecordId).Append(c.Key).ToHashSet());
        var all = members.Values.SelectMany(m => m).Distinct().ToList();
        // Who borrowed is the library's own business: only how many copies are out is counted.
        var loans = db.Loans.IgnoreQueryFilters([LibraryDb.ScopeFilter]).Where(l => l.ReturnedAt == null);
        var kept = db.Holds.IgnoreQueryFilters([LibraryDb.ScopeFilter]).Where(h => h.ClosedAt == null);
        var copies = await db.Items.AsNoTracking()
            .Where(i => all.Contains(i.RecordId) && i.Status != ItemStatus.Withdrawn && i.Status != ItemStatus.Lost)
            .Select(i => new { i.RecordId, i.LibraryId, i.Library.Code, i.Library.Name, i.Status, IsLent = loans.Any(l => l.ItemId == i.Id), IsKept = kept.Any(h => h.ItemId == i.Id) })
            .ToListAsync(cancellationToken);
        return members.ToDictionary(m => m.Key, m => (IReadOnlyList<Holding>)
        [
            .. copies.Where(c => m.Value.Contains(c.RecordId)).GroupBy(c => (c.LibraryId, c.Code, c.Name)).OrderBy(g => g.Key.Code, StringComparer.Ordinal)
                .Select(g => new Holding(g.Key.LibraryId, g.Key.Code, g.Key.Name, g.Count(), g.Count(c => !c.IsLent && !c.IsKept && c.Status == ItemStatus.InStock), g.Count(c => c.IsLent))),
        ]);
    }

    private static IReadOnlyList<ClusterMember> Likely((ClusterMember Member, MatchKey Key) one, IEnumerable<(ClusterMember Member, MatchKey Key)> others) =>
    [
        .. others.Where(o => o.Member.RecordId != one.Member.RecordId).DistinctBy(o => o.Member.RecordId)
            .Select(o => o.Member with { Score = one.Key.Compare(o.Key) })
            .Where(m => m.Score.Points >= MatchScore.Likely)
            .OrderByDescending(m => m.Score.Points).ThenBy(m => m.RecordId),
    ];
}

/// <summary>A record that is likely of the same publication as another.</summary>
/// <param name="RecordId">Its key.</param>
/// <param name="Title">Its title.</param>
/// <param name="LibraryId">The library that catalogued it.</param>
/// <param name="LibraryName">Its name.</param>
/// <param name="Score">How surely, and why.</param>
public sealed record ClusterMember(long RecordId, string Title, long LibraryId, string LibraryName, MatchScore Score);

/// <summary>A library's copies of a publication now; lost and withdrawn ones are not counted.</summary>
/// <param name="LibraryId">The library.</param>
/// <param name="LibraryCode">Its code.</param>
/// <param name="LibraryName">Its name.</param>
/// <param name="Copies">Its copies.</param>
/// <param name="Available">Those that could be lent now.</param>
/// <param name="OnLoan">Those on loan.</param>
public sealed record Holding(long LibraryId, string LibraryCode, string LibraryName, int Copies, int Available, int OnLoan);
