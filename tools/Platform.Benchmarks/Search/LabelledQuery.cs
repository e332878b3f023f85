using System.Text;

namespace Platform.Benchmarks.Search;

/// <summary>A query as a reader might type it, and the book that is meant.</summary>
/// <param name="Kind">How it was typed.</param>
/// <param name="Text">What was typed.</param>
/// <param name="Title">Beginning of the titles that are right, with marks.</param>
/// <param name="Names">What the author or the series of a right record must hold; empty for anything.</param>
internal sealed record LabelledQuery(string Kind, string Text, string Title, string Names)
{
    public bool IsShared => Kind.StartsWith("shared", StringComparison.Ordinal);

    public static IReadOnlyList<LabelledQuery> Read(string path) =>
        [.. File.ReadLines(path).Skip(1).Select(line => line.Split('\t')).Select(cells => new LabelledQuery(cells[0], cells[1], cells[2], cells[3]))];

    /// <summary>Whether a record is what was meant; compared as composed text, without the search's own folding.</summary>
    public bool IsMeant(string title, string? author, string? series) =>
        Composed(title).StartsWith(Composed(Title), StringComparison.OrdinalIgnoreCase)
        && $"{author} {series}".Contains(Composed(Names), StringComparison.OrdinalIgnoreCase);

    private static string Composed(string text) =>
        string.Join(' ', text.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
