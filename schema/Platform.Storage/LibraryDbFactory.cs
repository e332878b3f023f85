using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.Model;
using Platform.Model.Access;
using Platform.Storage.Sqlite;
using Platform.Storage.SqlServer;

namespace Platform.Storage;

/// <summary>Opens the database for a scope: a request's own, or <see cref="Scope.System"/> for jobs and tools.</summary>
public sealed class LibraryDbFactory
{
    private readonly TimeProvider _clock;
    private readonly Func<Scope, LibraryDb> _open;

    public LibraryDbFactory(IOptions<StorageOptions> options, TimeProvider clock, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(options);
        _clock = clock;
        _open = options.Value.Database switch
        {
            DatabaseProvider.Sqlite => Sqlite(options.Value, loggers),
            DatabaseProvider.SqlServer => SqlServer(options.Value, loggers),
            _ => throw new InvalidOperationException($"No database for provider '{options.Value.Provider}'."),
        };
    }

    /// <summary>A new context for the scope; the caller disposes it.</summary>
    public LibraryDb For(Scope scope) => _open(scope);

    private Func<Scope, LibraryDb> Sqlite(StorageOptions options, ILoggerFactory loggers)
    {
        var builder = new DbContextOptionsBuilder<SqliteLibraryDb>();
        builder.UseLoggerFactory(loggers)
            .UseSqliteLibrary(options.ConnectionString ?? DatabaseChoice.SqliteFile(Path.Combine(options.DataPath, "library.db")), options.Durability);
        return scope => new SqliteLibraryDb(builder.Options, scope, _clock);
    }

    private Func<Scope, LibraryDb> SqlServer(StorageOptions options, ILoggerFactory loggers)
    {
        var builder = new DbContextOptionsBuilder<SqlServerLibraryDb>();
        builder.UseLoggerFactory(loggers).UseSqlServerLibrary(options.ConnectionString!); // the validator refuses SQL Server without one
        return scope => new SqlServerLibraryDb(builder.Options, scope, _clock);
    }
}
