using System.Text.RegularExpressions;
using Platform.Marc;
using Platform.Model.Text;

namespace Platform.Model.Catalogue.Naming;

/// <summary>
/// A title that stands whole in 245 $a, parted as ISBD punctuation says. A proposal, never a change by itself.
/// </summary>
/// <param name="Title">Title proper.</param>
/// <param name="Remainder">Other title information; null when there is none.</param>
/// <param name="Parallel">Title in another language, with what belongs to it; null when there is none.</param>
/// <param name="Number">Number of the part, as <c>T. 2</c>; null when there is none.</param>
/// <param name="PartName">Name of the part; null when there is none.</param>
/// <param name="Responsibility">Statement of responsibility; null when there is none.</param>
/// <param name="Edition">Edition statement, which belongs in 250; null when there is none.</param>
public sealed partial record TitleParts(string Title, string? Remainder, string? Parallel, string? Number, string? PartName, string? Responsibility, string? Edition)
{
    /// <summary>Whether there is anything to part.</summary>
    public bool IsChange => Remainder is not null || Parallel is not null || Number is not null || PartName is not null || Responsibility is not null || Edition is not null;

    /// <summary>Parts the title; null when 245 has no $a, or is parted already.</summary>
    public static TitleParts? Read(DataField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field['a'] is { } whole && !field.Subfields.Any(s => "bnpc".Contains(s.Code, StringComparison.Ordinal)) ? Read(whole) : null;
    }

    /// <summary>Parts a whole title.</summary>
    public static TitleParts Read(string whole)
    {
        ArgumentNullException.ThrowIfNull(whole);
        // \n and \b are marks of the old system for a number and other title information.
        var text = VietnameseText.Clean(whole.Replace("\\n", " ", StringComparison.Ordinal).Replace("\\b", " ", StringComparison.Ordinal).Replace("\\c", " ", StringComparison.Ordinal)).TrimEnd('/', ' ', ':', '=');
        var (rest, responsibility) = CutResponsibility(text);
        var parallel = Equals().Match(rest) is { Success: true, Index: > 1 } equals ? rest[(equals.Index + equals.Length)..].Trim() : null;
        rest = parallel is null ? rest : rest[..Equals().Match(rest).Index].TrimEnd();
        (rest, var edition) = TakeEnd(rest, EditionAtEnd());
        var part = PartWithName().Match(rest);
        (rest, var number) = part.Success ? (Ended(part.Groups["title"].Value), part.Groups["number"].Value.Trim()) : TakeEnd(rest, NumberAtEnd());
        var (title, remainder) = CutTitle(rest);
        return new TitleParts(title, remainder, parallel, number, part.Success ? part.Groups["name"].Value.Trim() : null, responsibility, edition);
    }

    /// <summary>The field 245 as it would be, other subfields kept.</summary>
    public DataField Over(DataField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var parts = new List<(char Code, string Text, string Before)> { ('a', Title, "") };
        if (Remainder is not null)
            parts.Add(('b', Parallel is null || Number is not null ? Remainder : $"{Remainder} = {Parallel}", " :"));
        if (Number is not null)
            parts.Add(('n', Number, "."));
        if (PartName is not null)
            parts.Add(('p', PartName, Number is null ? "." : ","));
        if (Parallel is not null && (Remainder is null || Number is not null))
            parts.Add(('b', Parallel, " ="));
        if (Responsibility is not null)
            parts.Add(('c', Responsibility, " /"));
        var subfields = parts.Select((part, i) => new Subfield(part.Code, part.Text + (i + 1 < parts.Count ? parts[i + 1].Before : "")));
        return new DataField(field.Tag, field.Indicator1, field.Indicator2, subfields.Concat(field.Subfields.Where(s => s.Code != 'a')));
    }

    // "Hardware / Software" is no responsibility: a name or a role must follow.
    private static (string Left, string? Responsibility) CutResponsibility(string text)
    {
        var at = text.IndexOf(" / ", StringComparison.Ordinal);
        if (at <= 0)
            return (text, null);
        var after = text[(at + 3)..].Trim();
        var isNamed = NameStatement.Read(after).Names.Any(n => n.Roles is not [NameRole.Author] || NameShapes.IsVietnamese(n.Name));
        return isNamed ? (text[..at].TrimEnd(), after) : (text, null);
    }

    private static (string Left, string? Taken) TakeEnd(string text, Regex pattern)
    {
        var match = pattern.Match(text);
        return match.Success && match.Index > 0 ? (Ended(text[..match.Index]), match.Groups["taken"].Value.Trim(' ', ')')) : (text, null);
    }

    private static (string Title, string? Remainder) CutTitle(string text)
    {
        var match = Colon().Match(text);
        if (!match.Success)
            return (text, null);
        var (title, rest) = (text[..match.Index].TrimEnd(), text[(match.Index + match.Length)..].Trim(' ', '-'));
        return title.Length < 2 || rest.Length < 2 ? (text, null) : (title, InnerColon().Replace(rest, " : "));
    }

    private static string Ended(string text) => text.TrimEnd(' ', ',', '.', '-', '–', ':', '(');

    // A colon between words; not in "10:30" or "ISO 11372 : 1995".
    [GeneratedRegex(@"(?<=[^\s\d:=]\)?)\s*:\s+(?=\D)|(?<=\d)\s*:\s+(?=\p{L})|(?<=\D)\s*:\s+(?=\d+(?:\s+\p{L}|\p{Ll}))|(?<=\p{Ll}):(?=\p{Lu}\p{Ll})|(?<=\p{Lu}):(?=\p{Lu}\p{Ll})|\s:--(?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Colon();

    [GeneratedRegex(@"(?<!\d)\s*:\s+", RegexOptions.CultureInvariant)]
    private static partial Regex InnerColon();

    // Not in "x = 2".
    [GeneratedRegex(@"\s+=\s*(?=[\p{L}\d""])(?!\d+\W*$)|(?<=\p{L})=\s+(?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Equals();

    [GeneratedRegex(@"^(?<title>\S.+?)[\s,.\-–]+(?<number>(?:T\.|[Tt]ập|[Qq]uyển|[Pp]hần|PHẦN|TẬP|[Vv]ol\.?|[Vv]olume|[Pp]art)\s*(?:\d+|[IVXL]+))\s*[:,.]\s*(?<name>\p{L}.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex PartWithName();

    [GeneratedRegex(@"[\s,.\-–:(]+(?<taken>(?:T\.|[Tt]ập|[Qq]uyển|Q\.|[Pp]hần|PHẦN|TẬP|[Vv]ol\.?|[Vv]olume|[Pp]art|Pt\.|P\.|[Tt]ome|Book|Level)\s*(?:\d+[A-Za-z]?|[IVXL]+|thượng|trung|hạ|nhất|hai|ba|One|Two|Three|A|B|C)(?:\s*[-–]\s*\d+)?)\)?\s*\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberAtEnd();

    [GeneratedRegex(@"[\s,.(\-–]+(?<taken>(?:\d+(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth)\s+(?:[Ee]d\.?|[Ee]dition)|(?:[Tt]ái bản|[Xx]uất bản)\s+lần\s+(?:thứ\s+)?\w+)\)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex EditionAtEnd();
}
