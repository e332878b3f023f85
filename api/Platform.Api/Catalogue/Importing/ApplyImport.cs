using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue.Import;
using Platform.Storage.Catalogue.Import;

namespace Platform.Api.Catalogue.Importing;

/// <summary>Does what was decided in the review of an import, in the background; broken off, it goes on by itself. Its position says how far it is.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class ApplyImport(LibraryDb db, ImportLoop loop) : IMutation<ApplyImportInput, ApplyImportPayload>
{
    public async Task<ApplyImportPayload> RunAsync(ApplyImportInput input, CancellationToken cancellationToken)
    {
        var (batch, refusal) = await ReviewedImport.FindAsync(db, input.BatchId, input.Version, [ImportState.Staged], cancellationToken);
        if (batch is null)
            return new ApplyImportPayload { Errors = refusal };
        await ImportReview.ApplyAsync(db, batch, cancellationToken);
        loop.Wake();
        return new ApplyImportPayload { Batch = batch.Id };
    }
}

/// <summary>The import.</summary>
internal sealed record ApplyImportInput : MutationInput
{
    /// <summary>The import.</summary>
    public required Ref<ImportBatch> BatchId { get; init; }

    /// <summary>The version of the import that was read: a decision made since is not applied unseen.</summary>
    public required int Version { get; init; }
}

/// <summary>The import, being applied.</summary>
[FailsWith(typeof(ImportRefused))]
internal sealed record ApplyImportPayload : Payload
{
    /// <summary>The import; ask for it again until its state is FINISHED.</summary>
    public Ref<ImportBatch>? Batch { get; init; }
}
