using Microsoft.EntityFrameworkCore;
using Platform.Model.Access;
using Platform.Storage;
using Platform.Storage.Sqlite;
using Platform.Storage.SqlServer;

namespace Platform.Testing.SqlServer;

/// <summary>Contexts that know their model and SQL and never connect.</summary>
public static class OfflineDatabases
{
    public static SqliteLibraryDb Sqlite()
    {
        var options = new DbContextOptionsBuilder<SqliteLibraryDb>();
        options.UseSqliteLibrary("Data Source=:memory:");
        return new SqliteLibraryDb(options.Options, Scope.System, TimeProvider.System);
    }

    public static SqlServerLibraryDb SqlServer()
    {
        var options = new DbContextOptionsBuilder<SqlServerLibraryDb>();
        options.UseSqlServerLibrary("Server=.;Database=Library");
        return new SqlServerLibraryDb(options.Options, Scope.System, TimeProvider.System);
    }
}
