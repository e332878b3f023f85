using System.Text;
using Platform.Model.Catalogue.Mapping;
using Platform.Model.Text;

namespace Platform.Model.Catalogue.Search;

/// <summary>What a reader typed, taken apart: never refused, whatever it is.</summary>
/// <param name="Clauses">Words and phrases, in the order typed.</param>
public sealed record SearchText(IReadOnlyList<SearchClause> Clauses)
{
    /// <summary>More words than anyone types: the rest is left out, so that no text costs more than this.</summary>
    public const int MaxWords = 32;

    private static readonly Dictionary<string, SearchField> FieldNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["title"] = SearchField.Title,
        ["nhande"] = SearchField.Title,
        ["author"] = SearchField.Author,
        ["tacgia"] = SearchField.Author,
        ["subject"] = SearchField.Subject,
        ["chude"] = SearchField.Subject,
        ["publisher"] = SearchField.Publisher,
        ["nxb"] = SearchField.Publisher,
        ["series"] = SearchField.Series,
        ["tungthu"] = SearchField.Series,
        ["isbn"] = SearchField.Isbn,
        ["call"] = SearchField.CallNumber,
        ["xepgia"] = SearchField.CallNumber,
        ["number"] = SearchField.RegistrationNumber,
        ["dkcb"] = SearchField.RegistrationNumber,
        ["year"] = SearchField.Year,
        ["nam"] = SearchField.Year,
        ["type"] = SearchField.Type,
        ["loai"] = SearchField.Type,
        ["level"] = SearchField.Level,
        ["cap"] = SearchField.Level,
        ["library"] = SearchField.Library,
        ["thuvien"] = SearchField.Library,
    };

    /// <summary>Whether some word was typed with Vietnamese marks: then the whole text is meant with its marks.</summary>
    public bool HasMarks => Clauses.Any(clause => clause.Words.Any(word => word.HasMarks));

    /// <summary>Takes a text apart, see <see cref="IRecordSearch"/> for what it may hold.</summary>
    public static SearchText Parse(string? text)
    {
        var clauses = new List<SearchClause>();
        var rest = (text ?? "").Normalize(NormalizationForm.FormC).AsSpan().Trim();
        var words = 0;
        while (!rest.IsEmpty && words < MaxWords)
        {
            var clause = Next(ref rest);
            if (clause.Words.Count == 0)
                continue;
            words += clause.Words.Count;
            clauses.Add(clause);
        }
        return new SearchText(clauses);
    }

    private static SearchClause Next(ref ReadOnlySpan<char> rest)
    {
        var isExcluded = rest.Length > 1 && rest[0] == '-' && !char.IsWhiteSpace(rest[1]);
        if (isExcluded)
            rest = rest[1..];
        var field = TakeField(ref rest);
        var isPhrase = rest[0] == '"';
        var typed = isPhrase ? TakeQuoted(ref rest) : TakeWord(ref rest);
        rest = rest.TrimStart();
        return new SearchClause(field, WordsOf(typed), isPhrase, isExcluded, typed);
    }

    private static SearchField TakeField(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(" :\"");
        var isNamed = end > 0 && rest[end] == ':' && end + 1 < rest.Length && !char.IsWhiteSpace(rest[end + 1]);
        if (!isNamed || !FieldNames.TryGetValue(rest[..end].ToString(), out var field))
            return SearchField.Any;
        rest = rest[(end + 1)..];
        return field;
    }

    private static string TakeQuoted(ref ReadOnlySpan<char> rest)
    {
        var end = rest[1..].IndexOf('"');
        var typed = (end < 0 ? rest[1..] : rest.Slice(1, end)).ToString();
        rest = end < 0 ? [] : rest[(end + 2)..];
        return typed;
    }

    private static string TakeWord(ref ReadOnlySpan<char> rest)
    {
        var end = 0;
        while (end < rest.Length && !char.IsWhiteSpace(rest[end]) && (end == 0 || rest[end] != '"'))
            end++;
        var typed = rest[..end].ToString();
        rest = rest[end..];
        return typed;
    }

    internal static List<SearchWord> WordsOf(string typed)
    {
        if (Isbn.Read(typed) is { } isbn)
            return [new SearchWord(isbn.Digits, isbn.Digits, false)];
        return [.. SearchWord.In(typed).Take(MaxWords)];
    }
}

