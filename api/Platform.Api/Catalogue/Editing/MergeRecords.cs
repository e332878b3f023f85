using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Merging;
using Platform.Storage.Catalogue;

namespace Platform.Api.Catalogue.Editing;

/// <summary>
/// Takes one record into another that describes the same publication. Copies, holds, loans between libraries and e-resources go to the
/// record that stays; unmergeRecords gives each back exactly.
/// </summary>
[Requires(Permission.EditCatalogue)]
internal sealed class MergeRecords(LibraryDb db, TimeProvider clock) : IMutation<MergeRecordsInput, MergeRecordsPayload>
{
    public async Task<MergeRecordsPayload> RunAsync(MergeRecordsInput input, CancellationToken cancellationToken)
    {
        if (input.KeptId.Key == input.AbsorbedId.Key)
            return No(new InvalidInput("absorbedId", "Không thể gộp biểu ghi với chính nó.", "A record cannot be merged with itself."));
        var records = await db.Records.Include(r => r.Content).Where(r => r.Id == input.KeptId.Key || r.Id == input.AbsorbedId.Key).ToListAsync(cancellationToken);
        if (records.Find(r => r.Id == input.KeptId.Key) is not { } kept)
            return No(NotFound.At("keptId"));
        if (records.Find(r => r.Id == input.AbsorbedId.Key) is not { } absorbed)
            return No(NotFound.At("absorbedId"));
        if (!db.Scope.May(Permission.EditCatalogue, kept.LibraryId) || !db.Scope.May(Permission.EditCatalogue, absorbed.LibraryId))
            return No(NotPermitted.ForLibrary);
        if (kept.Version != input.KeptVersion || absorbed.Version != input.AbsorbedVersion)
            return No(StaleVersion.Now);

        var merge = await RecordMerging.MergeAsync(db, kept, absorbed, input.Completes ?? true, clock.GetUtcNow(), cancellationToken);
        return new MergeRecordsPayload { Merge = merge.Id, Record = kept.Id };
    }

    private static MergeRecordsPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>Which record goes into which.</summary>
internal sealed record MergeRecordsInput : MutationInput
{
    /// <summary>The record that stays.</summary>
    public required Ref<BibliographicRecord> KeptId { get; init; }

    /// <summary>Its version as read.</summary>
    public required int KeptVersion { get; init; }

    /// <summary>The record that is taken in.</summary>
    public required Ref<BibliographicRecord> AbsorbedId { get; init; }

    /// <summary>Its version as read.</summary>
    public required int AbsorbedVersion { get; init; }

    /// <summary>Whether fields that only the absorbed record has are added to the other; yes when nothing is said.</summary>
    public bool? Completes { get; init; }
}

/// <summary>The merge.</summary>
internal sealed record MergeRecordsPayload : Payload
{
    /// <summary>The merge, to undo it by.</summary>
    public Ref<RecordMerge>? Merge { get; init; }

    /// <summary>The record that stays.</summary>
    public Ref<BibliographicRecord>? Record { get; init; }
}
