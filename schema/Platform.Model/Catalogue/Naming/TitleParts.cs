using System.Text.RegularExpressions;
using Platform.Marc;
using Platform.Model.Text;

namespace Platform.Model.Catalogue.Naming;

/// <summary>
/// A title that stands whole in 245 $a, parted as ISBD punctuation says: title proper, other title information and parallel title ($b),
/// number of part ($n), responsibility ($c), and an edition that belongs in 250. A proposal, never a change by itself.
/// </summary>
/// <param name="Title">Title proper.</param>
/// <param name="Remainder">Other title information, with a leading <c>=</c> when it is a parallel title; null when there is none.</param>
/// <param name="Number">Number of the part, as <c>T. 2</c>; null when there is none.</param>
/// <param name="Responsibility">Statement of responsibility; null when there is none.</param>
/// <param name="Edition">Edition statement; null when there is none.</param>
/// <param name="Field">The field 245 as it would be.</param>
/// <param name="IsChange">Whether that differs from the field as it is in more than blanks.</param>
public sealed partial record TitleParts(string Title, string? Remainder, string? Number, string? Responsibility, string? Edition, DataField Field, bool IsChange)
{
    /// <summary>Parts the title; null when 245 has no $a, or is parted already.</summary>
    public static TitleParts? Read(DataField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (field['a'] is not { } whole || field.Subfields.Any(s => "bnpc".Contains(s.Code, StringComparison.Ordinal)))
            return null;
        var text = VietnameseText.Clean(whole).Replace("\\n", " ", StringComparison.Ordinal).Replace("\\b", " ", StringComparison.Ordinal).Trim();
        var (rest, responsibility) = Cut(text, " / ");
        (rest, var edition) = TakeEnd(rest, EditionAtEnd());
        (rest, var number) = TakeEnd(rest, NumberAtEnd());
        var (title, remainder) = CutTitle(rest);
        var parts = new[] { remainder, number, responsibility, edition };
        return new TitleParts(title, remainder, number, responsibility, edition, FieldOf(field, title, remainder, number, responsibility), parts.Any(p => p is not null));
    }

    private static (string Left, string? Cut) Cut(string text, string separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at <= 0 || at + separator.Length >= text.Length ? (text, null) : (text[..at].TrimEnd(), text[(at + separator.Length)..].Trim());
    }

    private static (string Left, string? Taken) TakeEnd(string text, Regex pattern)
    {
        var match = pattern.Match(text);
        return match.Success && match.Index > 0 ? (text[..match.Index].TrimEnd(' ', ',', '.', '-', '–', ':', '('), match.Groups["taken"].Value.Trim(' ', '.', ')')) : (text, null);
    }

    private static (string Title, string? Remainder) CutTitle(string text)
    {
        var match = Separator().Match(text);
        if (!match.Success)
            return (text, null);
        var (title, rest) = (text[..match.Index].TrimEnd(), text[(match.Index + match.Length)..].Trim());
        if (title.Length < 2 || rest.Length < 2)
            return (text, null);
        rest = InnerColon().Replace(InnerEquals().Replace(rest, " = "), " : ");
        return (title, match.Value.Contains('=', StringComparison.Ordinal) ? "= " + rest : rest);
    }

    private static DataField FieldOf(DataField field, string title, string? remainder, string? number, string? responsibility)
    {
        var isParallel = remainder?.StartsWith('=') is true;
        var other = isParallel ? remainder![2..] : remainder; // a parallel title begins so
        var afterTitle = other is not null ? (isParallel ? " =" : " :") : number is not null ? "." : responsibility is not null ? " /" : "";
        List<Subfield> subfields = [new('a', title + afterTitle)];
        if (other is not null)
            subfields.Add(new Subfield('b', other + (number is not null ? "." : responsibility is not null ? " /" : "")));
        if (number is not null)
            subfields.Add(new Subfield('n', number + (responsibility is not null ? " /" : "")));
        if (responsibility is not null)
            subfields.Add(new Subfield('c', responsibility));
        subfields.AddRange(field.Subfields.Where(s => s.Code != 'a'));
        return new DataField(field.Tag, field.Indicator1, field.Indicator2, subfields);
    }

    // A colon or an equals sign between words; not in "10:30", "ISO 11372 : 1995" or "x = 2".
    [GeneratedRegex(@"(?<=[^\s\d:=]\)?)\s*:\s+(?=\D)|(?<=\d)\s*:\s+(?=\p{L})|(?<=\D)\s*:\s+(?=\d+\s+\p{L})|\s+=\s*(?=\p{L})|(?<=\p{L})=\s+(?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\s*(?<![\d])\s*:\s+", RegexOptions.CultureInvariant)]
    private static partial Regex InnerColon();

    [GeneratedRegex(@"\s+=\s*", RegexOptions.CultureInvariant)]
    private static partial Regex InnerEquals();

    [GeneratedRegex(@"[\s,.\-–:(]+(?<taken>(?:T\.|[Tt]ập|[Qq]uyển|Q\.|[Pp]hần|PHẦN|TẬP|[Vv]ol\.?|[Vv]olume|[Pp]art|Pt\.|[Tt]ome|Book)\s*(?:\d+[A-Za-z]?|[IVXL]+|thượng|trung|hạ|nhất|hai|ba|One|Two|Three|A|B|C)(?:\s*[-–]\s*\d+)?)\)?\s*\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberAtEnd();

    [GeneratedRegex(@"[\s,.(\-–]+(?<taken>(?:\d+(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth)\s+(?:[Ee]d\.?|[Ee]dition)|(?:[Tt]ái bản|[Xx]uất bản)\s+lần\s+(?:thứ\s+)?\w+)\)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex EditionAtEnd();
}
