using System.Globalization;

namespace Platform.Marc.Charsets;

/// <summary>Reads the character tables that are kept as text beside the code.</summary>
internal static class TableResource
{
    /// <summary>The lines of a table, without its comments.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        var assembly = typeof(TableResource).Assembly;
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table '{name}' is not part of the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith('#'))
                yield return line;
    }

    /// <summary>The one-byte sets of a table by name: "set NAME …" lines, each followed by its characters.</summary>
    public static Dictionary<string, CodeTable> Sets(string name)
    {
        var sets = new Dictionary<string, CodeTable>();
        CodeTable? current = null;
        foreach (var line in Lines(name))
            if (line.StartsWith("set ", StringComparison.Ordinal))
                sets[line.Split(' ')[1]] = current = new CodeTable();
            else
                current?.Add(Hex(line.AsSpan(0, 2)), (char)Hex(line.AsSpan(3, 4)), line.EndsWith('+'));
        return sets;
    }

    public static int Hex(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
