using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Storage.Circulation;

namespace Platform.Api.Circulation;

/// <summary>Asks for a lent copy back before its time: the last day of the loan comes nearer, as the rule says.</summary>
[Requires(Permission.Circulate)]
internal sealed class RecallLoan(LibraryDb db, TimeProvider clock) : IMutation<RecallLoanInput, RecallLoanPayload>
{
    public async Task<RecallLoanPayload> RunAsync(RecallLoanInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.Circulate, input.LibraryId.Key) is { Count: > 0 } denied)
            return new RecallLoanPayload { Errors = denied };
        var result = await Renewing.RecallAsync(db, input.LibraryId.Key, input.RegistrationNumber, clock.GetUtcNow(), cancellationToken);
        return result.Done is { } loan ? new RecallLoanPayload { Loan = loan.Id } : new RecallLoanPayload { Errors = DeskRefused.Of(result.Refusals) };
    }
}

/// <summary>Which copy is asked back.</summary>
internal sealed record RecallLoanInput : MutationInput
{
    /// <summary>The library that lent.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The copy's registration number (số ĐKCB).</summary>
    public required string RegistrationNumber { get; init; }
}

/// <summary>The recalled loan.</summary>
[FailsWith(typeof(DeskRefused))]
internal sealed record RecallLoanPayload : Payload
{
    /// <summary>The loan.</summary>
    public Ref<Loan>? Loan { get; init; }
}
