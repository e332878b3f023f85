using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Sharing.InterLibrary;

namespace Platform.Api.Catalogue.Editing;

/// <summary>Deletes a record on which nothing hangs. The row stays as a tombstone, so that harvesters and the search learn of it.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class DeleteRecord(LibraryDb db, TimeProvider clock) : IMutation<DeleteRecordInput, DeleteRecordPayload>
{
    private static readonly InterLibraryState[] Ended = [InterLibraryState.Unfilled, InterLibraryState.Cancelled, InterLibraryState.Closed, InterLibraryState.Lost];

    public async Task<DeleteRecordPayload> RunAsync(DeleteRecordInput input, CancellationToken cancellationToken)
    {
        if (await db.Records.SingleOrDefaultAsync(r => r.Id == input.RecordId.Key, cancellationToken) is not { } record)
            return No(NotFound.At("recordId"));
        if (!db.Scope.May(Permission.EditCatalogue, record.LibraryId))
            return No(NotPermitted.ForLibrary);
        if (record.Version != input.Version)
            return No(StaleVersion.Now);
        if (await InUseAsync(record.Id, cancellationToken) is { } use)
            return No(use);

        record.UpdatedAt = clock.GetUtcNow();
        record.DeletedAt = record.UpdatedAt;
        await db.SaveChangesAsync(cancellationToken);
        return new DeleteRecordPayload { DeletedRecordId = GraphQL.Reading.GlobalId.Of(nameof(BibliographicRecord), record.Id) };
    }

    // What other libraries hang on it counts all the same, though the caller may not see it.
    private async Task<RecordInUse?> InUseAsync(long id, CancellationToken cancellationToken)
    {
        var items = await db.Items.CountAsync(i => i.RecordId == id, cancellationToken);
        var holds = await db.Holds.IgnoreQueryFilters([LibraryDb.ScopeFilter]).CountAsync(h => h.RecordId == id && h.ClosedAt == null, cancellationToken);
        var loans = await db.InterLibraryLoans.IgnoreQueryFilters([LibraryDb.ScopeFilter]).CountAsync(l => l.RecordId == id && !Ended.Contains(l.State), cancellationToken);
        var resources = await db.EResources.IgnoreQueryFilters().CountAsync(r => r.RecordId == id, cancellationToken);
        return items + holds + loans + resources == 0 ? null : RecordInUse.Of(items, holds, loans, resources);
    }

    private static DeleteRecordPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>The record to delete.</summary>
internal sealed record DeleteRecordInput : MutationInput
{
    /// <summary>The record.</summary>
    public required Ref<BibliographicRecord> RecordId { get; init; }

    /// <summary>The version of the record that was read.</summary>
    public required int Version { get; init; }
}

/// <summary>What is gone.</summary>
[FailsWith(typeof(RecordInUse))]
internal sealed record DeleteRecordPayload : Payload
{
    /// <summary>Global id of the deleted record.</summary>
    public string? DeletedRecordId { get; init; }
}
