using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;

namespace Platform.Storage.Sqlite;

/// <summary>The library database in a SQLite file.</summary>
public sealed class SqliteLibraryDb(DbContextOptions<SqliteLibraryDb> options, Scope scope, TimeProvider clock)
    : LibraryDb(options, scope, clock)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.UseOpenIddict<long>();
    }
}
