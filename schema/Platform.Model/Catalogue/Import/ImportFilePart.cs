namespace Platform.Model.Catalogue.Import;

/// <summary>A piece of a file that waits to be read for a review.</summary>
public sealed class ImportFilePart
{
    /// <summary>Most bytes of a piece.</summary>
    public const int MostBytes = 512 * 1024;

    /// <summary>The import.</summary>
    public required long BatchId { get; init; }

    /// <summary>Its place in the file, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>The bytes.</summary>
    public required byte[] Bytes { get; init; }
}
