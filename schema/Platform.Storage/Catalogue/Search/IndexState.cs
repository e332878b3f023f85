using System.Globalization;

namespace Platform.Storage.Catalogue.Search;

/// <summary>Up to where the index is true; stands in every commit.</summary>
/// <param name="Sequence">The last entry of the change feed that is in it; null while it is being built.</param>
/// <param name="HighestId">The highest key of a record it ever had.</param>
internal sealed record IndexState(long? Sequence, long HighestId)
{
    private const string FormatKey = "format";
    private const string SequenceKey = "sequence";
    private const string HighestKey = "highest";

    /// <summary>The state that a commit says; null when it was written by another layout's version.</summary>
    public static IndexState? From(IDictionary<string, string> commitData)
    {
        var isOurs = commitData.TryGetValue(FormatKey, out var format) && format == Text(SearchIndex.Format);
        return isOurs ? new IndexState(Number(commitData[SequenceKey]), Number(commitData[HighestKey])) : null;
    }

    /// <summary>The state as a commit keeps it; nothing for an index that is not built yet.</summary>
    public Dictionary<string, string> ToCommitData() => Sequence is not { } sequence
        ? []
        : new() { [FormatKey] = Text(SearchIndex.Format), [SequenceKey] = Text(sequence), [HighestKey] = Text(HighestId) };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
