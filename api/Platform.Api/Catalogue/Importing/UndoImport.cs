using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue.Import;
using Platform.Storage.Catalogue.Import;

namespace Platform.Api.Catalogue.Importing;

/// <summary>Takes an import back: removes what it added, restores what it changed, in one transaction; or says what stands against it. An import under review is thrown away.</summary>
[Requires(Permission.EditCatalogue)]
[SavesByItself]
internal sealed class UndoImport(LibraryDb db, ImportUndo undo, TimeProvider clock) : IMutation<UndoImportInput, UndoImportPayload>
{
    private static readonly ImportState[] Unapplied = [ImportState.Received, ImportState.NeedsColumns, ImportState.Staged, ImportState.Refused];
    private static readonly ImportState[] Applied = [ImportState.Running, ImportState.Applying, ImportState.Finished];

    public async Task<UndoImportPayload> RunAsync(UndoImportInput input, CancellationToken cancellationToken)
    {
        var (batch, refusal) = await ReviewedImport.FindAsync(db, input.BatchId, null, [.. Unapplied, .. Applied], cancellationToken);
        if (batch is null)
            return new UndoImportPayload { Errors = refusal };
        if (Unapplied.Contains(batch.State))
            await ImportReview.DiscardAsync(db, batch, clock.GetUtcNow(), cancellationToken);
        else if (await undo.RunAsync(batch.Id, cancellationToken) is { } obstacle)
            return new UndoImportPayload { Errors = [new ImportNotUndone(obstacle.Code, obstacle.Vietnamese, obstacle.English)] };
        return new UndoImportPayload { Batch = batch.Id };
    }
}

/// <summary>The import.</summary>
internal sealed record UndoImportInput : MutationInput
{
    /// <summary>The import.</summary>
    public required Ref<ImportBatch> BatchId { get; init; }
}

/// <summary>The import as it stands afterwards.</summary>
[FailsWith(typeof(ImportRefused), typeof(ImportNotUndone))]
internal sealed record UndoImportPayload : Payload
{
    /// <summary>The import.</summary>
    public Ref<ImportBatch>? Batch { get; init; }
}

/// <summary>The import cannot be taken back: somebody has built on it.</summary>
/// <param name="Reason">How.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record ImportNotUndone(ImportObstacleCode Reason, string Vietnamese, string English) : MutationError("IMPORT_NOT_UNDONE", Vietnamese, English);
