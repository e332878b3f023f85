using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Import;

namespace Platform.Storage.Catalogue;

/// <summary>Records of members that describe one publication, put together as they are asked for: always as the records are now, by what the hub decided, and explained.</summary>
public static class Clusters
{
    /// <summary>For each of the records those that are of the same publication, or likely are, surest first; what the hub parted is not among them. A bounded number of statements.</summary>
    public static async Task<IReadOnlyDictionary<long, IReadOnlyList<ClusterMember>>> OfAsync(LibraryDb db, IReadOnlyList<long> recordIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var pool = await ClusterPool.AroundAsync(db, recordIds, cancellationToken);
        var byTitle = pool.Records.Values.ToLookup(r => r.Key.Title, StringComparer.Ordinal);
        var byIsbn = pool.Records.Values.Where(r => r.Key.Isbn is not null).ToLookup(r => r.Key.Isbn!, StringComparer.Ordinal); // filtered
        return recordIds.Distinct().Where(pool.Records.ContainsKey).ToDictionary(id => id, id =>
        {
            var one = pool.Records[id];
            return Likely(pool, one, byTitle[one.Key.Title].Concat(one.Key.Isbn is { } isbn ? byIsbn[isbn] : []));
        });
    }

    /// <summary>For each of the records all those of its publication, itself first. Records of one publication are given the same ones.</summary>
    public static async Task<IReadOnlyDictionary<long, IReadOnlyList<long>>> PublicationsAsync(LibraryDb db, IReadOnlyList<long> recordIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var pool = await ClusterPool.AroundAsync(db, recordIds, cancellationToken);
        return recordIds.Distinct().ToDictionary(id => id, pool.MembersOf);
    }

    /// <summary>Who has copies of each publication now, over all its records.</summary>
    public static async Task<IReadOnlyDictionary<long, IReadOnlyList<Holding>>> HoldingsAsync(LibraryDb db, IReadOnlyList<long> recordIds, CancellationToken cancellationToken)
    {
        var members = (await PublicationsAsync(db, recordIds, cancellationToken)).ToDictionary(p => p.Key, p => p.Value.ToHashSet());
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

    private static IReadOnlyList<ClusterMember> Likely(ClusterPool pool, ClusterPool.Candidate one, IEnumerable<ClusterPool.Candidate> near)
    {
        var members = pool.MembersOf(one.Id).ToHashSet();
        return
        [
            .. near.Concat(members.Select(id => pool.Records[id])).DistinctBy(o => o.Id)
                .Where(o => o.Id != one.Id && pool.DecisionOn(one.Id, o.Id) is not false)
                .Select(o => new ClusterMember(o.Id, o.Title, o.LibraryId, o.LibraryName, one.Key.Compare(o.Key), members.Contains(o.Id), pool.DecisionOn(one.Id, o.Id) is not null))
                .Where(m => m.IsCertain || m.Score.Points >= MatchScore.Likely)
                .OrderByDescending(m => m.IsCertain).ThenByDescending(m => m.Score.Points).ThenBy(m => m.RecordId),
        ];
    }
}

/// <summary>A record that is of the same publication as another, or likely is.</summary>
/// <param name="RecordId">Its key.</param>
/// <param name="Title">Its title.</param>
/// <param name="LibraryId">The library that catalogued it.</param>
/// <param name="LibraryName">Its name.</param>
/// <param name="Score">How surely, and why.</param>
/// <param name="IsCertain">Whether it is taken for the same.</param>
/// <param name="IsDecided">Whether the hub decided so.</param>
public sealed record ClusterMember(long RecordId, string Title, long LibraryId, string LibraryName, MatchScore Score, bool IsCertain, bool IsDecided);

/// <summary>A library's copies of a publication now; lost and withdrawn ones are not counted.</summary>
/// <param name="LibraryId">The library.</param>
/// <param name="LibraryCode">Its code.</param>
/// <param name="LibraryName">Its name.</param>
/// <param name="Copies">Its copies.</param>
/// <param name="Available">Those that could be lent now.</param>
/// <param name="OnLoan">Those on loan.</param>
public sealed record Holding(long LibraryId, string LibraryCode, string LibraryName, int Copies, int Available, int OnLoan);
