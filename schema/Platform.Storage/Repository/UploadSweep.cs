using Microsoft.Extensions.Options;
using Platform.Model.Access;

namespace Platform.Storage.Repository;

/// <summary>Finishes uploads that waited for the virus scanner, and throws away those that were not finished in time, with their bytes.</summary>
public sealed class UploadSweep(LibraryDbFactory databases, FileStore store, UploadFolder folder, VirusScan scanner, IOptions<FileStoreOptions> options) : IUpkeep
{
    /// <inheritdoc/>
    public string Name => "uploads";

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System with { Actor = "uploads" });
        var uploads = new Uploads(db, store, folder, scanner, options);
        return await uploads.FinishHeldAsync(cancellationToken) + await uploads.RemoveExpiredAsync(cancellationToken);
    }
}
