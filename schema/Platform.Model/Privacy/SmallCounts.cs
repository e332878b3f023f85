using System.Numerics;

namespace Platform.Model.Privacy;

/// <summary>
/// Which figures of a table a reader outside the school may see. A figure about pupils below the threshold is left out (NĐ 56/2017 Đ.33:
/// what services a child uses is confidential), and with it as many others that no combination of what remains, totals of every kind
/// included, gives it away. A count of 0 names nobody; where figures are left out it is left out with them, so that it does not tell either.
/// </summary>
/// <remarks>
/// For every small figure, figures that differ from it in one dimension or more are left out together, at the corners of a box. Adding one at
/// its even corners and taking one away at its odd ones changes no total that is shown, so the totals do not determine the figure; and
/// beside a small figure at least the threshold is missing from each total. Where there is no such box, the whole parting is left out.
/// Whatever is finer than a figure left out is left out. What is shown of a parting depends on no finer one: queries with different
/// partings of the same table cannot be played against each other.
/// </remarks>
public sealed class SmallCounts
{
    private const int MostPartners = 8;

    private readonly int _threshold;
    private readonly Dictionary<Place, (long Count, bool IsAboutPupils)>[] _margins;
    private readonly HashSet<Place>[] _hidden;
    private readonly bool[] _isWhollyHidden;

    private SmallCounts(int dimensions, int threshold)
    {
        var partings = 1 << dimensions;
        _threshold = threshold;
        _margins = [.. Enumerable.Range(0, partings).Select(_ => new Dictionary<Place, (long, bool)>())];
        _hidden = [.. Enumerable.Range(0, partings).Select(_ => new HashSet<Place>())];
        _isWhollyHidden = new bool[partings];
    }

