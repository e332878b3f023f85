namespace Platform.Model.Catalogue.Search;

/// <summary>What another program looks for: clauses joined by and, or, not. Taken as it is; nothing in it is stretched to find more.</summary>
public abstract record SearchExpression
{
    /// <summary>Every record.</summary>
    public sealed record Every : SearchExpression;

    /// <summary>Records that match a clause.</summary>
    /// <param name="Of">The clause, with words.</param>
    public sealed record Matching(SearchClause Of) : SearchExpression;

    /// <summary>Records that both match.</summary>
    public sealed record Both(SearchExpression One, SearchExpression Other) : SearchExpression;

    /// <summary>Records that either matches.</summary>
    public sealed record Either(SearchExpression One, SearchExpression Other) : SearchExpression;

    /// <summary>Records that the one matches and the other does not.</summary>
    public sealed record Without(SearchExpression One, SearchExpression Other) : SearchExpression;

    private SearchExpression()
    {
    }

    /// <summary>The words of all clauses.</summary>
    public IEnumerable<SearchWord> Words => this switch
    {
        Matching matching => matching.Of.Words,
        Both both => both.One.Words.Concat(both.Other.Words),
        Either either => either.One.Words.Concat(either.Other.Words),
        Without without => without.One.Words,
        _ => [],
    };
}
