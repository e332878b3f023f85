using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Storage.Circulation;

namespace Platform.Api.Circulation;

/// <summary>Takes a copy back and says how late it is, what is owed, and for whom it is kept now.</summary>
[Requires(Permission.Circulate)]
internal sealed class ReturnItem(LibraryDb db, TimeProvider clock) : IMutation<ReturnItemInput, ReturnItemPayload>
{
    public async Task<ReturnItemPayload> RunAsync(ReturnItemInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.Circulate, input.LibraryId.Key) is { Count: > 0 } denied)
            return new ReturnItemPayload { Errors = denied };
        if (input.DamageCompensation < 0)
            return new ReturnItemPayload { Errors = [new InvalidInput("damageCompensation", "Số tiền không được âm.", "The amount must not be negative.")] };
        var request = new ReturnRequest
        {
            LibraryId = input.LibraryId.Key,
            RegistrationNumber = input.RegistrationNumber,
            DamageCompensation = input.DamageCompensation,
        };
        var result = await Returning.ReturnAsync(db, request, clock.GetUtcNow(), cancellationToken);
        return result.Done is { } returned ? Of(returned) : new ReturnItemPayload { Errors = DeskRefused.Of(result.Refusals) };
    }

    private static ReturnItemPayload Of(ReturnedItem returned) => new()
    {
        Loan = returned.Loan.Id,
        DaysLate = returned.DaysLate,
        Owed = returned.Charges.Sum(charge => charge.Amount),
        KeptFor = returned.KeptFor?.Id,
    };
}

/// <summary>Which copy came back.</summary>
internal sealed record ReturnItemInput : MutationInput
{
    /// <summary>The library that takes it back.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The copy's registration number (số ĐKCB), as scanned.</summary>
    public required string RegistrationNumber { get; init; }

    /// <summary>What a damaged copy is to be compensated with, in đồng; 0 when damaged without compensation; leave it out for a sound copy.</summary>
    public long? DamageCompensation { get; init; }
}

/// <summary>The closed loan and what follows from it.</summary>
[FailsWith(typeof(DeskRefused))]
internal sealed record ReturnItemPayload : Payload
{
    /// <summary>The loan.</summary>
    public Ref<Loan>? Loan { get; init; }

    /// <summary>Days after the last day of the loan; 0 when in time.</summary>
    public int? DaysLate { get; init; }

    /// <summary>What the borrower owes for this return, in đồng.</summary>
    public long? Owed { get; init; }

    /// <summary>The hold whose turn it is: the copy stays at the desk; null when it goes to the shelf.</summary>
    public Ref<Hold>? KeptFor { get; init; }
}
