namespace Platform.Model.Repository;

/// <summary>One version of an e-resource's content. Versions are added, never changed: an appraisal speaks of one version.</summary>
public sealed class EResourceVersion : IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The resource.</summary>
    public long ResourceId { get; init; }

    /// <summary>The library that offers the resource.</summary>
    public required long LibraryId { get; init; }

    /// <summary>Number of the version in the resource, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What changed since the version before.</summary>
    public string? Note { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The resource.</summary>
    public EResource Resource { get; init; } = null!;

    /// <summary>Its files, in order.</summary>
    public ICollection<EResourceFile> Files { get; init; } = [];
}

/// <summary>A file of a version: a name for stored content.</summary>
public sealed class EResourceFile : IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The version.</summary>
    public long VersionId { get; init; }

    /// <summary>The library that offers the resource.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The stored bytes.</summary>
    public required long ContentId { get; init; }

    /// <summary>The name under which the file is downloaded.</summary>
    public required string Name { get; init; }

    /// <summary>Place in the version, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>The version.</summary>
    public EResourceVersion ResourceVersion { get; init; } = null!;

    /// <summary>The stored bytes.</summary>
    public FileContent Content { get; init; } = null!;
}

/// <summary>Bytes in the file store, addressed by their hash: the same file contributed twice is stored once.</summary>
public sealed class FileContent
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>SHA-256 of the bytes, 64 lower-case hexadecimal digits; unique.</summary>
    public required string Sha256 { get; init; }

    /// <summary>How many bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The format found in the bytes, whatever the file was called.</summary>
    public required FileFormat Format { get; init; }

    /// <summary>When the bytes were stored.</summary>
    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>When the stored bytes were last read again and compared with the hash; null until then.</summary>
    public DateTimeOffset? CheckedAt { get; set; }

    /// <summary>Whether the last check found other bytes or none.</summary>
    public bool IsDamaged { get; set; }

    /// <summary>What was read from the bytes; null until it was.</summary>
    public FileReading? Reading { get; init; }
}

/// <summary>A file on its way in: begun, resumed as often as needed, and then either stored content or gone.</summary>
public sealed class Upload : ILibraryOwned
{
    /// <summary>The upload's key, which cannot be guessed.</summary>
    public required Guid Id { get; init; }

    /// <summary>The library that uploads.</summary>
    public required long LibraryId { get; init; }

    /// <summary>Who began it.</summary>
    public required string Actor { get; init; }

    /// <summary>The file's name, made harmless.</summary>
    public required string FileName { get; init; }

    /// <summary>How many bytes will come.</summary>
    public required long Size { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When an unfinished upload is thrown away.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The stored bytes; null until all have come and were found sound.</summary>
    public long? ContentId { get; set; }

    /// <summary>The stored bytes.</summary>
    public FileContent? Content { get; set; }
}
