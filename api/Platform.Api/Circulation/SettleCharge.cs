using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Storage.Circulation;

namespace Platform.Api.Circulation;

/// <summary>Settles what a patron owes: paid, waived or replaced by another copy.</summary>
[Requires(Permission.Circulate)]
internal sealed class SettleCharge(LibraryDb db, TimeProvider clock) : IMutation<SettleChargeInput, SettleChargePayload>
{
    private const int LongestNote = 300;

    public async Task<SettleChargePayload> RunAsync(SettleChargeInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.Circulate, input.LibraryId.Key) is { Count: > 0 } denied)
            return new SettleChargePayload { Errors = denied };
        if (input.Note is { Length: > LongestNote })
            return new SettleChargePayload { Errors = [new InvalidInput("note", "Ghi chú dài quá 300 ký tự.", "The note has more than 300 characters.")] };
        var request = new SettleRequest(input.LibraryId.Key, input.ChargeId.Key, input.Settlement, input.Note);
        if (await Charging.SettleAsync(db, request, clock.GetUtcNow(), cancellationToken) is not { } result)
            return new SettleChargePayload { Errors = [NotFound.At("chargeId")] };
        return result.Done is { } charge ? new SettleChargePayload { Charge = charge.Id } : new SettleChargePayload { Errors = DeskRefused.Of(result.Refusals) };
    }
}

/// <summary>Which charge is settled how.</summary>
internal sealed record SettleChargeInput : MutationInput
{
    /// <summary>The library that is owed.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The charge.</summary>
    public required Ref<Charge> ChargeId { get; init; }

    /// <summary>How it is settled.</summary>
    public required Settlement Settlement { get; init; }

    /// <summary>Why it is waived, or by what it was replaced.</summary>
    public string? Note { get; init; }
}

/// <summary>The settled charge.</summary>
[FailsWith(typeof(DeskRefused))]
internal sealed record SettleChargePayload : Payload
{
    /// <summary>The charge.</summary>
    public Ref<Charge>? Charge { get; init; }
}
