namespace Platform.Reporting.Metrics;

/// <summary>The dimension values of one fact, packed: a byte for each <see cref="Dimension"/>, 0 where it has none.</summary>
public readonly record struct DimensionValues
{
    private readonly UInt128 _packed;

    private DimensionValues(UInt128 packed) => _packed = packed;

    /// <summary>The value of a dimension; 0 when the fact has none.</summary>
    public byte this[Dimension dimension] => (byte)(_packed >> Shift(dimension));

    /// <summary>The values with one more; 0 leaves it out.</summary>
    public DimensionValues With(Dimension dimension, byte value) =>
        new(_packed & ~((UInt128)byte.MaxValue << Shift(dimension)) | (UInt128)value << Shift(dimension));

    private static int Shift(Dimension dimension) => (int)dimension * 8;
}
