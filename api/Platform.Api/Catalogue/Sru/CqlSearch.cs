using System.Globalization;
using Platform.Model.Catalogue.Search;
using Platform.Model.Catalogue.Search.Cql;

namespace Platform.Api.Catalogue.Sru;

/// <summary>What a CQL query means to the search of the union catalogue.</summary>
internal static class CqlSearch
{
    private const int LastYear = 9999;

    /// <summary>The indexes by all their names, the first name being the one that explains them.</summary>
    public static IReadOnlyList<SruIndex> Indexes { get; } =
    [
        new(SearchField.Any, "Anywhere", ["cql.serverchoice", "cql.anywhere", "cql.keywords", "anywhere", "keyword", "any"]),
        new(SearchField.Title, "Title", ["dc.title", "bath.title", "title"]),
        new(SearchField.Author, "Author or contributor", ["dc.creator", "dc.contributor", "dc.author", "bath.author", "bath.name", "author"]),
        new(SearchField.Subject, "Subject", ["dc.subject", "bath.subject", "subject"]),
        new(SearchField.Publisher, "Publisher or place", ["dc.publisher", "bath.publisher", "publisher"]),
        new(SearchField.Series, "Series", ["bath.seriestitle", "series"]),
        new(SearchField.Year, "Year of publication", ["dc.date", "bath.date", "date", "year"]),
        new(SearchField.Isbn, "ISBN", ["bath.isbn", "dc.identifier", "isbn"]),
        new(SearchField.CallNumber, "Call number, from its beginning", ["bath.callnumber", "callnumber"]),
    ];

    /// <summary>The query as the search takes it.</summary>
    /// <exception cref="CqlException">It asks for what the search does not have.</exception>
    public static SearchExpression Of(CqlNode node) => node switch
    {
        CqlBoolean { Modifiers.Count: > 0 } boolean => throw new CqlException(46, boolean.Modifiers[0]),
        CqlBoolean { Operator: "and" } both => new SearchExpression.Both(Of(both.Left), Of(both.Right)),
        CqlBoolean { Operator: "or" } either => new SearchExpression.Either(Of(either.Left), Of(either.Right)),
        CqlBoolean { Operator: "not" } without => new SearchExpression.Without(Of(without.Left), Of(without.Right)),
        CqlBoolean boolean => throw new CqlException(37, boolean.Operator),
        CqlClause clause => Of(clause),
        _ => throw new InvalidOperationException($"Unknown part {node}."),
    };

    /// <summary>The order that the sort keys ask for.</summary>
    /// <exception cref="CqlException">The search has no such order.</exception>
    public static RecordSearchOrder OrderOf(IReadOnlyList<CqlSortKey> keys)
    {
        if (keys.Count == 0)
            return RecordSearchOrder.Relevance;
        if (keys.Count > 1)
            throw new CqlException(84, "1");
        var isDescending = keys[0].Modifiers.Contains("sort.descending");
        return IndexOf(keys[0].Index).Field switch
        {
            SearchField.Title when !isDescending => RecordSearchOrder.Title,
            SearchField.Year => isDescending ? RecordSearchOrder.Newest : RecordSearchOrder.Oldest,
            _ => throw new CqlException(80, keys[0].Index),
        };
    }

    /// <summary>The index with the name.</summary>
    /// <exception cref="CqlException">There is none.</exception>
    public static SruIndex IndexOf(string? name) =>
        name is null ? Indexes[0] : Indexes.FirstOrDefault(index => index.Names.Contains(name)) ?? throw new CqlException(16, name);

    private static SearchExpression Of(CqlClause clause)
    {
        if (clause.Index is "cql.allrecords")
            return new SearchExpression.Every();
        var index = IndexOf(clause.Index);
        if (clause.Modifiers.FirstOrDefault(modifier => modifier is not ("relevant" or "cql.relevant" or "word" or "cql.word" or "string" or "cql.string")) is { } modifier)
            throw new CqlException(20, modifier);
        var term = TermOf(clause);
        if (index.Field is SearchField.Year)
            return new SearchExpression.Matching(SearchClause.Of(SearchField.Year, YearsOf(clause.Relation, term), isPhrase: false));
        return clause.Relation switch
        {
            "any" or "cql.any" => term.Split(' ').Where(part => SearchWord.In(part).Any()).Select(part => Matching(index.Field, part, false)).Aggregate((one, other) => new SearchExpression.Either(one, other)),
            "all" or "cql.all" or "scr" or "cql.scr" => Matching(index.Field, term, false),
            "=" or "adj" or "cql.adj" => Matching(index.Field, term, isPhrase: true),
            "==" or "exact" or "cql.exact" when index.Field is SearchField.Isbn => Matching(index.Field, term, false),
            _ => throw new CqlException(19, clause.Relation),
        };
    }

    private static SearchExpression Matching(SearchField field, string term, bool isPhrase) =>
        new SearchExpression.Matching(SearchClause.Of(field, term, isPhrase));

    private static string TermOf(CqlClause clause)
    {
        if (HasUnescaped(clause.Term, "*?"))
            throw new CqlException(28, clause.Term);
        if (HasUnescaped(clause.Term, "^"))
            throw new CqlException(32, clause.Term);
        var term = clause.Term.Replace("\\", "", StringComparison.Ordinal);
        return SearchWord.In(term).Any() ? term : throw new CqlException(27, clause.Term);
    }

    private static bool HasUnescaped(string term, string signs) =>
        term.Where((character, i) => signs.Contains(character, StringComparison.Ordinal) && (i == 0 || term[i - 1] != '\\')).Any();

    // A span of years is written as its first and last year.
    private static string YearsOf(string relation, string term)
    {
        var years = term.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? Math.Min(year, LastYear + 1) : -1).ToList();
        if (years.Count != (relation is "within" ? 2 : 1))
            throw new CqlException(24, $"{relation} {term}");
        var (first, last) = relation switch
        {
            "=" or "==" or "scr" or "all" or "any" or "exact" => (years[0], years[0]),
            ">" => (years[0] + 1, LastYear),
            ">=" => (years[0], LastYear),
            "<" => (1, years[0] - 1),
            "<=" => (1, years[0]),
            "within" => (years[0], years[1]),
            _ => throw new CqlException(19, relation),
        };
        return 1 <= first && first <= last && last <= LastYear
            ? string.Create(CultureInfo.InvariantCulture, $"{first} {last}")
            : throw new CqlException(24, $"{relation} {term}");
    }
}

/// <summary>An index of the catalogue.</summary>
/// <param name="Field">Where it looks.</param>
/// <param name="Title">What it is, for people.</param>
/// <param name="Names">Its names, in lower case.</param>
internal sealed record SruIndex(SearchField Field, string Title, IReadOnlyList<string> Names);
