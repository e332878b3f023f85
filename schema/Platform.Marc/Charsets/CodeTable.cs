namespace Platform.Marc.Charsets;

/// <summary>A set of characters of one byte each.</summary>
internal sealed class CodeTable
{
    private readonly char[] _characters = new char[256];
    private readonly bool[] _combining = new bool[256];

    /// <summary>The character of a code; U+0000 when it has none.</summary>
    public char this[int code] => _characters[code];

    /// <summary>The codes that have a character, in order.</summary>
    public IEnumerable<int> Codes => Enumerable.Range(0, _characters.Length).Where(code => _characters[code] != 0);

    public bool IsCombining(int code) => _combining[code];

    public void Add(int code, char character, bool isCombining)
    {
        _characters[code] = character;
        _combining[code] = isCombining;
    }
}
