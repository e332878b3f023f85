using Platform.Model.Text;

namespace Platform.Storage.Catalogue.Search;

/// <summary>Numbers and headings in the form in which the index compares them.</summary>
internal static class NumberKeys
{
    // Lucene's longest term is 32,766 bytes; a heading that long is no heading.
    private const int LongestTerm = 1000;

    /// <summary>A registration or call number without blanks and punctuation: <c>TK.00012</c> and <c>tk 00012</c> are the same.</summary>
    public static string Joined(string number) => VietnameseText.Fold(number).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The leading number of a DDC field, blanks and prime marks dropped: <c>895.922 34 NG-T</c> is <c>895.92234</c>; null when it begins otherwise.</summary>
    public static string? DdcNumber(string? ddc)
    {
        if (ddc is null)
            return null;
        var characters = ddc.Where(c => c is not (' ' or '/' or '\'')).TakeWhile(c => char.IsAsciiDigit(c) || c == '.').ToArray();
        return characters.Length > 0 ? new string(characters) : null;
    }

    /// <summary>The hundred of a DDC number of three digits or more, 0 to 9; -1 for any other.</summary>
    public static int DdcClass(string? ddc) =>
        DdcNumber(ddc) is { Length: >= 3 } number && number.AsSpan(0, 3).IndexOf('.') < 0 ? number[0] - '0' : -1;

    /// <summary>A heading as a term.</summary>
    public static string Term(string heading) => heading.Length <= LongestTerm ? heading : heading[..LongestTerm];
}
