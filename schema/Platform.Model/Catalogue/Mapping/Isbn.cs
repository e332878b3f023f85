namespace Platform.Model.Catalogue.Mapping;

/// <summary>An International Standard Book Number whose check digit is right, as 13 digits.</summary>
/// <param name="Digits">13 digits without hyphens.</param>
public readonly record struct Isbn(string Digits)
{
    private const int Short = 10;
    private const int Long = 13;

    /// <summary>
    /// The number at the beginning of MARC 020 $a, hyphens and blanks dropped, what follows it (<c>(pbk.) : 25000đ</c>) left out;
    /// ten digits become thirteen. Null when there is none or its check digit is wrong.
    /// </summary>
    public static Isbn? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<char> characters = stackalloc char[Long + 1];
        var count = Collect(text, characters);
        return count switch
        {
            Short when HasShortCheck(characters) => FromShort(characters),
            Long when IsBookNumber(characters) && LongCheck(characters) == characters[Long - 1] => new Isbn(new string(characters[..Long])),
            _ => null,
        };
    }

    private static int Collect(string text, Span<char> characters)
    {
        var count = 0;
        foreach (var character in text.AsSpan().TrimStart())
        {
            if (character is '-' or ' ' or '\u2010' or '\u2011' or '\u2013')
                continue;
            if (!char.IsAsciiDigit(character) && (count != Short - 1 || character is not ('x' or 'X')))
                break;
            if (count == characters.Length)
                break;
            characters[count++] = char.ToUpperInvariant(character);
        }
        return count;
    }

    private static bool HasShortCheck(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < Short; i++)
            sum += (Short - i) * (digits[i] == 'X' ? 10 : digits[i] - '0');
        return sum % 11 == 0;
    }

    private static bool IsBookNumber(ReadOnlySpan<char> digits) => digits.StartsWith("978") || digits.StartsWith("979");

    private static Isbn FromShort(ReadOnlySpan<char> digits)
    {
        Span<char> full = stackalloc char[Long];
        "978".CopyTo(full);
        digits[..(Short - 1)].CopyTo(full[3..]);
        full[Long - 1] = LongCheck(full);
        return new Isbn(new string(full));
    }

    private static char LongCheck(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < Long - 1; i++)
            sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
        return (char)('0' + (10 - sum % 10) % 10);
    }
}
