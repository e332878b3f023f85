using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Storage.Repository;

namespace Platform.Storage.Tests.Repository;

/// <summary>A database, a file store in a folder of its own and one library whose teacher uploads.</summary>
internal sealed class StoreOnDisk : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("platform-files-").FullName;

    private StoreOnDisk(LibraryDatabase database, Library library, FileStoreOptions options)
    {
        (Database, Library) = (database, library);
        options.Folder = _folder;
        Options = Microsoft.Extensions.Options.Options.Create(options);
        Store = new DiskStore(Options, Microsoft.Extensions.Options.Options.Create(new StorageOptions()));
        Incoming = new UploadFolder(Store);
    }

    public LibraryDatabase Database { get; }

    public Library Library { get; }

    public IOptions<FileStoreOptions> Options { get; }

    public DiskStore Store { get; }

    public UploadFolder Incoming { get; }

    public FakeTimeProvider Clock => (FakeTimeProvider)Database.Clock;

    public Scope Teacher => new() { Actor = "account:7", LibraryIds = [Library.Id], Permissions = RolePermissions.Of(Role.Teacher) };

    public static async Task<StoreOnDisk> CreateAsync(FileStoreOptions? options = null)
    {
        var database = await LibraryDatabase.CreateAsync(new FakeTimeProvider(A.Noon));
        return new StoreOnDisk(database, await database.HasAsync(A.Library()), options ?? new FileStoreOptions { KeepFreeBytes = 0 });
    }

    public Uploads UploadsOf(LibraryDb db) => new(db, Store, Incoming, new VirusScan(Options), Options);

    /// <summary>Uploads the bytes at once.</summary>
    public async Task<UploadProgress> UploadAsync(string name, byte[] bytes)
    {
        await using var db = Database.Open(Teacher);
        var uploads = UploadsOf(db);
        var begun = await uploads.BeginAsync(Library.Id, name, bytes.Length, CancellationToken.None);
        return begun.Upload is null ? begun : await uploads.AppendAsync(begun.Upload.Id, 0, new MemoryStream(bytes), CancellationToken.None);
    }

    public IReadOnlyList<string> FilesOnDisk() =>
        [.. Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder, file)).Order()];

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
