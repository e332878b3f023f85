using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue.Import;
using Platform.Storage.Catalogue.Import;

namespace Platform.Api.Catalogue.Importing;

/// <summary>Says what the columns of a register under review hold, and reads it again: when it has no header, or its header was understood wrongly. Decisions made before are lost.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class AssignImportColumns(LibraryDb db, ImportLoop loop) : IMutation<AssignImportColumnsInput, AssignImportColumnsPayload>
{
    public async Task<AssignImportColumnsPayload> RunAsync(AssignImportColumnsInput input, CancellationToken cancellationToken)
    {
        var (batch, refusal) = await ReviewedImport.FindAsync(db, input.BatchId, input.Version, [ImportState.NeedsColumns, ImportState.Staged, ImportState.Refused], cancellationToken);
        if (batch is null)
            return new AssignImportColumnsPayload { Errors = refusal };
        if (batch.Sample is null)
            return new AssignImportColumnsPayload { Errors = [new InvalidInput("batchId", "Tệp này không phải là sổ đăng ký.", "This file is no register.")] };
        if (StageImport.ColumnFault(input.Columns) is { } fault)
            return new AssignImportColumnsPayload { Errors = [fault] };
        await ImportReview.AssignAsync(db, batch, input.Columns, cancellationToken);
        loop.Wake();
        return new AssignImportColumnsPayload { Batch = batch.Id };
    }
}

/// <summary>The columns of a register.</summary>
internal sealed record AssignImportColumnsInput : MutationInput
{
    /// <summary>The import.</summary>
    public required Ref<ImportBatch> BatchId { get; init; }

    /// <summary>The version of the import that was read.</summary>
    public required int Version { get; init; }

    /// <summary>What the columns hold, from the left; NOTHING leaves one out.</summary>
    public required IReadOnlyList<RegisterColumn> Columns { get; init; }
}

/// <summary>The import under review.</summary>
[FailsWith(typeof(ImportRefused))]
internal sealed record AssignImportColumnsPayload : Payload
{
    /// <summary>The import; it is read anew.</summary>
    public Ref<ImportBatch>? Batch { get; init; }
}
