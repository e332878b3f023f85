using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Storage.Circulation;

namespace Platform.Api.Circulation;

/// <summary>Reports a copy lost, damaged or found. A lost copy that is on loan ends the loan and charges the borrower; a found one makes an unsettled charge void.</summary>
[Requires(Permission.Circulate)]
internal sealed class ReportItem(LibraryDb db, TimeProvider clock) : IMutation<ReportItemInput, ReportItemPayload>
{
    public async Task<ReportItemPayload> RunAsync(ReportItemInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.Circulate, input.LibraryId.Key) is { Count: > 0 } denied)
            return new ReportItemPayload { Errors = denied };
        var (at, library) = (clock.GetUtcNow(), input.LibraryId.Key);
        var request = new LossRequest { LibraryId = library, RegistrationNumber = input.RegistrationNumber, Compensation = input.Compensation };
        var result = input.State switch
        {
            ReportedState.Lost => await LostAndFound.LoseAsync(db, request, at, cancellationToken),
            ReportedState.Damaged => await LostAndFound.DamageAsync(db, request, at, cancellationToken),
            _ => await LostAndFound.FindAsync(db, library, input.RegistrationNumber, at, cancellationToken),
        };
        return result.Done is { } change ? Of(change) : new ReportItemPayload { Errors = DeskRefused.Of(result.Refusals) };
    }

    private static ReportItemPayload Of(ItemStateChange change) =>
        new() { Item = change.ItemId, Loan = change.Loan?.Id, Charge = change.Charge?.Id, KeptFor = change.KeptFor?.Id };
}

/// <summary>Which copy is in which state.</summary>
internal sealed record ReportItemInput : MutationInput
{
    /// <summary>The library that owns the copy.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The copy's registration number (số ĐKCB).</summary>
    public required string RegistrationNumber { get; init; }

    /// <summary>What happened to it.</summary>
    public required ReportedState State { get; init; }

    /// <summary>What the borrower of a lost copy owes, in đồng; 0 for nothing; its price when nothing is said.</summary>
    public long? Compensation { get; init; }
}

/// <summary>What is reported of a copy.</summary>
internal enum ReportedState
{
    /// <summary>Lost (mất).</summary>
    Lost = 1,

    /// <summary>Damaged on the shelf (hư hỏng).</summary>
    Damaged = 2,

    /// <summary>Found again, or repaired.</summary>
    Found = 3,
}

/// <summary>The copy, and what follows from its state.</summary>
[FailsWith(typeof(DeskRefused))]
internal sealed record ReportItemPayload : Payload
{
    /// <summary>The copy.</summary>
    public Ref<Item>? Item { get; init; }

    /// <summary>The loan that ended by it.</summary>
    public Ref<Loan>? Loan { get; init; }

    /// <summary>The charge that was raised or made void.</summary>
    public Ref<Charge>? Charge { get; init; }

    /// <summary>The hold for which a found copy is kept.</summary>
    public Ref<Hold>? KeptFor { get; init; }
}
