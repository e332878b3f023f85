using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Patrons;
using Platform.Storage;

namespace Platform.Api.Patrons;

/// <summary>
/// Records that a person or a guardian agreed to something beyond lending. The library records what was signed on paper; a guardian and
/// the person itself agree online, each for itself.
/// </summary>
[Requires(Permission.ReadOwn)]
internal sealed class RecordConsent(LibraryDb db, TimeProvider clock) : IMutation<RecordConsentInput, RecordConsentPayload>
{
    public async Task<RecordConsentPayload> RunAsync(RecordConsentInput input, CancellationToken cancellationToken)
    {
        var patron = await db.Patrons.Where(p => p.Id == input.PatronId.Key && p.ErasedAt == null).Select(p => new { p.Id, p.LibraryId, p.Category }).SingleOrDefaultAsync(cancellationToken);
        if (patron is null)
            return new RecordConsentPayload { Errors = [NotFound.At("patronId")] };
        if (!MaySpeak(patron.LibraryId, patron.Id, input.GivenBy))
            return new RecordConsentPayload { Errors = [NotPermitted.ForLibrary] };
        if (input.GivenBy is ConsentParty.Guardian && patron.Category is not PatronCategory.Pupil)
            return new RecordConsentPayload { Errors = [new InvalidInput("givenBy", "Chỉ học sinh mới có người giám hộ.", "Only a pupil has a guardian.")] };
        if (input.Evidence is { Length: > ConsentTables.EvidenceLength })
            return new RecordConsentPayload { Errors = [new InvalidInput("evidence", "Căn cứ dài quá 200 ký tự.", "The evidence has more than 200 characters.")] };
        var consent = new Consent { LibraryId = patron.LibraryId, PatronId = patron.Id, Purpose = input.Purpose, GivenBy = input.GivenBy, GivenOn = clock.Today(), Evidence = input.Evidence };
        return new RecordConsentPayload { Consent = await SaveAsync(consent, cancellationToken) };
    }

    private bool MaySpeak(long libraryId, long patronId, ConsentParty party) =>
        db.Scope.May(Permission.EditPatrons, libraryId)
        || (party is ConsentParty.Guardian ? db.Scope.WardIds.Contains(patronId) : db.Scope.PatronId == patronId);

    // Agreeing twice is agreeing once.
    private async Task<long> SaveAsync(Consent consent, CancellationToken cancellationToken)
    {
        db.Consents.Add(consent);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return consent.Id;
        }
        catch (DbUpdateException fault) when (UniqueViolation.IsOn(fault, db, ConsentTables.OneStanding))
        {
            db.ChangeTracker.Clear();
            return await db.Consents
                .Where(c => c.PatronId == consent.PatronId && c.Purpose == consent.Purpose && c.GivenBy == consent.GivenBy && c.WithdrawnOn == null)
                .Select(c => c.Id).SingleAsync(cancellationToken);
        }
    }
}

/// <summary>What was agreed to, by whom.</summary>
internal sealed record RecordConsentInput : MutationInput
{
    /// <summary>Whose data it is about.</summary>
    public required Ref<Patron> PatronId { get; init; }

    /// <summary>What was agreed to.</summary>
    public required ConsentPurpose Purpose { get; init; }

    /// <summary>Who agreed: the person (a child from the age of 7) or the guardian.</summary>
    public required ConsentParty GivenBy { get; init; }

    /// <summary>Where it is written down, such as the number of a signed form; at most 200 characters.</summary>
    public string? Evidence { get; init; }
}

/// <summary>The consent.</summary>
internal sealed record RecordConsentPayload : Payload
{
    /// <summary>The consent that stands.</summary>
    public Ref<Consent>? Consent { get; init; }
}
