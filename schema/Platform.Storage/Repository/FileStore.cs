using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Platform.Storage.Repository;

/// <summary>
/// Stored files, addressed by their SHA-256: on disk, or in an object storage that speaks S3. A file appears there whole or not at all. Uploads
/// arrive in a folder of this machine either way, and are adopted from it.
/// </summary>
public abstract class FileStore
{
    /// <summary>Bytes that are read and written at once.</summary>
    protected const int BufferBytes = 1 << 17;

    protected FileStore(IOptions<FileStoreOptions> files, IOptions<StorageOptions> storage)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(storage);
        Folder = Path.GetFullPath(files.Value.Folder ?? Path.Combine(storage.Value.DataPath, "files"));
        Directory.CreateDirectory(Folder);
    }

    /// <summary>The folder of this machine that holds uploads under way, and on disk everything of the store.</summary>
    public string Folder { get; }

    /// <summary>Bytes free on the folder's volume.</summary>
    public long FreeBytes => new DriveInfo(Folder).AvailableFreeSpace;

    /// <summary>Whether the content is there.</summary>
    public abstract Task<bool> HasAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>Opens the content for reading at any place; the stream is read asynchronously only.</summary>
    /// <exception cref="FileNotFoundException">The content is not there.</exception>
    public abstract Task<Stream> OpenAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>Takes a whole, flushed file of the <see cref="Folder"/> into the store and removes it there; nothing changes when the content is there already.</summary>
    public abstract Task AdoptAsync(string path, string sha256, CancellationToken cancellationToken);

    /// <summary>Gives the content as a file of this machine to some work; the file is gone, or not to be touched, afterwards.</summary>
    /// <exception cref="FileNotFoundException">The content is not there.</exception>
    public abstract Task<T> WithFileAsync<T>(string sha256, Func<string, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Reads the content again: whether it is there and still has its hash.</summary>
    public async Task<bool> IsIntactAsync(string sha256, CancellationToken cancellationToken)
    {
        if (!await HasAsync(sha256, cancellationToken))
            return false;
        await using var content = await OpenAsync(sha256, cancellationToken);
        return await HashAsync(content, cancellationToken) == sha256;
    }

    /// <summary>SHA-256 of a file in lower-case hexadecimal digits, read once in small pieces.</summary>
    public static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, FileOptions.Asynchronous | FileOptions.SequentialScan);
        return await HashAsync(file, cancellationToken);
    }

    /// <summary>The hash, when it is one.</summary>
    /// <exception cref="ArgumentException">Not a SHA-256 in lower-case hexadecimal digits: no path and no name is made of it.</exception>
    protected static string Checked(string sha256)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        return sha256.Length == SHA256.HashSizeInBytes * 2 && sha256.All(char.IsAsciiHexDigitLower)
            ? sha256
            : throw new ArgumentException($"'{sha256}' is no SHA-256.", nameof(sha256));
    }

    private static async Task<string> HashAsync(Stream content, CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
}
