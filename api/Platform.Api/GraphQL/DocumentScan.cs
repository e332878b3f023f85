using Platform.Api.Transport;

namespace Platform.Api.GraphQL;

/// <summary>
/// Measures a document's text before the parser sees it, in one pass without recursion: a text that would exhaust the parser's
/// stack or the validator's time is refused at the cost of reading it.
/// </summary>
internal static class DocumentScan
{
    public static RequestProblem? Check(ReadOnlySpan<char> text, GraphOptions limits)
    {
        if (text.Length > limits.DocumentCharacters)
            return Problems.DocumentTooLarge("characters", limits.DocumentCharacters);
        int tokens = 0, nesting = 0, at = 0;
        while (at < text.Length)
        {
            var character = text[at];
            if (char.IsWhiteSpace(character) || character is ',' or '\uFEFF')
            {
                at++;
                continue;
            }
            if (character == '#')
            {
                at = EndOfLine(text, at);
                continue;
            }
            nesting += character is '{' or '[' or '(' ? 1 : character is '}' or ']' or ')' ? -1 : 0;
            if (nesting > limits.DocumentNesting)
                return Problems.DocumentTooDeep("brackets", limits.DocumentNesting);
            if (++tokens > limits.DocumentTokens)
                return Problems.DocumentTooLarge("tokens", limits.DocumentTokens);
            at = EndOfToken(text, at);
        }
        return null;
    }

    private static int EndOfToken(ReadOnlySpan<char> text, int at)
    {
        if (text[at] == '"')
            return text[at..].StartsWith("\"\"\"") ? EndOfBlock(text, at + 3) : EndOfString(text, at + 1);
        if (text[at..].StartsWith("..."))
            return at + 3;
        if (!IsWord(text[at]))
            return at + 1;
        while (at < text.Length && IsWord(text[at]))
            at++;
        return at;
    }

    private static bool IsWord(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '+' or '.';

    private static int EndOfLine(ReadOnlySpan<char> text, int at)
    {
        var length = text[at..].IndexOfAny('\n', '\r');
        return length < 0 ? text.Length : at + length;
    }

    // A string that does not end is left to the parser, which says where it began.
    private static int EndOfString(ReadOnlySpan<char> text, int at)
    {
        for (; at < text.Length && text[at] is not ('"' or '\n'); at++)
            if (text[at] == '\\')
                at++;
        return Math.Min(at + 1, text.Length);
    }

    private static int EndOfBlock(ReadOnlySpan<char> text, int at)
    {
        for (; at < text.Length; at++)
        {
            if (text[at..].StartsWith("\\\"\"\""))
                at += 3;
            else if (text[at..].StartsWith("\"\"\""))
                return at + 3;
        }
        return text.Length;
    }
}
