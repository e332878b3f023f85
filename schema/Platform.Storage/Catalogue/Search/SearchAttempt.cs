using Lucene.Net.Index;
using Lucene.Net.Search;
using Platform.Model.Catalogue.Search;
using Platform.Model.Text;

namespace Platform.Storage.Catalogue.Search;

/// <summary>One way to understand a search text; the next, more lenient one is tried when it finds nothing.</summary>
/// <param name="Leniency">How lenient it is.</param>
/// <param name="Query">What it looks for.</param>
/// <param name="Words">The folded words it takes for those typed.</param>
internal sealed record SearchAttempt(SearchLeniency Leniency, Query Query, IEnumerable<string> Words)
{
    // Of so many words, one that is not there is likelier a slip than an error in each of the others.
    private const int ManyWords = 6;
    private const int FewestToMissOne = 3;

    /// <summary>All ways, strictest first; each is made only when it is asked for.</summary>
    public static IEnumerable<SearchAttempt> For(SearchText text, IndexReader reader, LibraryNames libraries)
    {
        yield return Of(SearchLeniency.None, text, WordChoices.AsTyped(), libraries);
        if (Decoded(text) is { } decoded)
            yield return Of(SearchLeniency.KeyboardTyping, decoded, WordChoices.AsTyped(), libraries);
        if (text.Clauses.Count >= ManyWords)
            yield return Of(SearchLeniency.MissingWords, text, WordChoices.AsTyped(), libraries);
        yield return Of(SearchLeniency.Typos, text, WordChoices.WithTypos(reader), libraries);
        if (text.Clauses.Count >= FewestToMissOne)
            yield return Of(SearchLeniency.TyposAndMissingWords, text, WordChoices.WithTypos(reader), libraries);
    }

    private static SearchAttempt Of(SearchLeniency leniency, SearchText text, WordChoices words, LibraryNames libraries)
    {
        var query = new RecordQuery(words, libraries, text.HasMarks).Of(text, mayMissWords: leniency is SearchLeniency.MissingWords or SearchLeniency.TyposAndMissingWords);
        return new SearchAttempt(leniency, query, [.. words.All]);
    }

    // The text as an input method would have written it; null when nothing in it is such typing.
    private static SearchText? Decoded(SearchText text)
    {
        var clauses = text.Clauses.Select(clause => clause with { Words = [.. clause.Words.Select(Decoded)] }).ToList();
        return clauses.Zip(text.Clauses).All(pair => pair.First.Words.SequenceEqual(pair.Second.Words)) ? null : new SearchText(clauses);
    }

    private static SearchWord Decoded(SearchWord word) =>
        !word.HasMarks && KeyboardTyping.Decode(word.Folded) is { } decoded
            ? new SearchWord(VietnameseText.Fold(decoded), VietnameseSyllable.Exact(decoded), true)
            : word;
}
