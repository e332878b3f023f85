using System.Text;

namespace Platform.FileReader;

/// <summary>Text with one blank between words and a bound: what goes beyond it is left out.</summary>
internal sealed class BoundedText(int most)
{
    private readonly StringBuilder _text = new();

    /// <summary>Whether there is no room for more.</summary>
    public bool IsFull => _text.Length >= most;

    public bool IsEmpty => _text.Length == 0;

    /// <summary>Adds a text as words of its own; control characters and runs of blanks become one blank.</summary>
    public void Add(string? text)
    {
        var isApart = true;
        foreach (var character in text ?? "")
        {
            if (IsFull)
                return;
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                isApart = true;
                continue;
            }
            if (isApart && _text.Length > 0)
                _text.Append(' ');
            isApart = false;
            _text.Append(character);
        }
    }

    // A cut may fall between the halves of a character.
    public override string ToString() =>
        _text.Length > 0 && char.IsHighSurrogate(_text[^1]) ? _text.ToString(0, _text.Length - 1) : _text.ToString();
}
