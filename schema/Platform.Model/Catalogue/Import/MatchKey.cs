using System.Globalization;
using Platform.Model.Text;

namespace Platform.Model.Catalogue.Import;

/// <summary>What two descriptions of one publication agree in: the title without marks, its numbers, the author, the year, ISBN, publisher.</summary>
/// <param name="Title">Folded title, as far as its key goes.</param>
/// <param name="Numbers">The numbers in the title, in order: parts and grades tell books apart that share all else.</param>
/// <param name="Author">Folded first author; empty when unknown.</param>
/// <param name="Publisher">Folded publisher; empty when unknown.</param>
/// <param name="Year">Year of publication, or null.</param>
/// <param name="Isbn">13 digits, or null.</param>
/// <param name="ControlNumber">Control number of the source, or null.</param>
public sealed record MatchKey(string Title, string Numbers, string Author, string Publisher, int? Year, string? Isbn, string? ControlNumber)
{
    // What stands between the first author and the next, or a role.
    private static readonly char[] AfterFirstAuthor = [',', ';', '(', '['];

    /// <summary>The key of a record.</summary>
    public static MatchKey Of(BibliographicRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Of(record.TitleKey, record.Author, record.Publisher, record.PublicationYear, record.Isbn, record.ControlNumber);
    }

    /// <summary>The key of these columns.</summary>
    public static MatchKey Of(string titleKey, string? author, string? publisher, int? year, string? isbn, string? controlNumber)
    {
        ArgumentNullException.ThrowIfNull(titleKey);
        var numbers = string.Join(' ', titleKey.Split(' ').Where(word => word.All(char.IsAsciiDigit)).Select(number => number.TrimStart('0')));
        var first = author?.Split(AfterFirstAuthor, 2)[0] ?? "";
        return new MatchKey(titleKey, numbers, VietnameseText.Fold(first), VietnameseText.Fold(publisher ?? ""), year, isbn, controlNumber);
    }

    /// <summary>How surely the two are the same publication.</summary>
    public MatchScore Compare(MatchKey other)
    {
        ArgumentNullException.ThrowIfNull(other);
        List<(int Points, string Reason)> reasons =
        [
            Title == other.Title ? (50, "same title") : (-40, "other title"),
            Numbers == other.Numbers ? (0, "") : (-100, $"other number in the title ({Shown(Numbers)}, {Shown(other.Numbers)})"),
            Isbn is not null && Isbn == other.Isbn ? (50, "same ISBN") : (0, ""),
            Both(Author, other.Author, same: 25, differ: -40, neither: 10, "author"),
            Both(Publisher, other.Publisher, same: 10, differ: -5, neither: 0, "publisher"),
            Years(Year, other.Year),
            ControlNumber is not null && ControlNumber == other.ControlNumber ? (10, "same control number") : (0, ""),
        ];
        var said = reasons.Where(r => r.Points != 0 && r.Reason.Length > 0).Select(r => r.Reason);
        return new MatchScore(reasons.Sum(r => r.Points), string.Join(", ", said));
    }

    private static (int, string) Both(string one, string other, int same, int differ, int neither, string what)
    {
        if (one.Length == 0 && other.Length == 0)
            return (neither, "");
        if (one.Length == 0 || other.Length == 0)
            return (0, "");
        return one == other ? (same, $"same {what}") : (differ, $"other {what}");
    }

    private static (int, string) Years(int? one, int? other)
    {
        if (one is null || other is null)
            return (0, "");
        return one == other ? (15, "same year") : (-20, string.Create(CultureInfo.InvariantCulture, $"other year ({one}, {other})"));
    }

    private static string Shown(string numbers) => numbers.Length == 0 ? "none" : numbers;
}

/// <summary>How surely two descriptions are of the same publication.</summary>
/// <param name="Points">See <see cref="Certain"/> and <see cref="Likely"/>.</param>
/// <param name="Reason">What speaks for it and against it.</param>
public sealed record MatchScore(int Points, string Reason)
{
    /// <summary>From here on two descriptions are taken for one publication.</summary>
    public const int Certain = 85;

    /// <summary>From here on a person should look.</summary>
    public const int Likely = 60;
}
