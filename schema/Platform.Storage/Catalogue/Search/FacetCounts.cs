using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Search;

namespace Platform.Storage.Catalogue.Search;

/// <summary>Counts the values of one facet over all hits, while they are collected.</summary>
internal abstract class FacetCounts : ICollector
{
    private SegmentColumn? _column;
    private int[] _found = [];
    private int _segment;

    public bool AcceptsDocsOutOfOrder => true;

    /// <summary>A counter for the facet in this index.</summary>
    public static FacetCounts Of(RecordFacet facet, IndexReader reader) => facet switch
    {
        RecordFacet.Library => new TermCounts(reader, IndexFields.Library),
        RecordFacet.Language => new TermCounts(reader, IndexFields.Language),
        RecordFacet.Author => new TermCounts(reader, IndexFields.AuthorName),
        RecordFacet.Subject => new TermCounts(reader, IndexFields.SubjectHeading),
        RecordFacet.Kind => new NumberCounts(IndexFields.Kind, kind => ((RecordKind)kind).ToString()),
        RecordFacet.ItemType => new BitCounts(IndexFields.ItemType, bit => ((ItemType)bit).ToString()),
        RecordFacet.DdcClass => new NumberCounts(IndexFields.DdcClass, digit => digit < 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{digit}00")),
        RecordFacet.Decade => new NumberCounts(IndexFields.Year, year => year == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{year / 10}0")),
        _ => throw new ArgumentOutOfRangeException(nameof(facet)),
    };

    public void SetScorer(Scorer scorer)
    {
        // counting needs no scores
    }

    public void Collect(int doc) => _column!.AddTo(_found, doc); // a segment comes before its hits

    public void SetNextReader(AtomicReaderContext context)
    {
        Settle();
        (_segment, _column) = (context.Ord, ColumnOf(context.AtomicReader));
        _found = new int[_column.Count];
    }

    /// <summary>The most frequent values, equal ones by value.</summary>
    public IReadOnlyList<FacetValue> Top(int count) =>
        [.. AllCounted().OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal).Take(count)];

    protected abstract SegmentColumn ColumnOf(AtomicReader segment);

    /// <summary>Takes what a value was counted in a segment.</summary>
    protected abstract void Add(int segment, SegmentColumn column, int ordinal, int count);

    protected abstract IEnumerable<FacetValue> Counted();

    private IEnumerable<FacetValue> AllCounted()
    {
        Settle();
        return Counted();
    }

    private void Settle()
    {
        for (var ordinal = 0; ordinal < _found.Length; ordinal++)
            if (_found[ordinal] > 0)
                Add(_segment, _column!, ordinal, _found[ordinal]); // nothing is found before the first segment
        _found = [];
    }

    private sealed class NumberCounts(string field, Func<long, string?> name) : FacetCounts
    {
        private readonly Dictionary<long, int> _counts = [];

        protected override SegmentColumn ColumnOf(AtomicReader segment) => SegmentColumn.OfNumbers(segment, field);

        protected override void Add(int segment, SegmentColumn column, int ordinal, int count) =>
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, column.Number(ordinal), out _) += count;

        protected override IEnumerable<FacetValue> Counted() => _counts
            .GroupBy(pair => name(pair.Key), pair => pair.Value)
            .Where(group => group.Key is not null)
            .Select(group => new FacetValue(group.Key!, group.Sum())); // filtered
    }

    private sealed class BitCounts(string field, Func<int, string> name) : FacetCounts
    {
        private readonly int[] _counts = new int[64];

        protected override SegmentColumn ColumnOf(AtomicReader segment) => SegmentColumn.OfNumbers(segment, field);

        protected override void Add(int segment, SegmentColumn column, int ordinal, int count)
        {
            for (var bits = (ulong)column.Number(ordinal); bits != 0; bits &= bits - 1)
                _counts[BitOperations.TrailingZeroCount(bits)] += count;
        }

        protected override IEnumerable<FacetValue> Counted() =>
            _counts.Select((count, bit) => (count, bit)).Where(c => c.count > 0).Select(c => new FacetValue(name(c.bit), c.count));
    }

    /// <summary>Counts by ordinals of the whole index; strings are looked up for the winners only.</summary>
    private sealed class TermCounts(IndexReader reader, string field) : FacetCounts
    {
        private readonly GlobalOrdinals _ordinals = GlobalOrdinals.Of(reader, field);
        private readonly int[] _counts = new int[GlobalOrdinals.Of(reader, field).Count];

        protected override SegmentColumn ColumnOf(AtomicReader segment) => SegmentColumn.OfTerms(segment, field);

        protected override void Add(int segment, SegmentColumn column, int ordinal, int count) => _counts[_ordinals.Global(segment, ordinal)] += count;

        protected override IEnumerable<FacetValue> Counted()
        {
            // A few more than any page asks for, so that equal counts at its end are settled by value.
            var floor = _counts.Where(c => c > 0).OrderDescending().Take(MostValues).DefaultIfEmpty(1).Min();
            for (var ordinal = 0; ordinal < _counts.Length; ordinal++)
                if (_counts[ordinal] >= floor)
                    yield return new FacetValue(_ordinals.Term(ordinal), _counts[ordinal]);
        }
    }

    private const int MostValues = 1000;
}

/// <summary>Numbers of a field's values over all segments of one reader; made when first counted, kept as long as the reader lives.</summary>
internal sealed class GlobalOrdinals
{
    private static readonly ConditionalWeakTable<IndexReader, Dictionary<string, GlobalOrdinals>> Known = [];

    private readonly SortedSetDocValues?[] _segments;
    private readonly MultiDocValues.OrdinalMap _map;

    private GlobalOrdinals(IndexReader reader, string field)
    {
        _segments = [.. reader.Leaves.Select(leaf => leaf.AtomicReader.GetSortedSetDocValues(field))];
        _map = new MultiDocValues.OrdinalMap(this, [.. _segments.Select(s => s is null ? TermsEnum.EMPTY : s.GetTermsEnum())]);
        Count = checked((int)_map.ValueCount);
    }

    public int Count { get; }

    public static GlobalOrdinals Of(IndexReader reader, string field)
    {
        var fields = Known.GetOrCreateValue(reader);
        lock (fields)
        {
            if (!fields.TryGetValue(field, out var ordinals))
                fields[field] = ordinals = new GlobalOrdinals(reader, field);
            return ordinals;
        }
    }

    public int Global(int segment, long ordinal) => (int)_map.GetGlobalOrd(segment, ordinal);

    public string Term(int ordinal)
    {
        var term = new BytesRef();
        lock (_map)
            _segments[_map.GetFirstSegmentNumber(ordinal)]!.LookupOrd(_map.GetFirstSegmentOrd(ordinal), term); // the segment has the value
        return term.Utf8ToString();
    }
}
