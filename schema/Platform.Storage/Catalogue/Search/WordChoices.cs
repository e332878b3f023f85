using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Platform.Model.Catalogue.Search;

namespace Platform.Storage.Catalogue.Search;

/// <summary>The words of the index that stand for a typed word: itself, or also those one typing error away.</summary>
internal sealed class WordChoices
{
    private const int MostChoices = 48;

    // A syllable of two letters with one of them wrong could be anything.
    private const int ShortestWithTypo = 3;

    private readonly IndexReader? _reader;
    private readonly Dictionary<string, IReadOnlyList<string>> _known = new(StringComparer.Ordinal);

    private WordChoices(IndexReader? reader) => _reader = reader;

    /// <summary>Every word stands for itself only.</summary>
    public static WordChoices AsTyped() => new(null);

    /// <summary>One wrong, missing, doubled or swapped letter is forgiven in each word.</summary>
    public static WordChoices WithTypos(IndexReader reader) => new(reader);

    /// <summary>All words that were chosen so far, for highlighting.</summary>
    public IEnumerable<string> All => _known.Values.SelectMany(choices => choices);

    /// <summary>The folded words that stand for the word, itself first.</summary>
    public IReadOnlyList<string> Of(SearchWord word)
    {
        if (!_known.TryGetValue(word.Folded, out var choices))
            _known[word.Folded] = choices = _reader is null ? [word.Folded] : [word.Folded, .. Similar(_reader, word.Folded)];
        return choices;
    }

    private static IEnumerable<string> Similar(IndexReader reader, string word)
    {
        var terms = MultiFields.GetTerms(reader, IndexFields.Any);
        if (terms is null || word.Length < ShortestWithTypo || word.Any(char.IsAsciiDigit))
            return [];
        var similar = new List<(string Word, int Frequency)>();
        var found = new FuzzyTermsEnum(terms, new AttributeSource(), new Term(IndexFields.Any, word), 1, 0, transpositions: true);
        while (found.MoveNext())
            if (found.Term.Utf8ToString() is var term && term != word)
                similar.Add((term, found.DocFreq));
        return similar.OrderByDescending(s => s.Frequency).ThenBy(s => s.Word, StringComparer.Ordinal).Take(MostChoices).Select(s => s.Word);
    }
}
