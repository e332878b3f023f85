using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Platform.Storage.Sqlite;

namespace Platform.Storage;

/// <summary>The one place that turns a provider and a connection string into context options; hosts, tools and tests share it.</summary>
public static class DatabaseChoice
{
    // 160: SQL Server 2022's T-SQL. 170 would use the json type, below 130 there is no OPENJSON.
    private const int CompatibilityLevel = 160;

    /// <summary>Uses SQLite with the connection string; a commit is on the disk before it is answered unless said otherwise.</summary>
    public static DbContextOptionsBuilder UseSqliteLibrary(this DbContextOptionsBuilder builder, string connectionString, SqliteSynchronous synchronous = SqliteSynchronous.Full) => builder
        .UseSqlite(connectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .AddInterceptors(new SqlitePragmas(synchronous))
        .ForLibrary();

    /// <summary>Uses SQL Server with the connection string.</summary>
    public static DbContextOptionsBuilder UseSqlServerLibrary(this DbContextOptionsBuilder builder, string connectionString) => builder
        .UseSqlServer(connectionString, server => server
            .UseCompatibilityLevel(CompatibilityLevel)
            .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .ForLibrary();

    /// <summary>Connection string of a SQLite file.</summary>
    public static string SqliteFile(string path) => $"Data Source={path};Foreign Keys=True;Pooling=True";

    // A deleted record has no items (a rule refuses it), so the filter on records never hides an item's record.
    private static DbContextOptionsBuilder ForLibrary(this DbContextOptionsBuilder builder) => builder
        .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));
}
