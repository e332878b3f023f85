using Lucene.Net.Index;
using Lucene.Net.Search;
using Platform.Model.Catalogue.Search;

namespace Platform.Storage.Catalogue.Search;

/// <summary>Finds records whose title or author has all typed words, the last of them as the beginning of a word.</summary>
internal static class SuggestionQuery
{
    private const float FromBegin = 40;
    private const float InTitle = 4;
    private const float InAuthor = 6;

    /// <summary>Keys of the likeliest records, likeliest first.</summary>
    public static IReadOnlyList<long> Find(IndexSearcher searcher, IReadOnlyList<SearchWord> words, int count)
    {
        var last = Beginnings(searcher.IndexReader, words[^1].Folded);
        if (last.Length == 0)
            return [];
        var query = new BooleanQuery(disableCoord: true)
        {
            { InField(IndexFields.Title, words, last, InTitle), Occur.SHOULD },
            { InField(IndexFields.Author, words, last, InAuthor), Occur.SHOULD },
            { FromFirstWord(words, last), Occur.SHOULD },
        };
        var hits = searcher.Search(query, null, count, SearchCursor.SortOf(RecordSearchOrder.Relevance), true, false);
        return [.. hits.ScoreDocs.Cast<FieldDoc>().Select(hit => Convert.ToInt64(hit.Fields[^1], System.Globalization.CultureInfo.InvariantCulture))];
    }

    /// <summary>Whether a folded text has the typed words.</summary>
    public static bool Matches(string folded, IReadOnlyList<SearchWord> words)
    {
        var present = folded.Split(' ');
        return words.Take(words.Count - 1).All(w => present.Contains(w.Folded)) && present.Any(p => p.StartsWith(words[^1].Folded, StringComparison.Ordinal));
    }

    private static BooleanQuery InField(string field, IReadOnlyList<SearchWord> words, string[] last, float weight)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var word in words.Take(words.Count - 1))
            query.Add(new TermQuery(new Term(field, word.Folded)) { Boost = weight }, Occur.MUST);
        var any = new DisjunctionMaxQuery(0);
        foreach (var word in last)
            any.Add(new TermQuery(new Term(field, word)) { Boost = weight });
        query.Add(any, Occur.MUST);
        return query;
    }

    private static MultiPhraseQuery FromFirstWord(IReadOnlyList<SearchWord> words, string[] last)
    {
        var phrase = new MultiPhraseQuery { Boost = FromBegin };
        phrase.Add(new Term(IndexFields.Title, IndexFields.Begin));
        foreach (var word in words.Take(words.Count - 1))
            phrase.Add(new Term(IndexFields.Title, word.Folded));
        phrase.Add([.. last.Select(word => new Term(IndexFields.Title, word))]);
        return phrase;
    }

    // The most frequent words of the index that begin so.
    private static string[] Beginnings(IndexReader reader, string prefix)
    {
        const int MostWords = 64;
        var terms = MultiFields.GetTerms(reader, IndexFields.Any)?.GetEnumerator();
        if (terms is null || terms.SeekCeil(new Lucene.Net.Util.BytesRef(prefix)) is TermsEnum.SeekStatus.END)
            return [];
        var found = new List<(string Word, int Frequency)>();
        do
        {
            if (terms.Term.Utf8ToString() is var word && !word.StartsWith(prefix, StringComparison.Ordinal))
                break;
            found.Add((word, terms.DocFreq));
        }
        while (terms.MoveNext());
        return [.. found.OrderByDescending(f => f.Frequency).Take(MostWords).Select(f => f.Word)];
    }
}
