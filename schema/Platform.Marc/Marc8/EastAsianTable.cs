using System.Collections.Frozen;
using Platform.Marc.Charsets;

namespace Platform.Marc.Marc8;

/// <summary>The East Asian Character Code: three bytes a character. Loaded when the first such character is met.</summary>
internal static class EastAsianTable
{
    private const int FirstPosition = 0x20;

    private static readonly Lazy<FrozenDictionary<int, char>> Characters = new(() => Pairs().ToFrozenDictionary(p => p.Code, p => p.Character));

    // Some characters have several codes (variants); the lowest is the one to write, but never one that holds a blank.
    private static readonly Lazy<FrozenDictionary<char, int>> Codes = new(
        () => Pairs().Where(p => (p.Code & 0x7F) > FirstPosition).GroupBy(p => p.Character).ToFrozenDictionary(g => g.Key, g => g.Min(p => p.Code)));

    /// <summary>The character of a three-byte code; U+0000 when it has none.</summary>
    public static char Character(int code) => Characters.Value.GetValueOrDefault(code);

    /// <summary>The three-byte code of a character, or 0.</summary>
    public static int Code(char character) => Codes.Value.GetValueOrDefault(character);

    private static IEnumerable<(int Code, char Character)> Pairs()
    {
        foreach (var line in TableResource.Lines("eacc.txt"))
        {
            var cells = line.Split(' ');
            var section = TableResource.Hex(cells[0]) << 8;
            for (var i = 1; i < cells.Length; i++)
                if (cells[i] != ".")
                    yield return (section | (FirstPosition + i - 1), (char)TableResource.Hex(cells[i]));
        }
    }
}
