using System.Text;

namespace Platform.Model.Catalogue.Search.Cql;

/// <summary>The words and signs of a query, one after the other.</summary>
internal sealed class CqlTokens(string text)
{
    private const string Signs = "()/=<>";

    private int _position;

    /// <summary>The token at hand; null at the end.</summary>
    public CqlToken? Current { get; private set; }

    /// <summary>Goes on to the next token.</summary>
    /// <exception cref="CqlException">A quotation has no end.</exception>
    public void Advance()
    {
        while (_position < text.Length && char.IsWhiteSpace(text[_position]))
            _position++;
        Current = _position == text.Length ? null : text[_position] == '"' ? Quoted() : Signs.Contains(text[_position], StringComparison.Ordinal) ? Sign() : Word();
    }

    private CqlToken Sign()
    {
        var length = _position + 1 < text.Length && text.Substring(_position, 2) is "==" or "<=" or ">=" or "<>" ? 2 : 1;
        _position += length;
        return new CqlToken(text.Substring(_position - length, length), CqlTokenKind.Sign);
    }

    private CqlToken Word()
    {
        var start = _position;
        while (_position < text.Length && !char.IsWhiteSpace(text[_position]) && text[_position] != '"' && !Signs.Contains(text[_position], StringComparison.Ordinal))
            _position++;
        return new CqlToken(text[start.._position], CqlTokenKind.Word);
    }

    // A backslash keeps its meaning before * ? ^ and itself: only that before a quotation mark is taken away.
    private CqlToken Quoted()
    {
        var content = new StringBuilder();
        for (_position++; _position < text.Length; _position++)
        {
            if (text[_position] == '"')
            {
                _position++;
                return new CqlToken(content.ToString(), CqlTokenKind.Quoted);
            }
            if (text[_position] == '\\' && _position + 1 < text.Length)
            {
                if (text[++_position] != '"')
                    content.Append('\\');
            }
            content.Append(text[_position]);
        }
        throw new CqlException(10, "A quotation has no end.");
    }
}

/// <summary>A token.</summary>
internal sealed record CqlToken(string Text, CqlTokenKind Kind)
{
    public bool Is(string sign) => Kind is CqlTokenKind.Sign && Text == sign;

    public bool IsWord(string word) => Kind is CqlTokenKind.Word && string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);
}

internal enum CqlTokenKind
{
    Word,
    Quoted,
    Sign,
}
