using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Platform.Model;
using Platform.Testing.SqlServer;

namespace Platform.Storage.Tests;

/// <summary>The migrations of both databases say what the model says.</summary>
public sealed class MigrationTests
{
    [Fact]
    public void SqliteMigrations_AreUpToDateWithTheModel()
    {
        using var db = OfflineDatabases.Sqlite();

        db.Database.HasPendingModelChanges().ShouldBeFalse("run tools/add-migration.sh NAME");
    }

    [Fact]
    public void SqlServerMigrations_AreUpToDateWithTheModel()
    {
        using var db = OfflineDatabases.SqlServer();

        db.Database.HasPendingModelChanges().ShouldBeFalse("run tools/add-migration.sh NAME");
    }

    [Fact]
    public void BothDatabases_HaveTheSameMigrations()
    {
        using var sqlite = OfflineDatabases.Sqlite();
        using var server = OfflineDatabases.SqlServer();

        Names(sqlite).ShouldBe(Names(server));
    }

    [Theory, EachDatabase]
    public async Task Migrate_OnAnEmptyDatabase_LeavesNothingPending(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider);
        await using var db = database.Open();

        (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
        (await db.Libraries.CountAsync()).ShouldBe(0);
    }

    private static List<string> Names(LibraryDb db) =>
        [.. db.GetService<IMigrationsAssembly>().Migrations.Keys.Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..])];
}
