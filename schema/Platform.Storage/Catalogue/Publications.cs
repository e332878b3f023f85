using Platform.Model.Catalogue.Import;

namespace Platform.Storage.Catalogue;

/// <summary>
/// Records put together to publications: first those that the hub decided to be the same, then the surest matches before the less sure,
/// as far as they are certain. Two records that the hub parted never come into one, not even by way of a third.
/// </summary>
internal sealed class Publications
{
    private readonly Dictionary<long, List<long>> _sets = [];
    private readonly Dictionary<long, HashSet<long>> _parted = [];

    private Publications()
    {
    }

    public static Publications None { get; } = new();

    /// <summary>Puts the records together.</summary>
    /// <param name="records">The records.</param>
    /// <param name="decisions">What the hub decided of two of them, the smaller key first.</param>
    public static Publications Of(IReadOnlyCollection<ClusterPool.Candidate> records, IReadOnlyDictionary<(long One, long Other), bool> decisions)
    {
        var publications = new Publications();
        foreach (var record in records)
            publications._sets[record.Id] = [record.Id];
        foreach (var (one, other) in decisions.Where(d => !d.Value).Select(d => d.Key))
            publications.Part(one, other);
        foreach (var (one, other) in decisions.Where(d => d.Value).Select(d => d.Key).Order())
            publications.Join(one, other);
        var decided = decisions.Keys.SelectMany(pair => new[] { pair.One, pair.Other }).ToHashSet();
        foreach (var match in Matches(records, decided).OrderByDescending(m => m.Points).ThenBy(m => m.One).ThenBy(m => m.Other))
            publications.Join(match.One, match.Other);
        return publications;
    }

    /// <summary>All records of the publication, itself first.</summary>
    public IReadOnlyList<long> MembersOf(long id) => _sets.TryGetValue(id, out var set) ? [id, .. set.Where(other => other != id).Order()] : [id];

    private void Part(long one, long other)
    {
        (_parted.TryGetValue(one, out var ofOne) ? ofOne : _parted[one] = []).Add(other);
        (_parted.TryGetValue(other, out var ofOther) ? ofOther : _parted[other] = []).Add(one);
    }

    private void Join(long one, long other)
    {
        if (!_sets.TryGetValue(one, out var set) || !_sets.TryGetValue(other, out var added) || set == added)
            return;
        if (set.Any(id => _parted.TryGetValue(id, out var parted) && parted.Overlaps(added)))
            return;
        set.AddRange(added);
        foreach (var id in added)
            _sets[id] = set;
    }

    // Only records that share a number, or title and author, can reach certainty. Those whose keys are the same are compared once.
    private static IEnumerable<(int Points, long One, long Other)> Matches(IReadOnlyCollection<ClusterPool.Candidate> records, HashSet<long> decided)
    {
        var alike = records.OrderBy(r => r.Id).GroupBy(r => (r.Key, decided.Contains(r.Id) ? r.Id : 0)).ToList();
        foreach (var group in alike)
            if (group.Key.Key.Compare(group.Key.Key).Points is >= MatchScore.Certain and var points)
                foreach (var other in group.Skip(1))
                    yield return (points, group.First().Id, other.Id);
        var firsts = alike.ConvertAll(group => group.First());
        var near = firsts.GroupBy(r => (r.Key.Title, r.Key.Author))
            .Concat(firsts.Where(r => r.Key.Isbn is not null).GroupBy(r => (r.Key.Isbn!, ""))) // filtered
            .Concat(firsts.Where(r => r.Key.ControlNumber is not null).GroupBy(r => (r.Key.Title, r.Key.ControlNumber!))); // filtered
        foreach (var group in near.Select(g => g.ToList()))
            for (var i = 0; i < group.Count; i++)
                for (var j = i + 1; j < group.Count; j++)
                    if (group[i].Key.Compare(group[j].Key).Points is >= MatchScore.Certain and var points)
                        yield return (points, group[i].Id, group[j].Id);
    }
}
