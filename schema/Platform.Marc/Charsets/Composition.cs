using System.Collections.Concurrent;
using System.Text;

namespace Platform.Marc.Charsets;

/// <summary>Puts a letter and its marks together as normalisation form C has them.</summary>
internal static class Composition
{
    private const int MostCachedMarks = 3;
    private const int MostCachedClusters = 20_000;

    private static readonly ConcurrentDictionary<ulong, string> Clusters = new();

    /// <summary>The letter with its marks. A circumflex or breve goes before the tone, wherever the data had it.</summary>
    public static string Compose(char letter, Span<char> marks)
    {
        PutVowelMarkFirst(letter, marks);
        if (marks.Length > MostCachedMarks)
            return Normalised(letter, marks);
        ulong key = letter;
        foreach (var mark in marks)
            key = key << 16 | mark;
        if (Clusters.TryGetValue(key, out var cluster))
            return cluster;
        cluster = Normalised(letter, marks);
        if (Clusters.Count < MostCachedClusters)
            Clusters[key] = cluster;
        return cluster;
    }

    /// <summary>Whether a mark makes another Vietnamese vowel of this letter (â ă ê ô), to which the tone is then added.</summary>
    public static bool IsVowelMark(char letter, char mark) => mark switch
    {
        '\u0302' => letter is 'a' or 'e' or 'o' or 'A' or 'E' or 'O',
        '\u0306' => letter is 'a' or 'A',
        _ => false,
    };

    // Much real data has the tone first, which alone would never compose: ẽ̂ is not ễ.
    public static void PutVowelMarkFirst(char letter, Span<char> marks)
    {
        for (var i = 1; i < marks.Length; i++)
        {
            var mark = marks[i];
            if (!IsVowelMark(letter, mark))
                continue;
            marks[..i].CopyTo(marks[1..]);
            marks[0] = mark;
            return;
        }
    }

    private static string Normalised(char letter, ReadOnlySpan<char> marks) =>
        string.Concat([letter], marks).Normalize(NormalizationForm.FormC);
}
