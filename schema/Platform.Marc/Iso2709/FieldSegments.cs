using Platform.Marc.Content;

namespace Platform.Marc.Iso2709;

/// <summary>The data of a record cut at its field terminators, and which of the pieces belong to a directory entry.</summary>
internal sealed class FieldSegments
{
    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];
    private readonly List<bool> _claimed = [];

    public FieldSegments(byte[] record, int dataStart, int dataEnd)
    {
        for (var start = dataStart; start < dataEnd; start = _ends[^1] + 1)
        {
            var length = record.AsSpan(start, dataEnd - start).IndexOf(Separators.Field);
            EndsOpen = length < 0;
            _starts.Add(start);
            _ends.Add(length < 0 ? dataEnd : start + length);
            _claimed.Add(false);
        }
    }

    /// <summary>Whether the last piece has no terminator.</summary>
    public bool EndsOpen { get; }

    public int Count => _starts.Count;

    public int Start(int segment) => _starts[segment];

    /// <summary>The place of the terminator.</summary>
    public int End(int segment) => _ends[segment];

    /// <summary>The piece that begins here, or -1.</summary>
    public int BeginningAt(int place) => Math.Max(-1, _starts.BinarySearch(place));

    /// <summary>The piece that holds this place, or -1.</summary>
    public int Holding(int place)
    {
        var found = _starts.BinarySearch(place);
        var segment = found >= 0 ? found : ~found - 1;
        return segment >= 0 && place <= _ends[segment] ? segment : -1;
    }

    /// <summary>Marks the pieces that begin in a range as belonging to an entry.</summary>
    public void Claim(int segment, int end)
    {
        for (; segment < Count && _starts[segment] < end; segment++)
            _claimed[segment] = true;
    }

    /// <summary>The pieces that belong to no entry yet, in order.</summary>
    public List<int> Unclaimed() => [.. Enumerable.Range(0, Count).Where(s => !_claimed[s])];
}
