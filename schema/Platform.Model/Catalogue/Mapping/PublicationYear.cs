using System.Globalization;

namespace Platform.Model.Catalogue.Mapping;

/// <summary>Years in dates of publication as cataloguers write them: <c>c2005</c>, <c>[2010?]</c>, <c>2007-2010</c>, <c>tháng 3 - 1998</c>.</summary>
public static class PublicationYear
{
    private const int First = 1000;
    private const int Last = 2099;
    private const int Digits = 4;

    /// <summary>The first run of exactly four digits that is a year from 1000 to 2099; null when there is none (<c>199.</c>, <c>9999</c>, <c>s.a.</c>).</summary>
    public static int? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = 0;
        while (start < text.Length)
        {
            var end = start;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
            if (end - start == Digits && Year(text.AsSpan(start, Digits)) is { } year)
                return year;
            start = end + 1;
        }
        return null;
    }

    private static int? Year(ReadOnlySpan<char> digits) =>
        int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) is >= First and <= Last and var year ? year : null;
}
