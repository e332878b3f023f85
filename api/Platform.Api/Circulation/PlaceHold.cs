using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Storage.Circulation;

namespace Platform.Api.Circulation;

/// <summary>Lets a patron wait for any copy of a publication in one library.</summary>
[Requires(Permission.Circulate)]
internal sealed class PlaceHold(LibraryDb db, TimeProvider clock) : IMutation<PlaceHoldInput, PlaceHoldPayload>
{
    public async Task<PlaceHoldPayload> RunAsync(PlaceHoldInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.Circulate, input.LibraryId.Key) is { Count: > 0 } denied)
            return new PlaceHoldPayload { Errors = denied };
        var request = new HoldRequest
        {
            LibraryId = input.LibraryId.Key,
            RecordId = input.RecordId.Key,
            CardNumber = input.CardNumber,
            OverrideTokens = input.OverrideTokens ?? [],
        };
        var result = await Holding.PlaceAsync(db, request, clock.GetUtcNow(), cancellationToken);
        return result.Done is { } hold ? new PlaceHoldPayload { Hold = hold.Id } : new PlaceHoldPayload { Errors = DeskRefused.Of(result.Refusals) };
    }
}

/// <summary>Who waits for what.</summary>
internal sealed record PlaceHoldInput : MutationInput
{
    /// <summary>The library whose copies are waited for.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The publication.</summary>
    public required Ref<BibliographicRecord> RecordId { get; init; }

    /// <summary>The patron's card number.</summary>
    public required string CardNumber { get; init; }

    /// <summary>Tokens of refusals that are to be overridden.</summary>
    public IReadOnlyList<string>? OverrideTokens { get; init; }
}

/// <summary>The new hold.</summary>
[FailsWith(typeof(DeskRefused))]
internal sealed record PlaceHoldPayload : Payload
{
    /// <summary>The hold; READY when a copy is kept at once.</summary>
    public Ref<Hold>? Hold { get; init; }
}
