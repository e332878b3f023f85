namespace Platform.Model.Catalogue.Search.Cql;

/// <summary>A query in the Contextual Query Language, taken apart.</summary>
/// <param name="Root">The clauses.</param>
/// <param name="Sort">The sort keys, first one first.</param>
public sealed record CqlQuery(CqlNode Root, IReadOnlyList<CqlSortKey> Sort);

/// <summary>A clause, or two joined by a boolean operator.</summary>
public abstract record CqlNode;

/// <summary>A search clause.</summary>
/// <param name="Index">Name of the index with its context set's short name as it is known here, in lower case; null for none.</param>
/// <param name="Relation">The relation in lower case; <c>scr</c> when none was given.</param>
/// <param name="Modifiers">Relation modifiers, in lower case.</param>
/// <param name="Term">The term, escapes of quotes resolved.</param>
public sealed record CqlClause(string? Index, string Relation, IReadOnlyList<string> Modifiers, string Term) : CqlNode;

/// <summary>Two parts joined by an operator.</summary>
/// <param name="Operator"><c>and</c>, <c>or</c>, <c>not</c> or <c>prox</c>.</param>
/// <param name="Modifiers">Its modifiers, in lower case.</param>
/// <param name="Left">The left part.</param>
/// <param name="Right">The right part.</param>
public sealed record CqlBoolean(string Operator, IReadOnlyList<string> Modifiers, CqlNode Left, CqlNode Right) : CqlNode;

/// <summary>A sort key.</summary>
/// <param name="Index">Name of the index, in lower case.</param>
/// <param name="Modifiers">Modifiers such as <c>sort.descending</c>, in lower case.</param>
public sealed record CqlSortKey(string Index, IReadOnlyList<string> Modifiers);

/// <summary>The query cannot be answered; the number is that of the diagnostic in SRU's list.</summary>
public sealed class CqlException(int diagnostic, string details) : FormatException(details)
{
    /// <summary>Number of the diagnostic, for example 10 for a syntax error.</summary>
    public int Diagnostic { get; } = diagnostic;
}
