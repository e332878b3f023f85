namespace Platform.Reporting.Metrics;

/// <summary>The dimension values of one fact, packed: a byte for each <see cref="Dimension"/>, 0 where it has none.</summary>
public readonly record struct DimensionValues
{
    private const int InOneWord = 8;
    private readonly ulong _low;
    private readonly ulong _high;

    private DimensionValues(ulong low, ulong high) => (_low, _high) = (low, high);

    /// <summary>The value of a dimension; 0 when the fact has none.</summary>
    public byte this[Dimension dimension] => (byte)(((int)dimension < InOneWord ? _low : _high) >> Shift(dimension));

    /// <summary>The values with one more; 0 leaves it out.</summary>
    public DimensionValues With(Dimension dimension, byte value) => (int)dimension < InOneWord
        ? new(Put(_low, dimension, value), _high)
        : new(_low, Put(_high, dimension, value));

    /// <summary>An order that is the same on every machine.</summary>
    public (ulong, ulong) Rank => (_high, _low);

    private static ulong Put(ulong word, Dimension dimension, byte value) =>
        word & ~((ulong)byte.MaxValue << Shift(dimension)) | (ulong)value << Shift(dimension);

    private static int Shift(Dimension dimension) => ((int)dimension & (InOneWord - 1)) * 8;
}