    /// <summary>Decides about a table.</summary>
    /// <param name="cells">Its cells, each with a key of the same length; keys may repeat.</param>
    /// <param name="threshold">The smallest figure about pupils that is shown; 0 or 1 shows everything.</param>
    /// <exception cref="ArgumentException">Keys of different lengths.</exception>
    public static SmallCounts Of(IReadOnlyCollection<CountCell> cells, int threshold)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var dimensions = cells.FirstOrDefault()?.Key.Count ?? 0;
        var counts = new SmallCounts(dimensions, threshold);
        foreach (var cell in cells)
        {
            if (cell.Key.Count != dimensions)
                throw new ArgumentException($"A key has {cell.Key.Count} parts, others have {dimensions}.", nameof(cells));
            if (cell.Count > 0)
                counts.Add(cell);
        }
        foreach (var parting in Enumerable.Range(0, 1 << dimensions).OrderBy(p => BitOperations.PopCount((uint)p)).ThenBy(p => p))
        {
            counts.Protect(parting);
            while (counts.Fill(parting))
            {
            }
        }
        return counts;
    }

    /// <summary>Whether the figure is small: it is about pupils, and not 0, and below the threshold.</summary>
    public static bool IsSmall(long count, bool isAboutPupils, int threshold) => isAboutPupils && count > 0 && count < threshold;

    /// <summary>Whether a figure may be shown; one of 0, too.</summary>
    /// <param name="key">A value for each dimension, null for the total over it.</param>
    public bool IsShown(IReadOnlyList<string?> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var parting = key.Select((value, dimension) => value is null ? 0 : 1 << dimension).Sum();
        return !IsHidden(parting, new Place(key));
    }

    private void Add(CountCell cell)
    {
        var place = new Place(cell.Key);
        for (var parting = 0; parting < _margins.Length; parting++)
        {
            var margin = place.Within(parting);
            var (count, isAboutPupils) = _margins[parting].GetValueOrDefault(margin);
            _margins[parting][margin] = (count + cell.Count, isAboutPupils || cell.IsAboutPupils);
        }
    }

    private void Protect(int parting)
    {
        foreach (var (place, (count, isAboutPupils)) in _margins[parting].OrderBy(margin => margin.Value.Count).ThenBy(margin => margin.Key))
        {
            if (!IsSmall(count, isAboutPupils, _threshold) || IsHidden(parting, place))
                continue;
            if (Box(parting, place, count) is { } corners)
                _hidden[parting].UnionWith(corners);
            else
                _isWhollyHidden[parting] = true;
        }
    }

    // What is missing from a total that is shown must not be small either, nor a single figure. Whether more figures had to go.
    private bool Fill(int parting)
    {
        var before = _hidden[parting].Count;
        foreach (var line in Dimensions(parting).SelectMany(dimension => Lines(parting, dimension)))
        {
            var hidden = line.Where(margin => IsHidden(parting, margin.Key)).ToList();
            if (!hidden.Exists(margin => margin.Value.IsAboutPupils) || (hidden.Count > 1 && hidden.Sum(margin => margin.Value.Count) >= _threshold))
                continue;
            var shown = line.Except(hidden).OrderBy(margin => margin.Value.Count).ThenBy(margin => margin.Key).ToList();
            if (shown.Count > 0)
                _hidden[parting].Add(shown[0].Key);
        }
        return _hidden[parting].Count > before;
    }

    private IEnumerable<IReadOnlyList<KeyValuePair<Place, (long Count, bool IsAboutPupils)>>> Lines(int parting, int dimension)
    {
        var coarser = parting & ~(1 << dimension);
        return _margins[parting]
            .GroupBy(margin => margin.Key.Within(coarser))
            .Where(line => !IsHidden(coarser, line.Key))
            .Select(line => line.ToList());
    }

    private static IEnumerable<int> Dimensions(int parting) => Enumerable.Range(0, BitOperations.Log2((uint)parting) + 1).Where(d => (parting & (1 << d)) != 0);

    private bool IsHidden(int parting, Place place)
    {
        // Every part of the parting, itself included: what is finer than a hidden figure is hidden.
        for (var part = parting; ; part = (part - 1) & parting)
        {
            if (_isWhollyHidden[part] || _hidden[part].Contains(place.Within(part)))
                return true;
            if (part == 0)
                return false;
        }
    }

    private List<Place>? Box(int parting, Place small, long count)
    {
        if (parting == 0)
            return null;
        var dimensions = Dimensions(parting).ToList();
        var partners = dimensions.Select(dimension => Partners(parting, small, count, dimension)).ToList();
        return Boxes(small, dimensions, partners).FirstOrDefault(corners => corners.TrueForAll(corner => CountAt(parting, corner) > 0));
    }

    private IReadOnlyList<string> Partners(int parting, Place small, long count, int dimension) =>
    [
        .. _margins[1 << dimension].Keys.Select(margin => margin[dimension]!) // a margin of this dimension has a value there
            .Where(value => value != small[dimension])
            .Select(value => (Value: value, Place: small.With(dimension, value)))
            .Where(partner => CountAt(parting, partner.Place) >= Math.Max(1, _threshold - count))
            .OrderBy(partner => IsHidden(parting, partner.Place) ? 0 : CountAt(parting, partner.Place)).ThenBy(partner => partner.Value, StringComparer.Ordinal)
            .Take(MostPartners)
            .Select(partner => partner.Value),
    ];

    // Every choice of one partner in each dimension: its corners are all mixtures of the small figure's values and the partners'.
    private static IEnumerable<List<Place>> Boxes(Place small, IReadOnlyList<int> dimensions, IReadOnlyList<IReadOnlyList<string>> partners)
    {
        IEnumerable<List<Place>> boxes = [[small]];
        for (var i = 0; i < dimensions.Count; i++)
        {
            var (dimension, values) = (dimensions[i], partners[i]);
            boxes = boxes.SelectMany(corners => values.Select(value => (List<Place>)[.. corners, .. corners.Select(corner => corner.With(dimension, value))]));
        }
        return boxes;
    }

    private long CountAt(int parting, Place place) => _margins[parting].GetValueOrDefault(place).Count;

    /// <summary>A figure's place: a value for each dimension, null where it is a total.</summary>
    private readonly struct Place(IReadOnlyList<string?> values) : IEquatable<Place>, IComparable<Place>
    {
        private readonly IReadOnlyList<string?> _values = values;

        public string? this[int dimension] => _values[dimension];

        public Place Within(int parting) => new([.. _values.Select((value, dimension) => (parting & (1 << dimension)) != 0 ? value : null)]);

        public Place With(int dimension, string value) => new([.. _values.Select((old, d) => d == dimension ? value : old)]);

        public bool Equals(Place other) => _values.SequenceEqual(other._values, StringComparer.Ordinal);

        public override bool Equals(object? obj) => obj is Place other && Equals(other);

        public override int GetHashCode() => _values.Aggregate(17, (hash, value) => HashCode.Combine(hash, value is null ? 0 : string.GetHashCode(value, StringComparison.Ordinal)));

        public int CompareTo(Place other)
        {
            for (var i = 0; i < _values.Count; i++)
            {
                if (string.CompareOrdinal(_values[i], other._values[i]) is not 0 and var order)
                    return order;
            }
            return 0;
        }
    }
}
