using System.Globalization;
using System.Text;

namespace Platform.Model.Repository;

/// <summary>Makes the name that came with a file harmless: no path, no tricks with direction or control characters, a true ending.</summary>
public static class FileName
{
    /// <summary>Most characters of a name, the ending included.</summary>
    public const int MostCharacters = 150;

    private const string Nameless = "tep";

    private static readonly string[] ReservedOnWindows =
    [
        "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    ];

    /// <summary>The last part of the name in NFC, without what could harm on any system.</summary>
    public static string Clean(string? given)
    {
        var last = (given ?? "").Split('/', '\\')[^1];
        var kept = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
            if (IsHarmless(rune))
                kept.Append(rune);
        var name = Shorten(kept.ToString().Normalize(NormalizationForm.FormC).Trim(' ', '.'));
        if (name.Length == 0)
            return Nameless;
        var stem = Path.GetFileNameWithoutExtension(name).TrimEnd();
        return ReservedOnWindows.Contains(stem, StringComparer.OrdinalIgnoreCase) ? "_" + name : name;
    }

    /// <summary>The name with an ending that tells the format truly.</summary>
    public static string For(string name, FileFormat format)
    {
        var endings = format.Extensions();
        return endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) ? name : Shorten(name, endings[0].Length) + endings[0];
    }

    private static bool IsHarmless(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
        && rune != Rune.ReplacementChar
        && "<>:\"|?*".IndexOf((char)Math.Min(rune.Value, char.MaxValue), StringComparison.Ordinal) < 0;

    private static string Shorten(string name, int room = 0)
    {
        if (name.Length + room <= MostCharacters)
            return name;
        var ending = Path.GetExtension(name) is { Length: <= 10 } kept && room == 0 ? kept : "";
        var stem = name[..(MostCharacters - room - ending.Length)];
        return (char.IsHighSurrogate(stem[^1]) ? stem[..^1] : stem).TrimEnd(' ', '.') + ending;
    }
}
