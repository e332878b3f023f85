using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Import;

namespace Platform.Storage.Catalogue;

/// <summary>
/// Records that could be of the publications of some others, with the hub's decisions on them. It is widened until nothing belongs to
/// the publications that is not in it, in a few statements however many records are asked for.
/// </summary>
internal sealed class ClusterPool
{
    private const int MostCandidates = 5000;

    // By its numbers a publication leads to others with other titles, seldom, and from there hardly ever further.
    private const int MostRounds = 3;

    private readonly Dictionary<long, Candidate> _records = [];
    private readonly Dictionary<(long, long), bool> _decisions = [];
    private readonly HashSet<string> _titles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _isbns = new(StringComparer.Ordinal);
    private Publications _publications = Publications.None;

    /// <summary>The records, by their keys.</summary>
    public IReadOnlyDictionary<long, Candidate> Records => _records;

    /// <summary>The pool around these records; those that do not exist are not in it.</summary>
    public static async Task<ClusterPool> AroundAsync(LibraryDb db, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var pool = new ClusterPool();
        IReadOnlyCollection<long> asked = ids;
        var widened = new HashSet<long>();
        for (var round = 0; round < MostRounds && asked.Count > 0; round++)
        {
            await pool.WidenAsync(db, asked, cancellationToken);
            widened.UnionWith(asked);
            pool._publications = Publications.Of(pool._records.Values, pool._decisions);
            var members = ids.SelectMany(pool.MembersOf).ToHashSet();
            var partners = pool._decisions.Where(d => d.Value).SelectMany(d => members.Contains(d.Key.Item1) ? [d.Key.Item2] : members.Contains(d.Key.Item2) ? new[] { d.Key.Item1 } : []);
            asked = [.. members.Concat(partners).Distinct().Except(widened)];
        }
        return pool;
    }

    /// <summary>All records of the publication, itself first; itself alone when it is not in the pool.</summary>
    public IReadOnlyList<long> MembersOf(long id) => _publications.MembersOf(id);

    /// <summary>What the hub decided of two records; null when it did not.</summary>
    public bool? DecisionOn(long one, long other) => _decisions.TryGetValue(Pair(one, other), out var isSame) ? isSame : null;

    internal static (long, long) Pair(long one, long other) => one < other ? (one, other) : (other, one);

    private async Task WidenAsync(LibraryDb db, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var unknown = ids.Where(id => !_records.ContainsKey(id)).ToList();
        if (unknown.Count > 0)
            await LoadAsync(db.Records.Where(r => unknown.Contains(r.Id)), cancellationToken);
        var keys = ids.Where(_records.ContainsKey).Select(id => _records[id].Key).ToList();
        var titles = keys.Select(key => key.Title).Where(_titles.Add).ToList();
        var isbns = keys.Select(key => key.Isbn).OfType<string>().Where(_isbns.Add).ToList();
        if (titles.Count > 0 || isbns.Count > 0)
            await LoadAsync(db.Records.Where(r => titles.Contains(r.TitleKey) || isbns.Contains(r.Isbn!)), cancellationToken); // a null is in no list
        var known = _records.Keys.ToList();
        var decisions = await db.ClusterDecisions.IgnoreQueryFilters([LibraryDb.ScopeFilter]).AsNoTracking()
            .Where(d => d.UndoneAt == null && (known.Contains(d.RecordId) || known.Contains(d.OtherId)))
            .Select(d => new { d.RecordId, d.OtherId, d.IsSame }).ToListAsync(cancellationToken);
        foreach (var decision in decisions)
            _decisions[(decision.RecordId, decision.OtherId)] = decision.IsSame;
    }

    private async Task LoadAsync(IQueryable<BibliographicRecord> query, CancellationToken cancellationToken)
    {
        var rows = await query.AsNoTracking().OrderBy(r => r.Id)
            .Select(r => new { r.Id, r.Title, r.LibraryId, r.Library.Name, r.TitleKey, r.Author, r.Publisher, r.PublicationYear, r.Isbn, r.ControlNumber })
            .Take(MostCandidates).ToListAsync(cancellationToken);
        foreach (var r in rows)
            _records[r.Id] = new Candidate(r.Id, r.Title, r.LibraryId, r.Name, MatchKey.Of(r.TitleKey, r.Author, r.Publisher, r.PublicationYear, r.Isbn, r.ControlNumber));
    }

    /// <summary>A record that could be of a publication.</summary>
    internal sealed record Candidate(long Id, string Title, long LibraryId, string LibraryName, MatchKey Key);
}
