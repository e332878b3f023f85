using Platform.Marc;
using Platform.Model.Catalogue.Mapping;

namespace Platform.Model.Catalogue.Checks;

/// <summary>Whether languages, countries and years are codes of MARC 21 and agree with field 008.</summary>
internal static class CodeCheck
{
    private const int FixedLength = 40;

    public static IEnumerable<RecordProblem> Of(MarcRecord record) => OfLanguage(record).Concat(OfCountry(record)).Concat(OfYear(record));

    private static IEnumerable<RecordProblem> OfLanguage(MarcRecord record)
    {
        var fixedCode = Fixed(record, 35, 3);
        var first = record.Data("041")?['a'];
        if (first is null)
            yield return new RecordProblem(
                CatalogueRule.Language, ProblemSeverity.Hint, "041", "Chưa ghi mã ngôn ngữ (041 $a).", "The language (041 $a) is not said.",
                "Ghi 041 $a vie cho sách tiếng Việt.", "Enter 041 $a vie for a Vietnamese book.");
        foreach (var (field, path) in MarcPlaces.Of(record, "041"))
            foreach (var (subfield, place, _) in MarcPlaces.Of(field, path))
                if (char.IsAsciiLetter(subfield.Code) && (subfield.Value.Length != 3 || !subfield.Value.All(char.IsAsciiLetterLower)))
                    yield return new RecordProblem(
                        CatalogueRule.Language, ProblemSeverity.Warning, place, $"'{subfield.Value}' không phải là mã ngôn ngữ MARC.", $"'{subfield.Value}' is no MARC language code.",
                        "Ba chữ cái thường: vie, eng, fre, chi, hmn…; mỗi ngôn ngữ một $a.", "Three lower-case letters: vie, eng, fre, chi, hmn…; one $a for each language.");
        if (first is { Length: 3 } && fixedCode is { } code && code.All(char.IsAsciiLetterLower) && code is not "und" && code != first)
            yield return new RecordProblem(
                CatalogueRule.Language, ProblemSeverity.Warning, "008/35-37", $"008 ghi '{code}', 041 $a ghi '{first}'.", $"008 says '{code}', 041 $a says '{first}'.",
                "Ghi cùng một mã ở hai nơi.", "Enter the same code in both places.");
    }

    private static IEnumerable<RecordProblem> OfCountry(MarcRecord record)
    {
        var country = record.Data("044")?['a'];
        if (country is null)
            yield return new RecordProblem(
                CatalogueRule.Country, ProblemSeverity.Hint, "044", "Chưa ghi mã nước xuất bản (044 $a).", "The country of publication (044 $a) is not said.",
                "Ghi 044 $a vm cho sách xuất bản ở Việt Nam.", "Enter 044 $a vm for a book published in Vietnam.");
        else if (country.Length is < 2 or > 3 || !country.All(char.IsAsciiLetterLower))
            yield return new RecordProblem(
                CatalogueRule.Country, ProblemSeverity.Warning, "044[1]$a[1]", $"'{country}' không phải là mã nước MARC.", $"'{country}' is no MARC country code.",
                "Hai hoặc ba chữ cái thường: vm, fr, cc, nyu…", "Two or three lower-case letters: vm, fr, cc, nyu…");
        else if (Fixed(record, 15, 3)?.Trim() is { Length: > 1 } code && code.All(char.IsAsciiLetterLower) && code is not "xx" && code != country)
            yield return new RecordProblem(
                CatalogueRule.Country, ProblemSeverity.Warning, "008/15-17", $"008 ghi '{code}', 044 $a ghi '{country}'.", $"008 says '{code}', 044 $a says '{country}'.",
                "Ghi cùng một mã ở hai nơi.", "Enter the same code in both places.");
    }

    private static IEnumerable<RecordProblem> OfYear(MarcRecord record)
    {
        var field = record.Data("260") ?? record.Data("264");
        if (field?['c'] is not { } text)
            yield break;
        var year = PublicationYear.Read(text);
        if (year is null && text.Any(char.IsAsciiDigit))
            yield return new RecordProblem(
                CatalogueRule.Year, ProblemSeverity.Warning, $"{field.Tag}[1]$c[1]", $"Không đọc được năm trong '{text}'.", $"No year can be read in '{text}'.",
                "Ghi đủ bốn chữ số; năm không chắc thì ghi [199-?].", "Enter four digits; an uncertain year as [199-?].");
        if (year is { } known && Fixed(record, 7, 4) is { } coded && PublicationYear.Read(coded) is { } other && other != known && Fixed(record, 6, 1) is "s")
            yield return new RecordProblem(
                CatalogueRule.Year, ProblemSeverity.Warning, "008/07-10", $"008 ghi năm {other}, {field.Tag} $c ghi năm {known}.", $"008 says {other}, {field.Tag} $c says {known}.",
                "Ghi cùng một năm ở hai nơi.", "Enter the same year in both places.");
    }

    private static string? Fixed(MarcRecord record, int from, int length) =>
        record.Control("008") is { Length: FixedLength } text ? text.Substring(from, length) : null;
}
