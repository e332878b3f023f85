using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Platform.Storage.Repository;

/// <summary>
/// Stored files on disk, addressed by their SHA-256: <c>content/ab/cd/abcd…</c>. A file appears there whole or not at all: it is written
/// beside, flushed, and moved in one step of the file system.
/// </summary>
public sealed class FileStore
{
    private const int BufferBytes = 1 << 17;
    private readonly string _content;

    public FileStore(IOptions<FileStoreOptions> files, IOptions<StorageOptions> storage)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(storage);
        Folder = Path.GetFullPath(files.Value.Folder ?? Path.Combine(storage.Value.DataPath, "files"));
        _content = Path.Combine(Folder, "content");
        Directory.CreateDirectory(_content);
    }

    /// <summary>The folder that holds everything of the store.</summary>
    public string Folder { get; }

    /// <summary>Bytes free on the store's volume.</summary>
    public long FreeBytes => new DriveInfo(Folder).AvailableFreeSpace;

    /// <summary>Full path of the content with this hash, whether it is there or not.</summary>
    /// <exception cref="ArgumentException">Not a SHA-256 in lower-case hexadecimal digits: no path is made of it.</exception>
    public string PathOf(string sha256)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        if (sha256.Length != SHA256.HashSizeInBytes * 2 || !sha256.All(char.IsAsciiHexDigitLower))
            throw new ArgumentException($"'{sha256}' is no SHA-256.", nameof(sha256));
        return Path.Combine(_content, sha256[..2], sha256[2..4], sha256);
    }

    /// <summary>Whether the content is there.</summary>
    public bool Has(string sha256) => File.Exists(PathOf(sha256));

    /// <summary>Opens the content for reading at any place.</summary>
    public Stream Open(string sha256) => new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes, FileOptions.Asynchronous);

    /// <summary>Moves a whole, flushed file of the same volume into the store; when the content is there already, the file is removed.</summary>
    public void Adopt(string path, string sha256)
    {
        var target = PathOf(sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!); // the path has two folders below the store
        if (File.Exists(target))
            File.Delete(path);
        else
            File.Move(path, target, overwrite: true);
    }

    /// <summary>Reads the content again: whether it is there and still has its hash.</summary>
    public async Task<bool> IsIntactAsync(string sha256, CancellationToken cancellationToken) =>
        Has(sha256) && await HashAsync(PathOf(sha256), cancellationToken) == sha256;

    /// <summary>SHA-256 of a file in lower-case hexadecimal digits, read once in small pieces.</summary>
    public static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, FileOptions.Asynchronous | FileOptions.SequentialScan);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }
}
