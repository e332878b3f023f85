using Lucene.Net.Search;
using Microsoft.EntityFrameworkCore;
using Platform.Model.Access;
using Platform.Model.Catalogue.Search;
using Platform.Model.Text;

namespace Platform.Storage.Catalogue.Search;

/// <summary>Searches the node's Lucene index.</summary>
internal sealed class LuceneRecordSearch(SearchIndex index, LibraryDbFactory databases) : IRecordSearch
{
    private const int MostHits = 1000;
    private const int SuggestionCandidates = 50;

    private static readonly RecordSearchPage Nothing =
        new([], 0, false, new Dictionary<RecordFacet, IReadOnlyList<FacetValue>>(), SearchLeniency.None, new Highlighting([]));

    public async Task<RecordSearchPage> SearchAsync(RecordSearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfNegative(request.First);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.First, MostHits);
        var after = request.After is null ? null : SearchCursor.Parse(request.After, request.Order);
        var text = SearchText.Parse(request.Text);
        var libraries = await LibraryNames.ForAsync(databases, text, request.Filter, cancellationToken);
        // Lucene reads memory-mapped files: there is nothing to await, and a search is too short to be worth another thread.
        return index.Search(searcher => Search(new Asked(searcher, request, text, after, libraries), cancellationToken), Nothing);
    }

    public bool IsCursor(string text, RecordSearchOrder order) => SearchCursor.TryParse(text, order) is not null;

    public async Task<IReadOnlyList<string>> SuggestAsync(string beginning, int count, CancellationToken cancellationToken)
    {
        var words = SearchWord.In(beginning).ToList();
        if (words.Sum(word => word.Folded.Length) < 2)
            return [];
        var ids = index.Search(searcher => SuggestionQuery.Find(searcher, words, SuggestionCandidates), []).ToList();
        await using var db = databases.For(Scope.Anonymous);
        var records = await db.Records.AsNoTracking().Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Title, r.Author }).ToListAsync(cancellationToken);
        return [.. records.OrderBy(r => ids.IndexOf(r.Id)).Select(r => TextOf(r.Title, r.Author, words)).Distinct().Take(count)];
    }

    public Task<IReadOnlyList<RecordTerm>> ScanAsync(SearchField field, string beginning, int position, int count, CancellationToken cancellationToken) =>
        Task.FromResult(index.Search(searcher => TermScan.Of(searcher, field, beginning, position, count), []));

    private static string TextOf(string title, string? author, IReadOnlyList<SearchWord> words) =>
        author is not null && SuggestionQuery.Matches(VietnameseText.Fold(author), words) ? author : title;

    private static RecordSearchPage Search(Asked asked, CancellationToken cancellationToken)
    {
        if (asked.Request.Expression is { } expression)
            return Page(asked, RecordQuery.Of(expression, asked.Libraries), SearchLeniency.None, expression.Words.Select(word => word.Folded));
        if (string.IsNullOrWhiteSpace(asked.Request.Text))
            return Page(asked, new MatchAllDocsQuery(), SearchLeniency.None, []);
        if (asked.Text.Clauses.Count == 0)
            return Nothing;
        var attempts = SearchAttempt.For(asked.Text, asked.Searcher.IndexReader, asked.Libraries);
        foreach (var attempt in attempts.SkipWhile(a => a.Leniency < (asked.After?.Leniency ?? SearchLeniency.None)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = Page(asked, attempt.Query, attempt.Leniency, attempt.Words);
            if (page.Total > 0 || asked.After is not null)
                return page;
        }
        return Nothing;
    }

    private static RecordSearchPage Page(Asked asked, Query query, SearchLeniency leniency, IEnumerable<string> words)
    {
        var (searcher, request) = (asked.Searcher, asked.Request);
        var sort = SearchCursor.SortOf(request.Order);
        // One more than asked for tells whether the page has a next one.
        var hits = TopFieldCollector.Create(sort, request.First + 1, asked.After?.ToFieldDoc(), true, request.Order is RecordSearchOrder.Relevance, false, false);
        var facets = request.Facets.Distinct().ToDictionary(facet => facet, facet => FacetCounts.Of(facet, searcher.IndexReader));
        searcher.Search(RecordFilter.Apply(query, request.Filter, asked.Libraries), MultiCollector.Wrap([hits, .. facets.Values]));
        var found = hits.GetTopDocs().ScoreDocs;
        return new RecordSearchPage(
            [.. found.Take(request.First).Cast<FieldDoc>().Select(hit => HitOf(hit, request.Order, leniency))],
            hits.TotalHits,
            found.Length > request.First,
            facets.ToDictionary(facet => facet.Key, facet => facet.Value.Top(request.FacetValues)),
            leniency,
            new Highlighting(words));
    }

    private static RecordHit HitOf(FieldDoc hit, RecordSearchOrder order, SearchLeniency leniency) => new(
        Convert.ToInt64(hit.Fields[^1], System.Globalization.CultureInfo.InvariantCulture),
        order is RecordSearchOrder.Relevance ? (int)Convert.ToSingle(hit.Fields[0], System.Globalization.CultureInfo.InvariantCulture) : 0,
        SearchCursor.Of(hit, order, leniency));

    private sealed record Asked(IndexSearcher Searcher, RecordSearchRequest Request, SearchText Text, SearchCursor? After, LibraryNames Libraries);
}
