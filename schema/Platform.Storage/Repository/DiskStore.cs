using Microsoft.Extensions.Options;

namespace Platform.Storage.Repository;

/// <summary>Stored files on disk: <c>content/ab/cd/abcd…</c>. A file is written beside, flushed, and moved in one step of the file system.</summary>
public sealed class DiskStore : FileStore
{
    private readonly string _content;

    public DiskStore(IOptions<FileStoreOptions> files, IOptions<StorageOptions> storage)
        : base(files, storage)
    {
        _content = Path.Combine(Folder, "content");
        Directory.CreateDirectory(_content);
    }

    /// <summary>Full path of the content with this hash, whether it is there or not.</summary>
    /// <exception cref="ArgumentException">Not a SHA-256 in lower-case hexadecimal digits: no path is made of it.</exception>
    public string PathOf(string sha256) => Path.Combine(_content, Checked(sha256)[..2], sha256[2..4], sha256);

    /// <inheritdoc/>
    public override Task<bool> HasAsync(string sha256, CancellationToken cancellationToken) => Task.FromResult(File.Exists(PathOf(sha256)));

    /// <inheritdoc/>
    public override Task<Stream> OpenAsync(string sha256, CancellationToken cancellationToken) =>
        File.Exists(PathOf(sha256))
            ? Task.FromResult<Stream>(new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes, FileOptions.Asynchronous))
            : throw new FileNotFoundException($"There is no content '{sha256}'.");

    /// <inheritdoc/>
    public override Task AdoptAsync(string path, string sha256, CancellationToken cancellationToken)
    {
        var target = PathOf(sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!); // the path has two folders below the store
        if (File.Exists(target))
            File.Delete(path);
        else
            File.Move(path, target, overwrite: true);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task<T> WithFileAsync<T>(string sha256, Func<string, Task<T>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        return File.Exists(PathOf(sha256)) ? work(PathOf(sha256)) : throw new FileNotFoundException($"There is no content '{sha256}'.");
    }
}
