using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Libraries;
using Platform.Model.Patrons;
using Platform.Model.Sharing.InterLibrary;
using Platform.Storage;
using Platform.Storage.Sharing;

namespace Platform.Api.Sharing;

/// <summary>
/// Asks the other members of the group for a copy of a publication. The owners are asked one after the other; the reader for whom it is wanted
/// is known to the borrowing library only.
/// </summary>
[Requires(Permission.Circulate)]
internal sealed class RequestInterLibraryLoan(LibraryDb db, LibraryDbFactory databases, TimeProvider clock)
    : IMutation<RequestInterLibraryLoanInput, RequestInterLibraryLoanPayload>
{
    public async Task<RequestInterLibraryLoanPayload> RunAsync(RequestInterLibraryLoanInput input, CancellationToken cancellationToken)
    {
        if (!db.Scope.May(Permission.Circulate, input.LibraryId.Key))
            return No(NotPermitted.ForLibrary);
        if (!await db.Records.AnyAsync(r => r.Id == input.RecordId.Key, cancellationToken))
            return No(NotFound.At("recordId"));
        if (input.PatronId is { } patron && !await db.Patrons.AnyAsync(p => p.Id == patron.Key && p.LibraryId == input.LibraryId.Key, cancellationToken))
            return No(NotFound.At("patronId"));
        // Loans of the other libraries are no business of the caller: only how many of their copies are free comes back.
        await using var platform = databases.For(Scope.System);
        var owners = await new Lenders(platform, clock).FindAsync(input.LibraryId.Key, input.RecordId.Key, cancellationToken);
        if (owners.Refusal is { } refusal)
            return No(InterLibraryRefused.Of(refusal));

        var loan = LoanOf(input, owners);
        db.InterLibraryLoans.Add(loan);
        if (input.PatronId is { } reader)
            db.InterLibraryReaders.Add(new InterLibraryReader { Loan = loan, LibraryId = input.LibraryId.Key, PatronId = reader.Key });
        await db.SaveChangesAsync(cancellationToken);
        return new RequestInterLibraryLoanPayload { InterLibraryLoan = loan.Id };
    }

    private InterLibraryLoan LoanOf(RequestInterLibraryLoanInput input, LendersFound owners) => new()
    {
        GroupId = owners.GroupId,
        BorrowerId = input.LibraryId.Key,
        AskedId = owners.InOrder[0].LibraryId,
        RecordId = input.RecordId.Key,
        RequestedOn = clock.Today(),
        NeededUntil = input.NeededUntil,
        Note = input.Note,
        Offers =
        [
            .. owners.InOrder.Select((owner, at) => new InterLibraryOffer
            {
                LibraryId = owner.LibraryId,
                Position = at + 1,
                Reason = LenderOrder.ReasonOf(owner),
                Answer = at == 0 ? OfferAnswer.Asked : OfferAnswer.Waiting,
            }),
        ],
    };

    private static RequestInterLibraryLoanPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>What is wanted, by which library.</summary>
internal sealed record RequestInterLibraryLoanInput : MutationInput
{
    /// <summary>The library that borrows.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The publication.</summary>
    public required Ref<BibliographicRecord> RecordId { get; init; }

    /// <summary>The reader for whom it is wanted; never shown to the lender.</summary>
    public Ref<Patron>? PatronId { get; init; }

    /// <summary>Last day on which the copy is useful.</summary>
    public DateOnly? NeededUntil { get; init; }

    /// <summary>Anything both sides should know; no names of pupils.</summary>
    public string? Note { get; init; }
}

/// <summary>The loan as it was begun.</summary>
[FailsWith(typeof(InterLibraryRefused))]
internal sealed record RequestInterLibraryLoanPayload : Payload
{
    /// <summary>The loan.</summary>
    public Ref<InterLibraryLoan>? InterLibraryLoan { get; init; }
}
