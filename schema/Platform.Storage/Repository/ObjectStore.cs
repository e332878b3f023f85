using Microsoft.Extensions.Options;
using Minio;
using Minio.DataModel.Args;
using Minio.Exceptions;

namespace Platform.Storage.Repository;

/// <summary>
/// Stored files in an object storage that speaks S3, one object <c>content/ab/cd/abcd…</c> each: several nodes share them, and nothing but
/// uploads under way is on this machine. An object is there whole or not at all.
/// </summary>
public sealed class ObjectStore : FileStore, IDisposable
{
    // A signed address is asked again whenever a reader jumps: as long as the longest download.
    private static readonly TimeSpan SignedFor = TimeSpan.FromHours(12);

    private readonly ObjectStorageOptions _place;
    private readonly IMinioClient _client;
    private readonly HttpClient _reading = new() { Timeout = Timeout.InfiniteTimeSpan };

    public ObjectStore(IOptions<FileStoreOptions> files, IOptions<StorageOptions> storage)
        : base(files, storage)
    {
        _place = files.Value.S3;
        var endpoint = _place.Endpoint ?? throw new InvalidOperationException("Files:S3:Endpoint is not set.");
        _client = new MinioClient()
            .WithEndpoint(endpoint.Authority)
            .WithSSL(endpoint.Scheme == Uri.UriSchemeHttps)
            .WithRegion(_place.Region)
            .WithCredentials(_place.AccessKey, _place.SecretKey)
            .Build();
    }

    /// <inheritdoc/>
    public override async Task<bool> HasAsync(string sha256, CancellationToken cancellationToken) => await SizeAsync(sha256, cancellationToken) is not null;

    /// <inheritdoc/>
    public override async Task<Stream> OpenAsync(string sha256, CancellationToken cancellationToken)
    {
        var size = await SizeAsync(sha256, cancellationToken) ?? throw new FileNotFoundException($"There is no content '{sha256}'.");
        var address = await _client.PresignedGetObjectAsync(
            new PresignedGetObjectArgs().WithBucket(_place.Bucket).WithObject(NameOf(sha256)).WithExpiry((int)SignedFor.TotalSeconds));
        return new ObjectStream(_reading, new Uri(address), size);
    }

    /// <inheritdoc/>
    public override async Task AdoptAsync(string path, string sha256, CancellationToken cancellationToken)
    {
        if (!await HasAsync(sha256, cancellationToken))
            await _client.PutObjectAsync(
                new PutObjectArgs().WithBucket(_place.Bucket).WithObject(NameOf(sha256)).WithFileName(path).WithContentType("application/octet-stream"), cancellationToken);
        File.Delete(path);
    }

    /// <inheritdoc/>
    public override async Task<T> WithFileAsync<T>(string sha256, Func<string, Task<T>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        var path = Path.Combine(Folder, "fetched-" + Guid.NewGuid().ToString("N"));
        try
        {
            await using (var content = await OpenAsync(sha256, cancellationToken))
            await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes, FileOptions.Asynchronous))
                await content.CopyToAsync(file, cancellationToken);
            return await work(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _reading.Dispose();
    }

    private static string NameOf(string sha256) => $"content/{Checked(sha256)[..2]}/{sha256[2..4]}/{sha256}";

    private async Task<long?> SizeAsync(string sha256, CancellationToken cancellationToken)
    {
        try
        {
            var found = await _client.StatObjectAsync(new StatObjectArgs().WithBucket(_place.Bucket).WithObject(NameOf(sha256)), cancellationToken);
            return found.Size;
        }
        catch (ObjectNotFoundException)
        {
            return null;
        }
    }
}
