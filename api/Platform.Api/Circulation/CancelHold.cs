using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Storage.Circulation;

namespace Platform.Api.Circulation;

/// <summary>Ends a hold; a copy that was kept for it goes to the next who waits.</summary>
[Requires(Permission.Circulate)]
internal sealed class CancelHold(LibraryDb db, TimeProvider clock) : IMutation<CancelHoldInput, CancelHoldPayload>
{
    public async Task<CancelHoldPayload> RunAsync(CancelHoldInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.Circulate, input.LibraryId.Key) is { Count: > 0 } denied)
            return new CancelHoldPayload { Errors = denied };
        if (await Holding.CancelAsync(db, input.LibraryId.Key, input.HoldId.Key, clock.GetUtcNow(), cancellationToken) is not { } result)
            return new CancelHoldPayload { Errors = [NotFound.At("holdId")] };
        return result.Done is { } hold ? new CancelHoldPayload { Hold = hold.Id } : new CancelHoldPayload { Errors = DeskRefused.Of(result.Refusals) };
    }
}

/// <summary>Which hold ends.</summary>
internal sealed record CancelHoldInput : MutationInput
{
    /// <summary>The library in which it was placed.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The hold.</summary>
    public required Ref<Hold> HoldId { get; init; }
}

/// <summary>The ended hold.</summary>
[FailsWith(typeof(DeskRefused))]
internal sealed record CancelHoldPayload : Payload
{
    /// <summary>The hold.</summary>
    public Ref<Hold>? Hold { get; init; }
}
