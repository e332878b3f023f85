namespace Platform.Storage.Catalogue.Import;

/// <summary>A file to import into a library.</summary>
public sealed record ImportRequest
{
    /// <summary>Path of the file.</summary>
    public required string Path { get; init; }

    /// <summary>Code of the receiving library.</summary>
    public required string LibraryCode { get; init; }

    /// <summary>Name under which the library is created when its code is unknown; null to refuse an unknown code.</summary>
    public string? CreateLibraryNamed { get; init; }

    /// <summary>Only say what would become of each record; nothing is written.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Records saved in one transaction: what a crash can cost, and how long other writers may have to wait.</summary>
    public int BatchSize { get; init; } = 1000;
}
