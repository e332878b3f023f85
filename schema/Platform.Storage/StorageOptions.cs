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

    /// <summary>
    /// What SQLite has done when a change is answered: <c>Full</c> (default), it is on the disk and outlives a power cut; <c>Normal</c>, a power cut may take the
    /// last changes with it, a crash of the process never does. SQL Server always writes through.
    /// </summary>
    public string Synchronous { get; set; } = nameof(SqliteSynchronous.Full);

    /// <summary>The value of <see cref="Synchronous"/>; only after validation.</summary>
    public SqliteSynchronous Durability => Enum.Parse<SqliteSynchronous>(Synchronous, ignoreCase: true);

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

/// <summary>When SQLite hands changes to the disk (its pragma <c>synchronous</c>, under write-ahead logging).</summary>
public enum SqliteSynchronous
{
    /// <summary>At checkpoints: the last changes may be lost with the power.</summary>
    Normal = 1,

    /// <summary>With every commit.</summary>
    Full = 2,
}
