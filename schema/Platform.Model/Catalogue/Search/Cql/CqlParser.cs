namespace Platform.Model.Catalogue.Search.Cql;

/// <summary>Takes queries in CQL 1.2 apart.</summary>
public sealed class CqlParser
{
    /// <summary>Longest query, in characters.</summary>
    public const int MostCharacters = 2_000;

    private const int SyntaxError = 10;
    private const int DeepestNesting = 16;
    private const int MostOperators = 32;

    private static readonly string[] Operators = ["and", "or", "not", "prox"];

    private static readonly Dictionary<string, string> ContextSets = new(StringComparer.Ordinal)
    {
        ["info:srw/cql-context-set/1/cql-v1.1"] = "cql",
        ["info:srw/cql-context-set/1/cql-v1.2"] = "cql",
        ["info:srw/cql-context-set/1/dc-v1.1"] = "dc",
        ["http://zing.z3950.org/cql/bath/2.0/"] = "bath",
    };

    private readonly CqlTokens _tokens;
    private readonly Dictionary<string, string> _prefixes = new(StringComparer.OrdinalIgnoreCase);
    private int _depth;
    private int _operators;

    private CqlParser(string text) => _tokens = new CqlTokens(text);

    /// <summary>The parts of a query.</summary>
    /// <exception cref="CqlException">It is none, or one too long.</exception>
    public static CqlQuery Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MostCharacters)
            throw new CqlException(12, $"A query has at most {MostCharacters} characters.");
        var parser = new CqlParser(text);
        parser._tokens.Advance();
        var root = parser.Query();
        var sort = parser.TakesWord("sortby") ? parser.SortKeys() : [];
        return parser.Current is null ? new CqlQuery(root, sort) : throw parser.Unexpected();
    }

    private CqlToken? Current => _tokens.Current;

    private CqlNode Query()
    {
        if (++_depth > DeepestNesting)
            throw new CqlException(SyntaxError, $"Brackets are nested deeper than {DeepestNesting}.");
        while (Takes(">"))
            PrefixAssignment();
        var left = Clause();
        while (Current is { Kind: CqlTokenKind.Word } word && Operators.Contains(word.Text, StringComparer.OrdinalIgnoreCase))
        {
            if (++_operators > MostOperators)
                throw new CqlException(38, $"{MostOperators}");
            _tokens.Advance();
            var modifiers = Modifiers();
            left = new CqlBoolean(word.Text.ToLowerInvariant(), modifiers, left, Clause());
        }
        _depth--;
        return left;
    }

    private CqlNode Clause()
    {
        if (Takes("("))
        {
            var inner = Query();
            return Takes(")") ? inner : throw Unexpected();
        }
        var first = Text();
        if (Current is null or { Text: ")" } || IsEndOfTerm(Current))
            return new CqlClause(null, "scr", [], first);
        var relation = Relation();
        var modifiers = Modifiers();
        return new CqlClause(Resolved(first), relation, modifiers, Text());
    }

    private static bool IsEndOfTerm(CqlToken token) =>
        token.Kind is CqlTokenKind.Word && (Operators.Contains(token.Text, StringComparer.OrdinalIgnoreCase) || token.IsWord("sortby"));

    private string Relation()
    {
        if (Current is not { } token || token.Kind is CqlTokenKind.Quoted || token.Is("/") || token.Is("(") || token.Is(")"))
            throw Unexpected();
        _tokens.Advance();
        return token.Text.ToLowerInvariant();
    }

    private List<string> Modifiers()
    {
        var modifiers = new List<string>();
        while (Takes("/"))
        {
            modifiers.Add(Text().ToLowerInvariant());
            if (Current is { Kind: CqlTokenKind.Sign, Text: not ("/" or "(" or ")") })
            {
                _tokens.Advance();
                Text();
            }
        }
        return modifiers;
    }

    private List<CqlSortKey> SortKeys()
    {
        var keys = new List<CqlSortKey>();
        while (Current is not null)
            keys.Add(new CqlSortKey(Resolved(Text()), Modifiers()));
        return keys.Count > 0 ? keys : throw Unexpected();
    }

    private void PrefixAssignment()
    {
        var name = Text();
        if (!Takes("="))
        {
            _prefixes[""] = SetOf(name);
            return;
        }
        _prefixes[name] = SetOf(Text());
    }

    private static string SetOf(string address) => ContextSets.GetValueOrDefault(address) ?? throw new CqlException(15, address);

    private string Resolved(string index)
    {
        var dot = index.IndexOf('.', StringComparison.Ordinal);
        var (prefix, name) = dot < 0 ? ("", index) : (index[..dot], index[(dot + 1)..]);
        if (_prefixes.TryGetValue(prefix, out var known))
            prefix = known;
        return (prefix.Length == 0 ? name : $"{prefix}.{name}").ToLowerInvariant();
    }

    private string Text()
    {
        if (Current is not { Kind: not CqlTokenKind.Sign } token)
            throw Unexpected();
        _tokens.Advance();
        return token.Text;
    }

    private bool Takes(string sign)
    {
        if (Current is not { } token || !token.Is(sign))
            return false;
        _tokens.Advance();
        return true;
    }

    private bool TakesWord(string word)
    {
        if (Current is not { } token || !token.IsWord(word))
            return false;
        _tokens.Advance();
        return true;
    }

    private CqlException Unexpected() => new(SyntaxError, Current is { } token ? $"Unexpected '{token.Text}'." : "The query ends too early.");
}
