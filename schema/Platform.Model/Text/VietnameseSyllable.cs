namespace Platform.Model.Text;

/// <summary>One written syllable, compared with its marks.</summary>
public static class VietnameseSyllable
{
    // Longer words than any language has are no reason to use the stack for.
    private const int Longest = 256;

    // Composing makes at most three characters of one (Unicode, annex 15).
    private const int MostComposed = 3;

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
        var most = MostExact(word.Length);
        Span<char> letters = most <= Longest ? stackalloc char[most] : new char[most];
        return letters[..WriteExact(word, letters)].ToString();
    }

    /// <summary>How many characters <see cref="WriteExact"/> may write for a word of so many.</summary>
    public static int MostExact(int length) => MostComposed * length + 1;

    /// <summary>Writes what <see cref="Exact"/> gives.</summary>
    /// <param name="word">The word.</param>
    /// <param name="letters">Takes the characters; at least <see cref="MostExact"/> of them.</param>
    /// <returns>How many were written.</returns>
    public static int WriteExact(ReadOnlySpan<char> word, Span<char> letters)
    {
        if (!LatinLetters.IsComposed(word))
            word = VietnameseText.Composed(word.ToString());
        var (length, tone) = (0, LatinLetters.Nothing);
        foreach (var character in word)
        {
            var (letter, found) = LatinLetters.IsInTable(character) ? LatinLetters.Parts(character) : (char.ToLowerInvariant(character), LatinLetters.Nothing);
            letters[length++] = letter;
            tone = found == LatinLetters.Nothing ? tone : found;
        }
        if (length == 2 && letters[1] == 'y' && "hklmst".Contains(letters[0], StringComparison.Ordinal))
            letters[1] = 'i';
        if (tone != LatinLetters.Nothing)
            letters[length++] = tone;
        return length;
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
