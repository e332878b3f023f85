namespace Platform.Model.Repository;

/// <summary>What was read from stored bytes: their text for searching, and a small picture. Made in the background, and again whenever it is missing.</summary>
public sealed class FileReading
{
    /// <summary>The bytes; one reading each.</summary>
    public required long ContentId { get; init; }

    /// <summary>How reading the text went.</summary>
    public required ReadingState TextState { get; init; }

    /// <summary>The text, one blank between words; null when there is none.</summary>
    public string? Text { get; init; }

    /// <summary>How making the small picture went.</summary>
    public required ReadingState ThumbnailState { get; init; }

    /// <summary>SHA-256 of the small picture (WebP) in the file store; null when there is none.</summary>
    public string? ThumbnailSha256 { get; init; }

    /// <summary>When it was read.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>The bytes.</summary>
    public FileContent Content { get; init; } = null!;
}

/// <summary>How reading a file went.</summary>
public enum ReadingState : byte
{
    /// <summary>It was read whole.</summary>
    Read = 1,

    /// <summary>It was read up to the bound; the rest is not searched.</summary>
    Cut = 2,

    /// <summary>There is no text in it: a scan, or slides of pictures.</summary>
    NoText = 3,

    /// <summary>It is protected by a password.</summary>
    Encrypted = 4,

    /// <summary>It is broken, or the reader ended on it.</summary>
    Unreadable = 5,

    /// <summary>It took longer than a file may.</summary>
    TimedOut = 6,

    /// <summary>It has more bytes, or would take more memory, than a file may.</summary>
    TooLarge = 7,

    /// <summary>Its format has nothing of the kind.</summary>
    NotOffered = 8,
}
