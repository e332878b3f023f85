namespace Platform.Storage.Export;

/// <summary>What an archive of one school holds: everything can be checked against it, before and after it is restored.</summary>
/// <param name="Format">Version of the archive's form.</param>
/// <param name="Migration">Newest migration of the database it was made from; it is restored into the same.</param>
/// <param name="Library">Code of the school.</param>
/// <param name="Tables">The tables in the order in which they are restored.</param>
/// <param name="Files">SHA-256 of the stored files, in order.</param>
public sealed record SchoolManifest(int Format, string Migration, string Library, IReadOnlyList<ArchivedTable> Tables, IReadOnlyList<string> Files)
{
    /// <summary>The form that this version writes and reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Name of the manifest in the archive.</summary>
    public const string Entry = "manifest.json";

    /// <summary>Name of a table's rows in the archive, one JSON object a line.</summary>
    public static string EntryOf(string table) => $"tables/{table}.jsonl";

    /// <summary>Name of a stored file in the archive.</summary>
    public static string EntryOfFile(string sha256) => $"files/{sha256}";
}

/// <summary>A table of an archive.</summary>
/// <param name="Name">Name of the entity.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Sha256">SHA-256 of its rows as they stand in the archive.</param>
public sealed record ArchivedTable(string Name, long Rows, string Sha256);
