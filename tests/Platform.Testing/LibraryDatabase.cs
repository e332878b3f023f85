using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Platform.Model;
using Platform.Model.Access;
using Platform.Storage;
using Platform.Storage.Sqlite;
using Platform.Storage.SqlServer;

namespace Platform.Testing;

/// <summary>
/// A real, empty, migrated database of its own for one test: a SQLite file copied from a template, or a database on the server that
/// <see cref="SqlServerVariable"/> names. Removed when disposed.
/// </summary>
public sealed class LibraryDatabase : IAsyncDisposable
{
    /// <summary>Environment variable with the connection string of a SQL Server for tests.</summary>
    public const string SqlServerVariable = "PLATFORM_TEST_SQLSERVER";

    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private readonly DatabaseProvider _provider;
    private readonly string? _folder;

    private LibraryDatabase(DatabaseProvider provider, string connectionString, string? folder, TimeProvider clock)
    {
        (_provider, ConnectionString, _folder, Clock) = (provider, connectionString, folder, clock);
    }

    /// <summary>The server's connection string, or null when none is configured.</summary>
    public static string? SqlServerConnection => Environment.GetEnvironmentVariable(SqlServerVariable) is { Length: > 0 } value ? value : null;

    /// <summary>Where the database is.</summary>
    public string ConnectionString { get; }

    /// <summary>The clock that saves use.</summary>
    public TimeProvider Clock { get; }

    /// <summary>The statements run through contexts of this fixture.</summary>
    public SqlCounter Sql { get; } = new();

    /// <summary>A fresh SQLite database.</summary>
    public static Task<LibraryDatabase> CreateAsync(TimeProvider? clock = null) => CreateAsync(DatabaseProvider.Sqlite, clock);

    /// <summary>A fresh database of the provider.</summary>
    public static Task<LibraryDatabase> CreateAsync(DatabaseProvider provider, TimeProvider? clock = null) =>
        provider is DatabaseProvider.Sqlite ? OnSqliteAsync(clock ?? TimeProvider.System) : OnSqlServerAsync(clock ?? TimeProvider.System);

    /// <summary>A context for the platform itself, or for the given scope; the caller disposes it.</summary>
    public LibraryDb Open(Scope? scope = null)
    {
        if (_provider is DatabaseProvider.Sqlite)
        {
            var sqlite = new DbContextOptionsBuilder<SqliteLibraryDb>();
            sqlite.UseSqliteLibrary(ConnectionString, SqliteSynchronous.Normal).AddInterceptors(Sql);
            return new SqliteLibraryDb(sqlite.Options, scope ?? Scope.System, Clock);
        }
        var server = new DbContextOptionsBuilder<SqlServerLibraryDb>();
        server.UseSqlServerLibrary(ConnectionString).AddInterceptors(Sql);
        return new SqlServerLibraryDb(server.Options, scope ?? Scope.System, Clock);
    }

    /// <summary>What opens the database in a host: for the parts of the product that take it.</summary>
    public LibraryDbFactory Databases => new(
        Options.Create(new StorageOptions { Provider = _provider.ToString(), ConnectionString = ConnectionString, Synchronous = nameof(SqliteSynchronous.Normal) }), Clock, NullLoggerFactory.Instance);

    /// <summary>Saves rows and gives them back with their keys.</summary>
    public async Task<T> HasAsync<T>(T row)
        where T : class
    {
        await using var db = Open();
        db.Add(row);
        await db.SaveChangesAsync();
        return row;
    }

    public async ValueTask DisposeAsync()
    {
        if (_folder is not null)
        {
            SqliteConnection.ClearPool(new SqliteConnection(ConnectionString));
            Directory.Delete(_folder, recursive: true);
            return;
        }
        await using var db = Open();
        SqlConnection.ClearAllPools();
        await db.Database.EnsureDeletedAsync();
    }

    private static async Task<LibraryDatabase> OnSqliteAsync(TimeProvider clock)
    {
        var folder = Directory.CreateTempSubdirectory("platform-test-").FullName;
        var file = Path.Combine(folder, "library.db");
        File.Copy(await Template.Value, file);
        return new LibraryDatabase(DatabaseProvider.Sqlite, DatabaseChoice.SqliteFile(file), folder, clock);
    }

    private static async Task<LibraryDatabase> OnSqlServerAsync(TimeProvider clock)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"platform_test_{Guid.NewGuid():N}");
        var connection = new SqlConnectionStringBuilder(SqlServerConnection) { InitialCatalog = name }.ConnectionString;
        var database = new LibraryDatabase(DatabaseProvider.SqlServer, connection, null, clock);
        await using var db = database.Open();
        await db.Database.MigrateAsync();
        return database;
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("platform-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var file = Path.Combine(folder, "template.db");
        var options = new DbContextOptionsBuilder<SqliteLibraryDb>();
        options.UseSqliteLibrary($"Data Source={file};Pooling=False");
        await using var db = new SqliteLibraryDb(options.Options, Scope.System, TimeProvider.System);
        await db.Database.MigrateAsync();
        // As in the product; kept in the file, so that every copy has it. The last connection takes its log along when it closes.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;");
        return file;
    }
}
