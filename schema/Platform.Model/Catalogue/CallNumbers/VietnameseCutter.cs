using System.Text;

namespace Platform.Model.Catalogue.CallNumbers;

/// <summary>
/// The book mark of a name or title: initial consonant of the first word, number of its rhyme, initial consonant of the second word.
/// <c>Nguyễn Quang Sáng</c> is <c>NG527QU</c>, <c>Toán</c> is <c>T406</c>.
/// </summary>
public static class VietnameseCutter
{
    private static readonly string[] Clusters = ["NGH", "CH", "GH", "GI", "KH", "NG", "NH", "PH", "QU", "TH", "TR"];

    private const string Vowels = "AĂÂEÊIOÔƠUƯY";
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    /// <summary>The mark of a text by a table; null for a text without a letter or digit.</summary>
    public static string? MarkOf(string text, CutterTable table)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(table);
        var words = WordsOf(text);
        if (words.Count == 0)
            return null;
        var second = words.Count > 1 ? InitialOf(words[1].Letters) : "";
        // An abbreviation has no rhyme: ASEAN, UNESCO.
        if (words[0].IsAbbreviation)
            return $"{words[0].Letters[0]}000{second}";
        var first = words[0].Letters;
        var initial = InitialOf(first);
        var isVowel = Vowels.Contains(first[0], StringComparison.Ordinal);
        var rhyme = isVowel ? first : first[initial.Length..];
        // "Gì" and "Gìn" have no vowel but that of the cluster.
        if (initial == "GI" && (rhyme.Length == 0 || !Vowels.Contains(rhyme[0], StringComparison.Ordinal)))
            (initial, rhyme) = ("G", "I" + rhyme);
        // Foreign names begin with clusters that Vietnamese has not: Stendhal goes by its first vowel.
        rhyme = rhyme[Math.Max(0, rhyme.AsSpan().IndexOfAny(Vowels))..];
        // I and O are taken for figures on a label.
        var parting = initial[^1] is 'I' or 'O' ? "-" : "";
        return $"{initial}{parting}{table.NumberOf(rhyme) ?? "000"}{second}";
    }

    private static string InitialOf(string word) => Array.Find(Clusters, c => word.StartsWith(c, StringComparison.Ordinal)) ?? word[..1];

    private static List<(string Letters, bool IsAbbreviation)> WordsOf(string text)
    {
        var words = new List<(string, bool)>();
        foreach (var word in text.Normalize().Split([' ', '-', ',', '.', ':', ';', '/', '(', ')', '"', '“', '”', '\''], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.All(char.IsAsciiDigit) && int.TryParse(word, out var number))
                words.AddRange(VietnameseNumber.Spell(number).Split(' ').Select(w => (WithoutTone(w), false)));
            else if (word.Any(char.IsLetter))
                words.Add((WithoutTone(string.Concat(word.Where(char.IsLetter))), word.Length > 2 && word.All(char.IsAsciiLetterUpper)));
            if (words.Count > 1)
                break;
        }
        return words;
    }

    private static string WithoutTone(string word) =>
        string.Concat(word.ToUpperInvariant().Normalize(NormalizationForm.FormD).Where(c => !Tones.Contains(c, StringComparison.Ordinal))).Normalize(NormalizationForm.FormC);
}
