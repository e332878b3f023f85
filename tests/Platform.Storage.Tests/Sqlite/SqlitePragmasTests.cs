using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Platform.Model.Access;

namespace Platform.Storage.Tests.Sqlite;

/// <summary>What a connection of the product to SQLite has set: an answered loan outlives a power cut unless the operator chose otherwise.</summary>
public sealed class SqlitePragmasTests
{
    // SQLite: 1 is NORMAL, 2 is FULL.
    [Theory]
    [InlineData(null, "2")]
    [InlineData("Normal", "1")]
    public async Task EveryConnection_WritesThroughAsConfigured_InWriteAheadLogging(string? setting, string expected)
    {
        await using var database = await LibraryDatabase.CreateAsync();
        var options = new StorageOptions { ConnectionString = database.ConnectionString };
        options.Synchronous = setting ?? options.Synchronous;
        var databases = new LibraryDbFactory(Options.Create(options), TimeProvider.System, NullLoggerFactory.Instance);

        // The second comes from the pool, the third is opened beside it.
        for (var i = 0; i < 2; i++)
        {
            await using var db = databases.For(Scope.System);
            await using var beside = databases.For(Scope.System);
            foreach (var one in new[] { db, beside })
            {
                await one.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
                (await ReadAsync(one, "synchronous")).ShouldBe(expected);
                (await ReadAsync(one, "journal_mode")).ShouldBe("wal");
                (await ReadAsync(one, "foreign_keys")).ShouldBe("1");
            }
        }
    }

    [Fact]
    public void UnknownSetting_StopsTheStart_AndIsNamed() =>
        new StorageOptionsValidator().Validate(null, new StorageOptions { DataFolder = Path.GetTempPath(), Synchronous = "Off" })
            .FailureMessage.ShouldBe("Storage:Synchronous must be Full or Normal, was 'Off'.");

    private static async Task<string?> ReadAsync(Model.LibraryDb db, string pragma)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma};";
        return $"{await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)}";
    }
}
