namespace Platform.Model.Patrons;

/// <summary>An export of the Ministry's database that waits to be previewed and confirmed. It holds more about children than the platform keeps, so it is thrown away within the hour.</summary>
public sealed class PersonImportFile : ILibraryOwned
{
    /// <summary>Most bytes of a file.</summary>
    public const int MostBytes = 8 << 20;

    /// <summary>The file's key, which cannot be guessed.</summary>
    public required Guid Id { get; init; }

    /// <summary>The library that imports.</summary>
    public required long LibraryId { get; init; }

    /// <summary>Who sent it: nobody else can use it.</summary>
    public required string Actor { get; init; }

    /// <summary>The bytes.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>When it is thrown away.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
