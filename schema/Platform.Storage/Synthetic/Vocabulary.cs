using System.Globalization;

namespace Platform.Storage.Synthetic;

/// <summary>The words of which titles and names are made, some more frequent than others.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, WordList> _lists;

    private Vocabulary(IEnumerable<string[]> rows) =>
        _lists = rows.GroupBy(cells => cells[0]).ToDictionary(group => group.Key, group => new WordList([.. group.Select(cells => new Word(cells[1], Weight(cells), cells[3]))]));

    public static Vocabulary Load()
    {
        using var stream = typeof(Vocabulary).Assembly.GetManifestResourceStream("Platform.Storage.Synthetic.Words.tsv")
            ?? throw new InvalidOperationException("The words are not in the assembly.");
        using var reader = new StreamReader(stream);
        return new Vocabulary([.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))]);
    }

    public Word Pick(string kind, Random random) => _lists[kind].Pick(random);

    /// <summary>A person's name: family, middle, given.</summary>
    public string Name(Random random) => $"{Pick("family", random).Text} {Pick("middle", random).Text} {Pick("given", random).Text}";

    private static int Weight(string[] cells) => int.Parse(cells[2], CultureInfo.InvariantCulture);

    /// <param name="Text">The word or phrase.</param>
    /// <param name="Weight">How often it is taken, beside the others of its kind.</param>
    /// <param name="Ddc">Class number of a theme.</param>
    internal sealed record Word(string Text, int Weight, string Ddc);

    private sealed class WordList
    {
        private readonly Word[] _words;
        private readonly int[] _upTo;

        public WordList(Word[] words)
        {
            (_words, _upTo) = (words, new int[words.Length]);
            for (var (i, sum) = (0, 0); i < words.Length; i++)
                _upTo[i] = sum += words[i].Weight;
        }

        public Word Pick(Random random)
        {
            var at = Array.BinarySearch(_upTo, random.Next(_upTo[^1]) + 1);
            return _words[at >= 0 ? at : ~at];
        }
    }
}
