using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Storage.Circulation;

namespace Platform.Api.Circulation;

/// <summary>Renews the open loan of a copy from today, or names every reason against it.</summary>
[Requires(Permission.Circulate)]
internal sealed class RenewLoan(LibraryDb db, TimeProvider clock) : IMutation<RenewLoanInput, RenewLoanPayload>
{
    public async Task<RenewLoanPayload> RunAsync(RenewLoanInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.Circulate, input.LibraryId.Key) is { Count: > 0 } denied)
            return new RenewLoanPayload { Errors = denied };
        var request = new RenewRequest { LibraryId = input.LibraryId.Key, RegistrationNumber = input.RegistrationNumber, OverrideTokens = input.OverrideTokens ?? [] };
        var result = await Renewing.RenewAsync(db, request, clock.GetUtcNow(), cancellationToken);
        return result.Done is { } loan ? new RenewLoanPayload { Loan = loan.Id } : new RenewLoanPayload { Errors = DeskRefused.Of(result.Refusals) };
    }
}

/// <summary>Which copy's loan is renewed.</summary>
internal sealed record RenewLoanInput : MutationInput
{
    /// <summary>The library that lent.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The copy's registration number (số ĐKCB), as scanned.</summary>
    public required string RegistrationNumber { get; init; }

    /// <summary>Tokens of refusals that are to be overridden.</summary>
    public IReadOnlyList<string>? OverrideTokens { get; init; }
}

/// <summary>The renewed loan.</summary>
[FailsWith(typeof(DeskRefused))]
internal sealed record RenewLoanPayload : Payload
{
    /// <summary>The loan.</summary>
    public Ref<Loan>? Loan { get; init; }
}
