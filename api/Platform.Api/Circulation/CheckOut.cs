using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Storage.Circulation;

namespace Platform.Api.Circulation;

/// <summary>Lends a copy to a patron and says when it is due, or names every reason against it.</summary>
[Requires(Permission.Circulate)]
internal sealed class CheckOut(LibraryDb db, TimeProvider clock) : IMutation<CheckOutInput, CheckOutPayload>
{
    public async Task<CheckOutPayload> RunAsync(CheckOutInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.Circulate, input.LibraryId.Key) is { Count: > 0 } denied)
            return new CheckOutPayload { Errors = denied };
        var request = new LendRequest
        {
            LibraryId = input.LibraryId.Key,
            RegistrationNumber = input.RegistrationNumber,
            CardNumber = input.CardNumber,
            OverrideTokens = input.OverrideTokens ?? [],
        };
        var result = await Lending.LendAsync(db, request, clock.GetUtcNow(), cancellationToken);
        return result.Done is { } loan ? new CheckOutPayload { Loan = loan.Id } : new CheckOutPayload { Errors = DeskRefused.Of(result.Refusals) };
    }
}

/// <summary>Which copy is lent to whom.</summary>
internal sealed record CheckOutInput : MutationInput
{
    /// <summary>The library that lends.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The copy's registration number (số ĐKCB), as scanned.</summary>
    public required string RegistrationNumber { get; init; }

    /// <summary>The patron's card number, as scanned.</summary>
    public required string CardNumber { get; init; }

    /// <summary>Tokens of refusals that are to be overridden.</summary>
    public IReadOnlyList<string>? OverrideTokens { get; init; }
}

/// <summary>The new loan.</summary>
[FailsWith(typeof(DeskRefused))]
internal sealed record CheckOutPayload : Payload
{
    /// <summary>The loan.</summary>
    public Ref<Loan>? Loan { get; init; }
}
