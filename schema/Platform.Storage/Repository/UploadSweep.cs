using Microsoft.Extensions.Options;
using Platform.Model.Access;

namespace Platform.Storage.Repository;

/// <summary>Throws away uploads that were not finished in time, with their bytes.</summary>
public sealed class UploadSweep(LibraryDbFactory databases, FileStore store, UploadFolder folder, IOptions<FileStoreOptions> options, TimeProvider clock) : IUpkeep
{
    /// <inheritdoc/>
    public string Name => "uploads";

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System with { Actor = "uploads" });
        return await new Uploads(db, store, folder, options, clock).RemoveExpiredAsync(cancellationToken);
    }
}
