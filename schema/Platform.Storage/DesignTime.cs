using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Platform.Model.Access;
using Platform.Storage.Sqlite;
using Platform.Storage.SqlServer;

namespace Platform.Storage;

/// <summary>Makes the SQLite context for the migrations tool.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteLibraryDb>
{
    public SqliteLibraryDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteLibraryDb>();
        options.UseSqliteLibrary("Data Source=:memory:");
        return new SqliteLibraryDb(options.Options, Scope.System, TimeProvider.System);
    }
}

/// <summary>Makes the SQL Server context for the migrations tool; it never connects.</summary>
internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerLibraryDb>
{
    public SqlServerLibraryDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqlServerLibraryDb>();
        options.UseSqlServerLibrary("Server=.;Database=Library");
        return new SqlServerLibraryDb(options.Options, Scope.System, TimeProvider.System);
    }
}
