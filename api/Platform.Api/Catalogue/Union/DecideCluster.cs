using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Control;

namespace Platform.Api.Catalogue.Union;

/// <summary>
/// Says of two records whether they describe the same publication. The decision stands above every score wherever records are clustered,
/// takes the place of an earlier one, and is taken back by undoClusterDecision. The records themselves stay as they are: mergeRecords makes one of two.
/// </summary>
[Requires(Permission.ControlCatalogue)]
internal sealed class DecideCluster(LibraryDb db, TimeProvider clock) : IMutation<DecideClusterInput, DecideClusterPayload>
{
    public async Task<DecideClusterPayload> RunAsync(DecideClusterInput input, CancellationToken cancellationToken)
    {
        if (input.RecordId.Key == input.OtherId.Key)
            return No(new InvalidInput("otherId", "Hãy chọn hai biểu ghi khác nhau.", "Choose two different records."));
        if (input.Note?.Length > Model.Lengths.Title)
            return No(new InvalidInput("note", "Ghi chú dài tối đa 1.000 ký tự.", "A note has at most 1,000 characters."));
        var records = await db.Records.AsNoTracking().Where(r => r.Id == input.RecordId.Key || r.Id == input.OtherId.Key)
            .OrderBy(r => r.Id).Select(r => new { r.Id, r.LibraryId }).ToListAsync(cancellationToken);
        if (records is not [var first, var other])
            return No(NotFound.At(records.Exists(r => r.Id == input.RecordId.Key) ? "otherId" : "recordId"));
        if (!db.Scope.May(Permission.ControlCatalogue, first.LibraryId) || !db.Scope.May(Permission.ControlCatalogue, other.LibraryId))
            return No(NotPermitted.ForLibrary);

        var now = clock.GetUtcNow();
        if (await db.ClusterDecisions.SingleOrDefaultAsync(d => d.RecordId == first.Id && d.OtherId == other.Id && d.UndoneAt == null, cancellationToken) is { } earlier)
        {
            earlier.UndoneAt = now;
            await db.SaveChangesAsync(cancellationToken); // makes room: a pair has one decision at a time
        }
        var decision = new ClusterDecision
        {
            LibraryId = first.LibraryId,
            OtherLibraryId = other.LibraryId,
            RecordId = first.Id,
            OtherId = other.Id,
            IsSame = input.IsSame,
            Note = string.IsNullOrWhiteSpace(input.Note) ? null : input.Note.Trim(),
            DecidedAt = now,
            Actor = db.Scope.Actor,
        };
        db.ClusterDecisions.Add(decision);
        await db.SaveChangesAsync(cancellationToken);
        return new DecideClusterPayload { Decision = decision.Id };
    }

    private static DecideClusterPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>Two records, and whether they are of one publication.</summary>
internal sealed record DecideClusterInput : MutationInput
{
    /// <summary>One record.</summary>
    public required Ref<BibliographicRecord> RecordId { get; init; }

    /// <summary>The other record.</summary>
    public required Ref<BibliographicRecord> OtherId { get; init; }

    /// <summary>Whether they describe the same publication.</summary>
    public required bool IsSame { get; init; }

    /// <summary>Why; at most 1,000 characters.</summary>
    public string? Note { get; init; }
}

/// <summary>The decision.</summary>
internal sealed record DecideClusterPayload : Payload
{
    /// <summary>The decision, to undo it by.</summary>
    public Ref<ClusterDecision>? Decision { get; init; }
}
