using System.Collections.Frozen;
using System.Text;

namespace Platform.Marc.Charsets;

/// <summary>How much a text looks like Vietnamese.</summary>
internal sealed class VietnameseScore
{
    private const string Vowels = "aăâeêioôơuưy";
    private static readonly string[] Tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];

    private static readonly FrozenSet<char> LettersBeyondAscii =
        Vowels.SelectMany(vowel => Tones.Select(tone => $"{vowel}{tone}".Normalize(NormalizationForm.FormC)[0])).Append('đ')
            .SelectMany(letter => new[] { letter, char.ToUpperInvariant(letter) })
            .Where(letter => letter > 0x7F).ToFrozenSet();

    private int _strange;

    /// <summary>Vietnamese letters beyond ASCII.</summary>
    public int Letters { get; private set; }

    /// <summary>The share of characters beyond ASCII that a Vietnamese text would have there: 0 to 1.</summary>
    public double Likelihood => Letters + _strange == 0 ? 0 : (double)Letters / (Letters + _strange);

    public void Add(string text)
    {
        var before = '\0';
        foreach (var character in text.Normalize(NormalizationForm.FormC))
        {
            // A capital right after a small letter is what a wrong reading gives, and no word has it.
            if (character > 0x7F && LettersBeyondAscii.Contains(character) && !(char.IsUpper(character) && char.IsLower(before)))
                Letters++;
            else if (character > 0x7F || character < ' ')
                _strange++;
            before = character;
        }
    }
}
