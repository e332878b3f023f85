using System.Text;

namespace Platform.Model.Text;

/// <summary>
/// Folding and taking apart of Latin letters by table: nearly all text of a catalogue, at a small part of the cost of general normalisation.
/// Made from general normalisation when first used, so that both always agree.
/// </summary>
internal static class LatinLetters
{
    /// <summary>What a character that cannot be seen folds to.</summary>
    public const char Nothing = '\0';

    private const char FirstMark = '\u0300';
    private const char FirstVietnamese = '\u1E00';
    private const char AfterVietnamese = '\u1F00';
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    private static readonly char[] Folded = Table(FoldSlowly);
    private static readonly char[] WithoutTone = Table(character => char.ToLowerInvariant(ToneOf(character, out var rest) < 0 ? character : rest));
    private static readonly char[] ToneDigits = Table(character => ToneOf(character, out _) is >= 0 and var tone ? (char)('1' + tone) : Nothing);

    /// <summary>Whether the text holds only characters of the tables; such a text is composed (NFC).</summary>
    public static bool IsComposed(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
            if (!IsInTable(character))
                return false;
        return true;
    }

    /// <summary>Whether the tables have the character.</summary>
    public static bool IsInTable(char character) => character is < FirstMark or >= FirstVietnamese and < AfterVietnamese;

    /// <summary>The folded letter or digit; a blank for what parts words; <see cref="Nothing"/> for what cannot be seen.</summary>
    public static char Fold(char character) => Folded[Place(character)];

    /// <summary>The letter without its tone, lower case, other marks kept, and the tone as a digit, <see cref="Nothing"/> when it has none.</summary>
    public static (char Letter, char Tone) Parts(char character) => (WithoutTone[Place(character)], ToneDigits[Place(character)]);

    private static int Place(char character) => character < FirstMark ? character : FirstMark + (character - FirstVietnamese);

    private static char[] Table(Func<char, char> entry)
    {
        var table = new char[FirstMark + (AfterVietnamese - FirstVietnamese)];
        for (var character = '\0'; character < FirstMark; character++)
            table[Place(character)] = entry(character);
        for (var character = FirstVietnamese; character < AfterVietnamese; character++)
            table[Place(character)] = entry(character);
        return table;
    }

    private static char FoldSlowly(char character)
    {
        if (VietnameseText.IsInvisible(character))
            return Nothing;
        if (!char.IsLetterOrDigit(character))
            return ' ';
        var letter = character is 'đ' or 'Đ' ? 'd' : character.ToString().Normalize(NormalizationForm.FormD)[0];
        return char.ToLowerInvariant(letter);
    }

    private static int ToneOf(char character, out char rest)
    {
        var parts = character.ToString().Normalize(NormalizationForm.FormD);
        var tone = parts.AsSpan(1).IndexOfAny(Tones);
        rest = tone < 0 ? character : parts.Remove(tone + 1, 1).Normalize(NormalizationForm.FormC)[0];
        return tone < 0 ? -1 : Tones.IndexOf(parts[tone + 1], StringComparison.Ordinal);
    }
}
