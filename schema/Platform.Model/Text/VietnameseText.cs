using System.Buffers;
using System.Globalization;
using System.Text;

namespace Platform.Model.Text;

/// <summary>
/// Vietnamese text as it is stored (NFC) and as it is searched (folded: no marks, lower case, one spelling).
/// </summary>
public static class VietnameseText
{
    /// <summary>NFC with control and zero-width characters removed and white space collapsed: the form in which every text column is stored.</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsClean(text))
            return text;
        var composed = LatinLetters.IsComposed(text) ? text : Composed(text);
        var builder = new StringBuilder(composed.Length);
        var gap = false;
        foreach (var character in composed)
        {
            if (IsInvisible(character))
                continue;
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                gap = builder.Length > 0;
                continue;
            }
            if (gap)
                builder.Append(' ');
            gap = false;
            builder.Append(character);
        }
        return builder.ToString();
    }

    /// <summary>
    /// The search key of a text: marks dropped (also horn, breve and circumflex), <c>đ</c> to <c>d</c>, lower case,
    /// every run of other characters than letters and digits one blank, and final <c>y</c> after h, k, l, m, s, t as <c>i</c>
    /// (<c>Vật lý</c> = <c>Vật lí</c>). Two texts that a reader would type alike fold alike; empty for a text without letters or digits.
    /// </summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return LatinLetters.IsComposed(text) ? string.Create(text.Length, text, FoldLatin).TrimEnd('\0') : FoldAny(text);
    }

    // Nearly every text of a catalogue is.
    private static bool IsClean(string text)
    {
        var before = ' ';
        foreach (var character in text)
        {
            var isGap = char.IsWhiteSpace(character) && (character != ' ' || before == ' ');
            if (isGap || char.IsControl(character) || IsInvisible(character) || !LatinLetters.IsInTable(character))
                return false;
            before = character;
        }
        return before != ' ' || text.Length == 0;
    }

    private static void FoldLatin(Span<char> folded, string text)
    {
        var length = 0;
        foreach (var character in text)
        {
            var letter = LatinLetters.Fold(character);
            if (letter == LatinLetters.Nothing)
                continue;
            if (letter != ' ' || length > 0 && folded[length - 1] != ' ')
                folded[length++] = letter;
        }
        if (length > 0 && folded[length - 1] == ' ')
            length--;
        UnifyFinalY(folded[..length]);
        folded[length..].Clear();
    }

    /// <summary>The text in NFC.</summary>
    internal static string Composed(string text) => Sound(text).Normalize(NormalizationForm.FormC);

    // Half a surrogate pair cannot be normalised; it is shown as the sign for an unreadable character.
    private static string Sound(string text)
    {
        var isSound = true;
        for (var i = 0; i < text.Length && isSound; i++)
            isSound = !char.IsSurrogate(text[i]) || i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i]);
        return isSound ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
    }

    private static string FoldAny(string text)
    {
        var decomposed = Sound(text).Normalize(NormalizationForm.FormD);
        var buffer = ArrayPool<char>.Shared.Rent(decomposed.Length + 1);
        try
        {
            var length = 0;
            foreach (var character in decomposed)
                length = Append(buffer, length, character);
            if (length > 0 && buffer[length - 1] == ' ')
                length--;
            UnifyFinalY(buffer.AsSpan(0, length));
            return new string(buffer, 0, length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static int Append(char[] buffer, int length, char character)
    {
        if (IsMark(character) || IsInvisible(character))
            return length;
        if (char.IsLetterOrDigit(character))
            buffer[length++] = character is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(character);
        else if (length > 0 && buffer[length - 1] != ' ')
            buffer[length++] = ' ';
        return length;
    }

    // Both spellings stand in school data: "Mĩ thuật" and "Mỹ thuật", "Địa lí" and "Địa lý".
    private static void UnifyFinalY(Span<char> folded)
    {
        for (var i = 1; i < folded.Length; i++)
        {
            var ends = i + 1 == folded.Length || folded[i + 1] == ' ';
            var starts = i == 1 || folded[i - 2] == ' ';
            if (folded[i] == 'y' && ends && starts && "hklmst".Contains(folded[i - 1], StringComparison.Ordinal))
                folded[i] = 'i';
        }
    }

    internal static bool IsMark(char character) =>
        CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark;

    internal static bool IsInvisible(char character) => character is '\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u00AD';
}
