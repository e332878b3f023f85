using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue.Import;

namespace Platform.Api.Catalogue.Importing;

/// <summary>Finds the import that a step is about, if the caller may take the step now.</summary>
internal static class ReviewedImport
{
    public static async Task<(ImportBatch? Batch, IReadOnlyList<MutationError> Refusal)> FindAsync(
        LibraryDb db, Ref<ImportBatch> id, int? version, IReadOnlyCollection<ImportState> states, CancellationToken cancellationToken)
    {
        if (await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == id.Key, cancellationToken) is not { } batch)
            return (null, [NotFound.At("batchId")]);
        if (!db.Scope.May(Permission.EditCatalogue, batch.LibraryId))
            return (null, [NotPermitted.ForLibrary]);
        if (!states.Contains(batch.State))
            return (null, [ImportRefused.Of(batch)]);
        return version is { } read && batch.Version != read ? (null, [StaleVersion.Now]) : (batch, []);
    }
}

/// <summary>The import is in another state than the step needs.</summary>
/// <param name="State">The state.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record ImportRefused(ImportState State, string Vietnamese, string English) : MutationError("WRONG_STATE", Vietnamese, English)
{
    public static ImportRefused Of(ImportBatch batch) => batch.State switch
    {
        ImportState.Received => new(batch.State, $"Tệp '{batch.FileName}' đang được đọc.", $"'{batch.FileName}' is being read."),
        ImportState.NeedsColumns => new(batch.State, $"Tệp '{batch.FileName}' cần được gán cột trước.", $"'{batch.FileName}' needs its columns assigned first."),
        ImportState.Staged => new(batch.State, $"Tệp '{batch.FileName}' chưa được áp dụng.", $"'{batch.FileName}' is not applied yet."),
        ImportState.Running or ImportState.Applying => new(batch.State, $"Tệp '{batch.FileName}' đang được nhập.", $"'{batch.FileName}' is being imported."),
        ImportState.Finished => new(batch.State, $"Tệp '{batch.FileName}' đã được nhập.", $"'{batch.FileName}' is imported already."),
        ImportState.Undone => new(batch.State, $"Lượt nhập '{batch.FileName}' đã được hoàn tác.", $"The import of '{batch.FileName}' is undone already."),
        ImportState.Discarded => new(batch.State, $"Tệp '{batch.FileName}' đã bị bỏ.", $"'{batch.FileName}' was thrown away."),
        _ => new(batch.State, $"Không đọc được tệp '{batch.FileName}'.", $"'{batch.FileName}' cannot be read."),
    };
}
