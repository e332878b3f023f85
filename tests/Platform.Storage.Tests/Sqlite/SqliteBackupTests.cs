using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Model.Access;
using Platform.Storage.Sqlite;

namespace Platform.Storage.Tests.Sqlite;

public sealed class SqliteBackupTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("platform-backup-").FullName;
    private ServiceProvider _services = null!; // made in InitializeAsync

    private SqliteBackup Backup => _services.GetRequiredService<SqliteBackup>();

    private string File(string name) => Path.Combine(_folder, name);

    [Fact]
    public async Task Backup_TakenWhileWriting_RestoresWhatWasCommitted()
    {
        await AddAsync("TV1");
        (await Backup.SaveAsync(File("copy.db"), CancellationToken.None)).ShouldBeNull();
        await AddAsync("TV2");
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _services = Open();

        (await Backup.RestoreAsync(File("copy.db"), CancellationToken.None)).ShouldBeNull();

        (await CodesAsync()).ShouldBe(["TV1"]);
        System.IO.File.Exists(File("data/library.db.before-restore")).ShouldBeTrue();
    }

    [Fact]
    public async Task Backup_NeverOverwritesAFile()
    {
        await System.IO.File.WriteAllTextAsync(File("copy.db"), "mine");

        (await Backup.SaveAsync(File("copy.db"), CancellationToken.None)).ShouldBe($"'{File("copy.db")}' exists already; a backup never overwrites a file.");

        (await System.IO.File.ReadAllTextAsync(File("copy.db"))).ShouldBe("mine");
    }

    [Fact]
    public async Task Restore_OfADamagedFile_IsRefusedAndLeavesTheDatabase()
    {
        await AddAsync("TV1");
        (await Backup.SaveAsync(File("copy.db"), CancellationToken.None)).ShouldBeNull();
        var bytes = await System.IO.File.ReadAllBytesAsync(File("copy.db"));
        Array.Clear(bytes, 4096, 8192);
        await System.IO.File.WriteAllBytesAsync(File("copy.db"), bytes);

        (await Backup.RestoreAsync(File("copy.db"), CancellationToken.None)).ShouldNotBeNull().ShouldContain("is not a sound backup");

        (await CodesAsync()).ShouldBe(["TV1"]);
    }

    public async ValueTask InitializeAsync()
    {
        _services = Open();
        await _services.GetRequiredService<DatabaseLifecycle>().PrepareAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private ServiceProvider Open() => new ServiceCollection()
        .AddLogging()
        .AddPlatformStorage(new ConfigurationBuilder().AddInMemoryCollection([new("Storage:DataFolder", File("data"))]).Build())
        .BuildServiceProvider();

    private async Task AddAsync(string code)
    {
        await using var db = _services.GetRequiredService<LibraryDbFactory>().For(Scope.System);
        db.Add(A.Library(code));
        await db.SaveChangesAsync();
    }

    private async Task<List<string>> CodesAsync()
    {
        await using var db = _services.GetRequiredService<LibraryDbFactory>().For(Scope.System);
        return await db.Libraries.Select(l => l.Code).ToListAsync();
    }
}
