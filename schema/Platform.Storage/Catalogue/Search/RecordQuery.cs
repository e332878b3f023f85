using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Platform.Model.Catalogue.Search;

namespace Platform.Storage.Catalogue.Search;

/// <summary>The search text as a Lucene query. Weights are whole numbers: what they are to each other is all that ranking is.</summary>
internal sealed class RecordQuery(WordChoices words, LibraryNames libraries, bool hasMarks)
{
    // A record with the typed marks comes before any that only has the letters, whatever else speaks for the other.
    private const float ExactWord = 1000;
    private const float AnyWord = 2;
    private const float NumberMatch = 400;
    private const float Phrase = 30;
    private const float WholeTitle = 90;
    private const float WholeAuthor = 60;
    private const float Pair = 8;

    // Fewer words than this are too few to do without one.
    private const int FewWords = 3;

    private static readonly (string Field, float Weight)[] Fields =
    [
        (IndexFields.Title, 16), (IndexFields.OtherTitle, 8), (IndexFields.Author, 12), (IndexFields.Contributor, 6), (IndexFields.Subject, 6), (IndexFields.Series, 4),
    ];

    private static readonly string[] PhraseFields =
        [IndexFields.Title, IndexFields.OtherTitle, IndexFields.Author, IndexFields.Contributor, IndexFields.Subject, IndexFields.Series, IndexFields.Publisher];

    /// <summary>The query of the whole text.</summary>
    /// <param name="text">The text; with clauses.</param>
    /// <param name="mayMissWords">Whether a third of the words may be missing.</param>
    public Query Of(SearchText text, bool mayMissWords)
    {
        var query = new BooleanQuery(disableCoord: true);
        var plain = text.Clauses.Where(c => c is { Field: SearchField.Any, IsPhrase: false, IsExcluded: false }).ToList();
        foreach (var clause in text.Clauses.Except(plain))
            query.Add(Required(clause), clause.IsExcluded ? Occur.MUST_NOT : Occur.MUST);
        if (plain.Count > 0)
            query.Add(Plain(plain, mayMissWords), Occur.MUST);
        if (text.Clauses.All(c => c.IsExcluded))
            query.Add(new MatchAllDocsQuery(), Occur.MUST);
        AddSequence(query, [.. plain.SelectMany(c => c.Words)]);
        return query;
    }

    /// <summary>The query of an expression.</summary>
    public static Query Of(SearchExpression expression, LibraryNames libraries) => new RecordQuery(WordChoices.AsTyped(), libraries, expression.Words.Any(word => word.HasMarks)).Part(expression);

    private Query Part(SearchExpression expression) => expression switch
    {
        SearchExpression.Matching matching => Required(matching.Of),
        SearchExpression.Both both => Joined(both.One, Occur.MUST, both.Other, Occur.MUST),
        SearchExpression.Either either => Joined(either.One, Occur.SHOULD, either.Other, Occur.SHOULD),
        SearchExpression.Without without => Joined(without.One, Occur.MUST, without.Other, Occur.MUST_NOT),
        _ => new MatchAllDocsQuery(),
    };

    private BooleanQuery Joined(SearchExpression one, Occur oneOccurs, SearchExpression other, Occur otherOccurs) =>
        new(disableCoord: true) { { Part(one), oneOccurs }, { Part(other), otherOccurs } };

    private BooleanQuery Plain(List<SearchClause> clauses, bool mayMissWords)
    {
        var query = new BooleanQuery(disableCoord: true);
        var isLoose = mayMissWords && clauses.Count >= FewWords;
        foreach (var clause in clauses)
            query.Add(Required(clause), isLoose ? Occur.SHOULD : Occur.MUST);
        if (isLoose)
            query.MinimumNumberShouldMatch = clauses.Count - clauses.Count / FewWords;
        return query;
    }

    private Query Required(SearchClause clause) => clause.Field switch
    {
        SearchField.Any => Anywhere(clause),
        SearchField.Title => InFields(clause, IndexFields.Title, IndexFields.OtherTitle),
        SearchField.Author => InFields(clause, IndexFields.Author, IndexFields.Contributor),
        SearchField.Subject => InFields(clause, IndexFields.Subject),
        SearchField.Publisher => InFields(clause, IndexFields.Publisher),
        SearchField.Series => InFields(clause, IndexFields.Series),
        SearchField.Isbn => Weighted(new TermQuery(new Term(IndexFields.Isbn, clause.Words[0].Folded)), NumberMatch),
        SearchField.CallNumber => Weighted(new PrefixQuery(new Term(IndexFields.CallNumber, NumberKeys.Joined(clause.Typed))), NumberMatch),
        SearchField.RegistrationNumber => Weighted(new TermQuery(new Term(IndexFields.RegistrationNumber, NumberKeys.Joined(clause.Typed))), NumberMatch),
        SearchField.Year => Years(clause),
        SearchField.Type => Condition(TypeNames.Query(clause.Typed)),
        SearchField.Level => Condition(RecordFilter.InLibraries(libraries.AtLevel(clause.Typed))),
        SearchField.Library => Condition(RecordFilter.InLibraries(libraries.Named(clause.Typed))),
        _ => throw new InvalidOperationException($"Unknown field {clause.Field}."),
    };

