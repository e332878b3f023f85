using System.Globalization;
using System.Text;

namespace Platform.Model.Text;

/// <summary>One written syllable, compared with its marks.</summary>
public static class VietnameseSyllable
{
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    private static readonly HashSet<string> Onsets =
    [
        "", "b", "c", "ch", "d", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "q", "r", "s", "t", "th", "tr", "v", "x",
    ];

    private static readonly HashSet<string> Codas = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];

    /// <summary>
    /// The form in which two syllables typed with marks are the same: vowel marks kept, the tone as a digit at the end, so that its place
    /// does not matter (<c>hòa</c> = <c>hoà</c>), final <c>y</c> after h, k, l, m, s, t as <c>i</c>, lower case. A syllable without a tone has no digit.
    /// </summary>
    public static string Exact(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var tone = -1;
        var letters = new StringBuilder(word.Length);
        foreach (var character in word.Normalize(NormalizationForm.FormD))
        {
            if (Tones.IndexOf(character, StringComparison.Ordinal) is >= 0 and var found)
                tone = found;
            else
                letters.Append(char.ToLowerInvariant(character));
        }
        var exact = letters.ToString().Normalize(NormalizationForm.FormC);
        if (exact is [var consonant, 'y'] && "hklmst".Contains(consonant, StringComparison.Ordinal))
            exact = $"{consonant}i";
        return tone < 0 ? exact : string.Create(CultureInfo.InvariantCulture, $"{exact}{tone + 1}");
    }

    /// <summary>Whether the folded word could be a Vietnamese syllable by its shape: onset, one to three vowels, coda.</summary>
    public static bool IsPossible(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        var first = folded.AsSpan().IndexOfAny("aeiouy");
        if (first < 0)
            return false;
        var last = folded.AsSpan().LastIndexOfAny("aeiouy");
        return last - first < 3
            && folded.AsSpan(first, last - first + 1).IndexOfAnyExcept("aeiouy") < 0
            && Onsets.Contains(folded[..first])
            && Codas.Contains(folded[(last + 1)..]);
    }
}
