using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Patrons;

namespace Platform.Api.Patrons;

/// <summary>Takes a consent back, from now on. The person, a guardian and the library may do so, whoever gave it.</summary>
[Requires(Permission.ReadOwn)]
internal sealed class WithdrawConsent(LibraryDb db, TimeProvider clock) : IMutation<WithdrawConsentInput, WithdrawConsentPayload>
{
    public async Task<WithdrawConsentPayload> RunAsync(WithdrawConsentInput input, CancellationToken cancellationToken)
    {
        var consent = await db.Consents.SingleOrDefaultAsync(c => c.Id == input.ConsentId.Key, cancellationToken);
        if (consent is null)
            return new WithdrawConsentPayload { Errors = [NotFound.At("consentId")] };
        if (!db.Scope.May(Permission.EditPatrons, consent.LibraryId) && !db.Scope.OwnPatronIds.Contains(consent.PatronId))
            return new WithdrawConsentPayload { Errors = [NotPermitted.ForLibrary] };
        consent.WithdrawnOn ??= clock.Today();
        await db.SaveChangesAsync(cancellationToken);
        return new WithdrawConsentPayload { Consent = consent.Id };
    }
}

/// <summary>Which consent is taken back.</summary>
internal sealed record WithdrawConsentInput : MutationInput
{
    /// <summary>The consent.</summary>
    public required Ref<Consent> ConsentId { get; init; }
}

/// <summary>The withdrawn consent.</summary>
internal sealed record WithdrawConsentPayload : Payload
{
    /// <summary>The consent.</summary>
    public Ref<Consent>? Consent { get; init; }
}
