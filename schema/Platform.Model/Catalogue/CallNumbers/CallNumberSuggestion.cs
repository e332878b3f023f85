using Platform.Model.Text;

namespace Platform.Model.Catalogue.CallNumbers;

/// <summary>A call number that could go on the spine (ký hiệu xếp giá): class number and book mark. Only ever suggested.</summary>
/// <param name="Style">How the book mark is made.</param>
/// <param name="CallNumber">Class number and book mark.</param>
/// <param name="BookMark">The book mark alone.</param>
public sealed record CallNumberSuggestion(CallNumberStyle Style, string CallNumber, string BookMark)
{
    private const int ShortMark = 3;

    /// <summary>The suggestions for a book, by its author, or its title where it has none; empty when there is neither.</summary>
    /// <param name="classNumber">Class number; null or empty for none.</param>
    /// <param name="author">Author as in the heading; null for a book under its title.</param>
    /// <param name="title">Title.</param>
    /// <param name="table">The library's Cutter table.</param>
    public static IReadOnlyList<CallNumberSuggestion> Of(string? classNumber, string? author, string title, CutterTable table)
    {
        var entry = string.IsNullOrWhiteSpace(author) ? title : author;
        var folded = VietnameseText.Fold(entry).ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (folded.Length == 0)
            return [];
        var initials = folded.Length > 1 && !string.IsNullOrWhiteSpace(author) ? $"{folded[0][..Math.Min(2, folded[0].Length)]}-{folded[^1][0]}" : null;
        return
        [
            .. new (CallNumberStyle Style, string? Mark)[]
            {
                (CallNumberStyle.VietnameseCutter, VietnameseCutter.MarkOf(entry, table)),
                (CallNumberStyle.Initials, initials),
                (CallNumberStyle.ThreeLetters, folded[0][..Math.Min(ShortMark, folded[0].Length)]),
            }.Where(s => s.Mark is not null).Select(s => new CallNumberSuggestion(s.Style, $"{classNumber} {s.Mark}".Trim(), s.Mark!)), // filtered
        ];
    }
}

/// <summary>How a book mark is made.</summary>
public enum CallNumberStyle : byte
{
    /// <summary>By the table of Vietnamese rhymes: <c>895.922 NG527A</c>.</summary>
    VietnameseCutter = 1,

    /// <summary>Two letters of the family name and the initial of the given name: <c>895.922 NG-A</c>.</summary>
    Initials = 2,

    /// <summary>The first three letters: <c>005.74 NGU</c>.</summary>
    ThreeLetters = 3,
}