/// <summary>A word or phrase of a search.</summary>
/// <param name="Field">Where to look.</param>
/// <param name="Words">The words; several when a phrase was quoted, or when one typed word holds punctuation.</param>
/// <param name="IsPhrase">Whether the words must follow each other.</param>
/// <param name="IsExcluded">Whether records with it are unwanted.</param>
/// <param name="Typed">What was typed.</param>
public sealed record SearchClause(SearchField Field, IReadOnlyList<SearchWord> Words, bool IsPhrase, bool IsExcluded, string Typed)
{
    /// <summary>A clause that another program asks for: words, or a phrase, in one field.</summary>
    public static SearchClause Of(SearchField field, string typed, bool isPhrase)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return new SearchClause(field, SearchText.WordsOf(typed), isPhrase, false, typed);
    }
}

/// <summary>A word as it is compared.</summary>
/// <param name="Folded">Without marks, see <see cref="VietnameseText.Fold"/>.</param>
/// <param name="Exact">With marks, see <see cref="VietnameseSyllable.Exact"/>.</param>
/// <param name="HasMarks">Whether the two differ by marks.</param>
public sealed record SearchWord(string Folded, string Exact, bool HasMarks)
{
    /// <summary>The words of a text, in order.</summary>
    public static IEnumerable<SearchWord> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var next = 0;
        while (next < text.Length)
            if (Next(text, ref next) is { IsEmpty: false } typed && Of(typed.ToString()) is { Folded.Length: > 0 } word)
                yield return word;
    }

    /// <summary>The next word as it is written, from a place on, which moves behind it; empty when there is none.</summary>
    public static ReadOnlySpan<char> Next(string text, ref int next)
    {
        ArgumentNullException.ThrowIfNull(text);
        while (next < text.Length && !IsPart(text[next], isInside: false))
            next++;
        var start = next;
        while (next < text.Length && IsPart(text[next], next > start))
            next++;
        return text.AsSpan(start, next - start);
    }

    private static SearchWord Of(string typed)
    {
        var (folded, exact) = (VietnameseText.Fold(typed), VietnameseSyllable.Exact(typed));
        return new SearchWord(folded, exact, !string.Equals(folded, exact, StringComparison.Ordinal));
    }

    private static bool IsPart(char character, bool isInside) =>
        char.IsLetterOrDigit(character)
        || isInside && char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark;
}

/// <summary>Part of a record in which a word is looked for.</summary>
public enum SearchField : byte
{
    /// <summary>Anywhere.</summary>
    Any = 0,

    /// <summary>Titles.</summary>
    Title = 1,

    /// <summary>Authors, contributors, the statement of responsibility.</summary>
    Author = 2,

    /// <summary>Subject headings.</summary>
    Subject = 3,

    /// <summary>Publisher and place.</summary>
    Publisher = 4,

    /// <summary>Series.</summary>
    Series = 5,

    /// <summary>ISBN.</summary>
    Isbn = 6,

    /// <summary>Call numbers of copies and DDC numbers, from their beginning.</summary>
    CallNumber = 7,

    /// <summary>Registration numbers of copies.</summary>
    RegistrationNumber = 8,

    /// <summary>Year of publication.</summary>
    Year = 9,

    /// <summary>Register of the copies or kind of record: <c>SGK SNV STK STN BTC</c>, or a name of <see cref="ItemType"/> or <see cref="RecordKind"/>.</summary>
    Type = 10,

    /// <summary>Level of the schools that have it: <c>MN TH THCS THPT</c>, or a name of <see cref="Libraries.SchoolLevel"/>.</summary>
    Level = 11,

    /// <summary>Libraries that have it: a school's code, or words of its name.</summary>
    Library = 12,
}