    private Query Anywhere(SearchClause clause)
    {
        if (clause.IsPhrase && clause.Words.Count > 1)
            return WithMarks(AnyOf(PhraseFields.Select(field => PhraseIn(field, clause.Words, Phrase))), clause.Words);
        var everyWord = new BooleanQuery(disableCoord: true);
        foreach (var word in clause.Words)
            everyWord.Add(OneWord(word), Occur.MUST);
        if (!clause.Typed.Any(char.IsAsciiDigit))
            return everyWord;
        var joined = NumberKeys.Joined(clause.Typed);
        return AnyOf(
        [
            everyWord,
            Weighted(new TermQuery(new Term(IndexFields.RegistrationNumber, joined)), NumberMatch),
            Weighted(new TermQuery(new Term(IndexFields.CallNumber, joined)), NumberMatch),
            Weighted(new TermQuery(new Term(IndexFields.Isbn, joined)), NumberMatch),
        ]);
    }

    private BooleanQuery OneWord(SearchWord word)
    {
        var query = new BooleanQuery(disableCoord: true) { { Term(IndexFields.Any, word, AnyWord), Occur.MUST } };
        foreach (var (field, weight) in Fields)
            query.Add(Term(field, word, weight), Occur.SHOULD);
        if (hasMarks)
            query.Add(Weighted(new TermQuery(new Term(IndexFields.Exact, word.Exact)), ExactWord), Occur.SHOULD);
        return query;
    }

    private Query InFields(SearchClause clause, params string[] fields)
    {
        if (clause.IsPhrase)
            return WithMarks(AnyOf(fields.Select(field => PhraseIn(field, clause.Words, Phrase))), clause.Words);
        var query = new BooleanQuery(disableCoord: true);
        foreach (var word in clause.Words)
            query.Add(AnyOf(fields.Select((field, i) => Term(field, word, Phrase / (i + 1)))), Occur.MUST);
        return WithMarks(query, clause.Words);
    }

    // It narrows, and says nothing of how well a record fits.
    private static ConstantScoreQuery Condition(Query query) => new(query) { Boost = 0 };

    private static Query Years(SearchClause clause)
    {
        var years = clause.Words.Select(w => int.TryParse(w.Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : -1).ToList();
        return Weighted(NumericRangeQuery.NewInt32Range(IndexFields.Year, 8, years.Min(), years.Max(), true, true), AnyWord);
    }

    private BooleanQuery WithMarks(Query query, IReadOnlyList<SearchWord> typed)
    {
        var marked = new BooleanQuery(disableCoord: true) { { query, Occur.MUST } };
        foreach (var word in hasMarks ? typed : [])
            marked.Add(Weighted(new TermQuery(new Term(IndexFields.Exact, word.Exact)), ExactWord), Occur.SHOULD);
        return marked;
    }

    // What the words are together: the whole title, its beginning, an author's full name, neighbours in the order typed.
    private void AddSequence(BooleanQuery query, IReadOnlyList<SearchWord> typed)
    {
        if (typed.Count == 0)
            return;
        query.Add(PhraseIn(IndexFields.Title, typed, WholeTitle, fromBegin: true, toEnd: true), Occur.SHOULD);
        query.Add(PhraseIn(IndexFields.Title, typed, Phrase, fromBegin: true), Occur.SHOULD);
        if (typed.Count < 2)
            return;
        query.Add(PhraseIn(IndexFields.Title, typed, Phrase), Occur.SHOULD);
        query.Add(PhraseIn(IndexFields.Author, typed, WholeAuthor), Occur.SHOULD);
        for (var i = 0; typed.Count > 2 && i + 1 < typed.Count; i++)
        {
            query.Add(PhraseIn(IndexFields.Title, [typed[i], typed[i + 1]], Pair), Occur.SHOULD);
            query.Add(PhraseIn(IndexFields.Author, [typed[i], typed[i + 1]], Pair), Occur.SHOULD);
        }
    }

    private MultiPhraseQuery PhraseIn(string field, IReadOnlyList<SearchWord> typed, float weight, bool fromBegin = false, bool toEnd = false)
    {
        var phrase = new MultiPhraseQuery { Boost = weight };
        if (fromBegin)
            phrase.Add(new Term(field, IndexFields.Begin));
        foreach (var word in typed)
            phrase.Add([.. words.Of(word).Select(choice => new Term(field, choice))]);
        if (toEnd)
            phrase.Add(new Term(field, IndexFields.End));
        return phrase;
    }

    private Query Term(string field, SearchWord word, float weight)
    {
        var choices = words.Of(word);
        return choices.Count == 1
            ? Weighted(new TermQuery(new Term(field, choices[0])), weight)
            : AnyOf(choices.Select((choice, i) => Weighted(new TermQuery(new Term(field, choice)), i == 0 ? weight * 2 : weight)));
    }

    private static DisjunctionMaxQuery AnyOf(IEnumerable<Query> queries)
    {
        var any = new DisjunctionMaxQuery(0);
        foreach (var query in queries)
            any.Add(query);
        return any;
    }

    private static Query Weighted(Query query, float weight)
    {
        query.Boost = weight;
        return query;
    }
}
