using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Merging;
using Platform.Storage.Catalogue;

namespace Platform.Api.Catalogue.Editing;

/// <summary>Undoes a merge: both records are there again, with what each had. A description that was worked on since is kept, and the payload says so.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class UnmergeRecords(LibraryDb db, TimeProvider clock) : IMutation<UnmergeRecordsInput, UnmergeRecordsPayload>
{
    public async Task<UnmergeRecordsPayload> RunAsync(UnmergeRecordsInput input, CancellationToken cancellationToken)
    {
        if (await db.RecordMerges.Include(m => m.Rows).SingleOrDefaultAsync(m => m.Id == input.MergeId.Key, cancellationToken) is not { } merge)
            return No(NotFound.At("mergeId"));
        if (!db.Scope.May(Permission.EditCatalogue, merge.LibraryId))
            return No(NotPermitted.ForLibrary);
        if (merge.UndoneAt is not null)
            return No(MergeNotUndone.Already);
        var records = await db.Records.IgnoreQueryFilters([LibraryDb.DeletedFilter]).Include(r => r.Content)
            .Where(r => r.Id == merge.KeptId || r.Id == merge.AbsorbedId).ToDictionaryAsync(r => r.Id, cancellationToken);
        if (records[merge.KeptId].DeletedAt is not null)
            return No(MergeNotUndone.KeptIsGone);

        var isRestored = await RecordMerging.UnmergeAsync(db, merge, records[merge.KeptId], records[merge.AbsorbedId], clock.GetUtcNow(), cancellationToken);
        return new UnmergeRecordsPayload { Kept = merge.KeptId, Absorbed = merge.AbsorbedId, IsDescriptionRestored = isRestored };
    }

    private static UnmergeRecordsPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>The merge to undo.</summary>
internal sealed record UnmergeRecordsInput : MutationInput
{
    /// <summary>The merge.</summary>
    public required Ref<RecordMerge> MergeId { get; init; }
}

/// <summary>The two records.</summary>
[FailsWith(typeof(MergeNotUndone))]
internal sealed record UnmergeRecordsPayload : Payload
{
    /// <summary>The record that had stayed.</summary>
    public Ref<BibliographicRecord>? Kept { get; init; }

    /// <summary>The record that had been taken in.</summary>
    public Ref<BibliographicRecord>? Absorbed { get; init; }

    /// <summary>Whether the description of the record that had stayed is as it was; not when somebody has worked on it since.</summary>
    public bool? IsDescriptionRestored { get; init; }
}

/// <summary>The merge cannot be undone.</summary>
/// <param name="Reason">ALREADY_UNDONE, or KEPT_IS_GONE: the record that stayed was merged or deleted itself; undo that first.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record MergeNotUndone(string Reason, string Vietnamese, string English) : MutationError(Reason, Vietnamese, English)
{
    public static MergeNotUndone Already { get; } = new("ALREADY_UNDONE", "Lần gộp này đã được hoàn tác.", "The merge is undone already.");

    public static MergeNotUndone KeptIsGone { get; } = new(
        "KEPT_IS_GONE", "Biểu ghi giữ lại sau đó đã bị gộp hoặc xóa: hãy hoàn tác việc đó trước.", "The record that stayed was merged or deleted itself: undo that first.");
}
