using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Platform.Storage;
using Platform.Storage.Repository;

namespace Platform.Api.Tests.Repository;

/// <summary>What every file store promises, on disk and in an object storage.</summary>
public abstract class FileStoreTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("platform-store-").FullName;
    private FileStore _store = null!; // opened before any test runs

    public async ValueTask InitializeAsync() => _store = await OpenAsync(_folder);

    public virtual ValueTask DisposeAsync()
    {
        (_store as IDisposable)?.Dispose();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task AdoptedFile_IsThereWhole_AndGoneFromWhereItArrived()
    {
        var bytes = RandomNumberGenerator.GetBytes(300_000);
        var (path, hash) = await ArrivedAsync(bytes);

        (await _store.HasAsync(hash, CancellationToken.None)).ShouldBeFalse();
        await _store.AdoptAsync(path, hash, CancellationToken.None);

        File.Exists(path).ShouldBeFalse();
        (await _store.HasAsync(hash, CancellationToken.None)).ShouldBeTrue();
        (await _store.IsIntactAsync(hash, CancellationToken.None)).ShouldBeTrue();
        await using var content = await _store.OpenAsync(hash, CancellationToken.None);
        content.Length.ShouldBe(300_000);
        (await ReadAsync(content, 300_000)).ShouldBe(bytes);
    }

    [Fact]
    public async Task Content_IsReadFromAnyPlace()
    {
        var bytes = RandomNumberGenerator.GetBytes(200_000);
        var (path, hash) = await ArrivedAsync(bytes);
        await _store.AdoptAsync(path, hash, CancellationToken.None);
        await using var content = await _store.OpenAsync(hash, CancellationToken.None);

        content.Seek(150_000, SeekOrigin.Begin);
        (await ReadAsync(content, 100)).ShouldBe(bytes[150_000..150_100]);
        content.Position = 7;
        (await ReadAsync(content, 100)).ShouldBe(bytes[7..107]);
        content.Seek(-5, SeekOrigin.End);
        (await ReadAsync(content, 5)).ShouldBe(bytes[199_995..]);
        (await content.ReadAsync(new byte[1])).ShouldBe(0);
    }

    [Fact]
    public async Task SameContentTwice_IsKeptOnce_AndGivenAsAFile()
    {
        var bytes = RandomNumberGenerator.GetBytes(1_000);
        foreach (var _ in new[] { 1, 2 })
        {
            var (path, hash) = await ArrivedAsync(bytes);
            await _store.AdoptAsync(path, hash, CancellationToken.None);
            File.Exists(path).ShouldBeFalse();
        }

        var name = Convert.ToHexStringLower(SHA256.HashData(bytes));
        (await _store.WithFileAsync(name, path => File.ReadAllBytesAsync(path), CancellationToken.None)).ShouldBe(bytes);
    }

    [Fact]
    public async Task ContentThatIsNotThere_IsSaidToBeMissing()
    {
        var hash = new string('0', 64);

        (await _store.HasAsync(hash, CancellationToken.None)).ShouldBeFalse();
        (await _store.IsIntactAsync(hash, CancellationToken.None)).ShouldBeFalse();
        await Should.ThrowAsync<FileNotFoundException>(() => _store.OpenAsync(hash, CancellationToken.None));
        await Should.ThrowAsync<FileNotFoundException>(() => _store.WithFileAsync(hash, path => File.ReadAllBytesAsync(path), CancellationToken.None));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("ABCDEF0000000000000000000000000000000000000000000000000000000000")]
    public async Task WhatIsNoHash_NamesNothing(string name) =>
        await Should.ThrowAsync<ArgumentException>(() => _store.HasAsync(name, CancellationToken.None));

    protected abstract Task<FileStore> OpenAsync(string folder);

    private async Task<(string Path, string Hash)> ArrivedAsync(byte[] bytes)
    {
        var path = Path.Combine(_folder, Guid.NewGuid().ToString("N"));
        await File.WriteAllBytesAsync(path, bytes);
        return (path, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private static async Task<byte[]> ReadAsync(Stream content, int count)
    {
        var bytes = new byte[count];
        await content.ReadExactlyAsync(bytes);
        return bytes;
    }
}

/// <summary>The store on disk.</summary>
public sealed class DiskStoreTests : FileStoreTests
{
    protected override Task<FileStore> OpenAsync(string folder) =>
        Task.FromResult<FileStore>(new DiskStore(Options.Create(new FileStoreOptions { Folder = folder }), Options.Create(new StorageOptions())));
}

/// <summary>The store in an object storage: a server that speaks S3, of the npm package <c>s3rver</c>.</summary>
public sealed class ObjectStoreTests(ObjectServer server) : FileStoreTests, IClassFixture<ObjectServer>
{
    protected override Task<FileStore> OpenAsync(string folder) => Task.FromResult<FileStore>(new ObjectStore(
        Options.Create(new FileStoreOptions { Folder = folder, S3 = server.Options ?? throw new InvalidOperationException("The server was not started.") }),
        Options.Create(new StorageOptions())));
}

/// <summary>One S3 server for the tests of a class; they are skipped, with the reason, where Node.js is missing.</summary>
public sealed class ObjectServer : IAsyncLifetime
{
    private Process? _server;

    public ObjectStorageOptions? Options { get; private set; }

    public async ValueTask InitializeAsync()
    {
        (_server, var port) = await NodeTools.StartAsync("objects.mjs");
        // The pair of keys that s3rver knows.
        Options = new ObjectStorageOptions
        {
            Endpoint = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{int.Parse(port, CultureInfo.InvariantCulture)}")),
            Bucket = "school-files",
            AccessKey = "S3RVER",
            SecretKey = "S3RVER",
        };
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is null)
            return;
        _server.StandardInput.Close();
        await _server.WaitForExitAsync();
        _server.Dispose();
    }
}
