using System.Globalization;
using System.Text;

namespace Platform.Storage.Catalogue.Import.OpenBiblio;

/// <summary>The characters of a MySQL dump, one after the other, and the words and values they make. Nothing longer than a value is ever held.</summary>
/// <param name="text">The dump; it stays the caller's.</param>
internal sealed class SqlDumpText(TextReader text)
{
    private const int LongestWord = 128;
    private const int LongestValue = 1_000_000;
    private const int End = -1;

    public int Peek() => text.Peek();

    public bool AtEnd => text.Peek() == End;

    public int Next() => text.Read();

    /// <summary>Passes blanks and comments, also those with a version in them: nothing that is needed stands in one.</summary>
    public void SkipBlank()
    {
        while (true)
        {
            var c = text.Peek();
            if (c != End && (char.IsWhiteSpace((char)c) || c == '\uFEFF'))
                text.Read();
            else if (c == '#')
                SkipLine();
            else if (c == '-')
            {
                text.Read();
                if (text.Peek() != '-')
                    return; // a sign: whoever reads a number has asked for it before
                SkipLine();
            }
            else if (c == '/')
            {
                text.Read();
                if (text.Peek() == '*')
                    SkipComment();
            }
            else
                return;
        }
    }

    /// <summary>A name or keyword, quoted or not; null when none stands here.</summary>
    public (string Text, bool IsQuoted)? Word()
    {
        SkipBlank();
        var c = text.Peek();
        if (c is '`' or '"')
            return (Quoted((char)text.Read(), LongestWord), true);
        var word = new StringBuilder();
        while (text.Peek() is not End and var next && (char.IsLetterOrDigit((char)next) || next is '_' or '$' or '.'))
            Add(word, (char)text.Read(), LongestWord);
        return word.Length == 0 ? null : (word.ToString(), false);
    }

    /// <summary>A value of a row; null for NULL.</summary>
    /// <exception cref="InvalidDataException">No value of a dump stands here.</exception>
    public string? Value()
    {
        SkipBlankBeforeValue();
        var c = text.Peek();
        if (c is '\'' or '"')
            return Quoted((char)text.Read(), LongestValue);
        var word = new StringBuilder();
        while (text.Peek() is not End and var next && (char.IsAsciiLetterOrDigit((char)next) || next is '_' or '.' or '-' or '+'))
            Add(word, (char)text.Read(), LongestValue);
        var plain = word.ToString();
        if (plain.Equals("NULL", StringComparison.OrdinalIgnoreCase))
            return null;
        if (plain.StartsWith('_') || plain is "x" or "X" or "b" or "B" or "N" or "n")
        {
            SkipBlankBeforeValue();
            if (text.Peek() == '\'')
                return Quoted((char)text.Read(), LongestValue); // the letters before it name a character set
        }
        if (plain.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            return FromHex(plain[2..]);
        return plain.Length > 0 && double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? plain
            : throw new InvalidDataException($"the dump holds a value that is no text and no number: '{plain[..Math.Min(plain.Length, 40)]}'");
    }

    /// <summary>Passes everything up to one of the marks, on the outermost level; gives the mark, which is passed, or -1 at the end.</summary>
    public int SkipTo(char mark, char orMark)
    {
        var depth = 0;
        while (true)
        {
            SkipBlank();
            var c = text.Read();
            if (c == End || (depth == 0 && (c == mark || c == orMark)))
                return c;
            if (c is '\'' or '"' or '`')
                SkipQuoted((char)c);
            else
                depth += c switch { '(' => 1, ')' => -1, _ => 0 };
        }
    }

    // Before a value a dash is a sign, not the beginning of a comment.
    private void SkipBlankBeforeValue()
    {
        while (text.Peek() is not End and var c && char.IsWhiteSpace((char)c))
            text.Read();
    }

    private string Quoted(char quote, int longest)
    {
        var value = new StringBuilder();
        while (true)
        {
            var c = text.Read();
            if (c == End)
                throw new InvalidDataException("the dump ends within a text");
            if (c == quote)
            {
                if (text.Peek() != quote)
                    return value.ToString();
                text.Read();
            }
            else if (c == '\\' && quote != '`')
            {
                Add(value, Escaped(text.Read()), longest);
                continue;
            }
            Add(value, (char)c, longest);
        }
    }

    private void SkipQuoted(char quote)
    {
        while (text.Read() is not End and var c)
        {
            if (c == '\\' && quote != '`')
                text.Read();
            else if (c == quote && text.Peek() != quote)
                return;
            else if (c == quote)
                text.Read();
        }
    }

    private static char Escaped(int c) => c switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        '0' => '\0',
        'Z' => '\u001A',
        End => throw new InvalidDataException("the dump ends within a text"),
        _ => (char)c,
    };

    private static string FromHex(string hex)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromHexString(hex));
        }
        catch (FormatException)
        {
            throw new InvalidDataException("the dump holds a value that is no hexadecimal number, though it begins as one");
        }
    }

    private static void Add(StringBuilder word, char c, int longest)
    {
        if (word.Length >= longest)
            throw new InvalidDataException($"the dump holds a name or text of more than {longest} characters");
        word.Append(c);
    }

    private void SkipLine()
    {
        while (text.Read() is not (End or '\n'))
        {
            // passed
        }
    }

    private void SkipComment()
    {
        text.Read();
        for (var last = 0; text.Read() is not End and var c; last = c)
            if (last == '*' && c == '/')
                return;
    }
}
