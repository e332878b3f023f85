using Platform.Model.Catalogue.Import;

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

    /// <summary>
    /// What the columns of a register (XLSX) hold, from the left, by names of <see cref="RegisterColumn"/> parted by commas, <c>-</c> for a column
    /// to leave out; null to go by the register's own header.
    /// </summary>
    public string? Columns { get; init; }

    /// <summary>Only say what would become of each record; nothing is written.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>What to do with a record whose publication the catalogue has already.</summary>
    public MatchPolicy OnMatch { get; init; }

    /// <summary>Records saved in one transaction: what a crash can cost, and how long other writers may have to wait.</summary>
    public int BatchSize { get; init; } = 1000;
}
