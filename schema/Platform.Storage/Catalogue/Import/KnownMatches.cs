using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue.Import;

namespace Platform.Storage.Catalogue.Import;

/// <summary>Records of all libraries that could be the publication of an incoming one: found by title or ISBN, then compared.</summary>
internal sealed class KnownMatches(LibraryDb db, bool remembers)
{
    private readonly Dictionary<string, List<Candidate>> _byTitle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Candidate>> _byIsbn = new(StringComparer.Ordinal);

    public async Task LoadAsync(IReadOnlyList<ReadRecord> chunk, CancellationToken cancellationToken)
    {
        if (!remembers)
        {
            _byTitle.Clear();
            _byIsbn.Clear();
        }
        var titles = chunk.Select(read => read.Record?.TitleKey).Where(key => key is { Length: > 0 }).Distinct().ToList();
        var isbns = chunk.Select(read => read.Record?.Isbn).OfType<string>().Distinct().ToList();
        var records = await db.Records.AsNoTracking()
            .Where(r => titles.Contains(r.TitleKey) || isbns.Contains(r.Isbn!)) // a null is in no list
            .Select(r => new { r.Id, r.TitleKey, r.Author, r.Publisher, r.PublicationYear, r.Isbn, r.ControlNumber })
            .ToListAsync(cancellationToken);
        foreach (var r in records)
            Add(new Candidate(r.Id, null, MatchKey.Of(r.TitleKey, r.Author, r.Publisher, r.PublicationYear, r.Isbn, r.ControlNumber)));
    }

    /// <summary>A record that is about to be added: copies of the same book further down belong to it.</summary>
    public void Add(ImportDecision added, MatchKey key) => Add(new Candidate(null, added, key));

    /// <summary>The candidate that is likeliest the same publication, if any is likely at all.</summary>
    public (Candidate Candidate, MatchScore Score)? Best(MatchKey key)
    {
        var candidates = _byTitle.GetValueOrDefault(key.Title, []).Concat(key.Isbn is null ? [] : _byIsbn.GetValueOrDefault(key.Isbn, []));
        (Candidate Candidate, MatchScore Score)? best = null;
        foreach (var candidate in candidates)
            if (key.Compare(candidate.Key) is var score && score.Points >= Math.Max(MatchScore.Likely, best?.Score.Points + 1 ?? 0))
                best = (candidate, score);
        return best;
    }

    private void Add(Candidate candidate)
    {
        ListOf(_byTitle, candidate.Key.Title).Add(candidate);
        if (candidate.Key.Isbn is { } isbn)
            ListOf(_byIsbn, isbn).Add(candidate);
    }

    private static List<Candidate> ListOf(Dictionary<string, List<Candidate>> lists, string key)
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = [];
        return list;
    }

    /// <summary>A record that is there, or one of this import that is about to be.</summary>
    internal sealed record Candidate(long? RecordId, ImportDecision? Decision, MatchKey Key)
    {
        /// <summary>What a remark calls it.</summary>
        public string Name => RecordId is { } id ? $"record {id}" : $"record {Decision?.Read.Number} of this file";
    }
}
