using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace Platform.Storage.Catalogue.Search;

/// <summary>
/// The values of one field in one segment, numbered from 0, document by document. Kept in memory as long as the segment lives, 8 bytes
/// a document: the index's own columns are unpacked anew for each hit, which was most of the cost of counting a common word's hits.
/// </summary>
internal sealed class SegmentColumn
{
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<string, SegmentColumn>> Known = [];

    private readonly int[] _starts;
    private readonly int[] _ordinals;
    private readonly long[] _numbers;

    private SegmentColumn(int[] starts, int[] ordinals, int count, long[] numbers) => (_starts, _ordinals, Count, _numbers) = (starts, ordinals, count, numbers);

    /// <summary>How many different values there are.</summary>
    public int Count { get; }

    /// <summary>The column of a field of terms, numbered as the segment numbers them.</summary>
    public static SegmentColumn OfTerms(AtomicReader segment, string field) => Of(segment, field, ReadTerms);

    /// <summary>The column of a field of numbers, one a document.</summary>
    public static SegmentColumn OfNumbers(AtomicReader segment, string field) => Of(segment, field, ReadNumbers);

    /// <summary>Adds one to the count of each value of a document.</summary>
    public void AddTo(int[] counts, int document)
    {
        for (var place = _starts[document]; place < _starts[document + 1]; place++)
            counts[_ordinals[place]]++;
    }

    /// <summary>The number that stands for itself under an ordinal.</summary>
    public long Number(int ordinal) => _numbers[ordinal];

    // A segment never changes; what is deleted from it is no hit.
    private static SegmentColumn Of(AtomicReader segment, string field, Func<AtomicReader, string, SegmentColumn> read) =>
        Known.GetOrCreateValue(segment.CoreCacheKey).GetOrAdd(field, name => read(segment, name));

    private static SegmentColumn ReadTerms(AtomicReader segment, string field)
    {
        var starts = new int[segment.MaxDoc + 1];
        if (segment.GetSortedSetDocValues(field) is not { } values)
            return new SegmentColumn(starts, [], 0, []);
        var ordinals = new List<int>(segment.MaxDoc);
        for (var document = 0; document < segment.MaxDoc; document++)
        {
            values.SetDocument(document);
            for (var ordinal = values.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = values.NextOrd())
                ordinals.Add((int)ordinal);
            starts[document + 1] = ordinals.Count;
        }
        return new SegmentColumn(starts, [.. ordinals], checked((int)values.ValueCount), []);
    }

    private static SegmentColumn ReadNumbers(AtomicReader segment, string field)
    {
        var starts = new int[segment.MaxDoc + 1];
        if (segment.GetNumericDocValues(field) is not { } values)
            return new SegmentColumn(starts, [], 0, []);
        var (ordinals, known) = (new int[segment.MaxDoc], new Dictionary<long, int>());
        for (var document = 0; document < ordinals.Length; document++)
        {
            var number = values.Get(document);
            if (!known.TryGetValue(number, out var ordinal))
                known[number] = ordinal = known.Count;
            (ordinals[document], starts[document + 1]) = (ordinal, document + 1);
        }
        return new SegmentColumn(starts, ordinals, known.Count, [.. known.OrderBy(pair => pair.Value).Select(pair => pair.Key)]);
    }
}
