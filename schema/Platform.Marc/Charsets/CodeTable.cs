namespace Platform.Marc.Charsets;

/// <summary>A set of characters of one byte each.</summary>
internal sealed class CodeTable
{
    private readonly char[] _characters = new char[256];
    private readonly bool[] _combining = new bool[256];
    private readonly Dictionary<char, int> _codes = [];

    /// <summary>The character of a code; U+0000 when it has none.</summary>
    public char this[int code] => _characters[code];

    /// <summary>The code of a character, the lowest if it has several; 0 when the set lacks it.</summary>
    public int CodeOf(char character) => _codes.GetValueOrDefault(character);

    public bool IsCombining(int code) => _combining[code];

    public void Add(int code, char character, bool isCombining)
    {
        _characters[code] = character;
        _combining[code] = isCombining;
        _codes.TryAdd(character, code);
    }
}
