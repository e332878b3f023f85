namespace Platform.Storage;

/// <summary>Where the platform keeps its data (configuration section <c>Storage</c>).</summary>
public sealed class StorageOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Storage";

    /// <summary>Folder for the SQLite database, the search index, the scheduler's file and stored files. Default: <c>data</c> under the current directory.</summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>The database product: <c>Sqlite</c> (default, embedded) or <c>SqlServer</c>.</summary>
    public string Provider { get; set; } = nameof(DatabaseProvider.Sqlite);

    /// <summary>Connection string <c>ConnectionStrings:Library</c>; required for SQL Server, optional for SQLite.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The provider as a value; only after validation.</summary>
    public DatabaseProvider Database => Enum.Parse<DatabaseProvider>(Provider, ignoreCase: true);

    /// <summary>Full path of the data folder.</summary>
    public string DataPath => Path.GetFullPath(DataFolder);
}

/// <summary>The database products that the platform knows.</summary>
public enum DatabaseProvider
{
    /// <summary>SQLite in one file: one group of schools on one machine.</summary>
    Sqlite = 1,

    /// <summary>Microsoft SQL Server 2019 or later.</summary>
    SqlServer = 2,
}
