using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Libraries;
using Platform.Model.Sharing.InterLibrary;

namespace Platform.Api.Sharing;

/// <summary>Takes an inter-library loan one step further: what its mutations share.</summary>
internal sealed class InterLibrarySteps(LibraryDb db, TimeProvider clock)
{
    /// <summary>The loan, when the library may take the step; otherwise why not. Nothing is saved.</summary>
    public async Task<(InterLibraryLoan? Loan, MutationError? Error)> TakeAsync(InterLibraryStepInput input, InterLibraryAction action, CancellationToken cancellationToken)
    {
        if (!db.Scope.May(Permission.Circulate, input.LibraryId.Key))
            return (null, NotPermitted.ForLibrary);
        if (await db.InterLibraryLoans.Include(l => l.Item).SingleOrDefaultAsync(l => l.Id == input.LoanId.Key, cancellationToken) is not { } loan)
            return (null, NotFound.At("loanId"));
        // Whom else the loan was offered to is hidden from the caller and must count all the same.
        var offers = await db.InterLibraryOffers.IgnoreQueryFilters([LibraryDb.ScopeFilter]).Where(o => o.LoanId == loan.Id).OrderBy(o => o.Position).ToListAsync(cancellationToken);
        // So are the loans of the other library.
        var isOnLoan = loan.ItemId is { } copy && await db.Loans.IgnoreQueryFilters([LibraryDb.ScopeFilter]).AnyAsync(l => l.ItemId == copy && l.ReturnedAt == null, cancellationToken);
        var decision = InterLibraryStep.Decide(loan, offers, action, input.LibraryId.Key, isOnLoan);
        if (decision.Next is not { } next)
            return (null, InterLibraryRefused.Of(decision.Refusal!.Value)); // no next state: a refusal
        Write(loan, offers, action, next);
        return (loan, null);
    }

    private void Write(InterLibraryLoan loan, List<InterLibraryOffer> offers, InterLibraryAction action, InterLibraryState next)
    {
        var today = clock.Today();
        var wasLost = loan.State is InterLibraryState.Lost;
        loan.State = next;
        var asked = offers.Find(o => o.Answer is OfferAnswer.Asked);
        loan.AskedId = null;
        switch (action)
        {
            case InterLibraryAction.Accept:
                asked!.Answer = OfferAnswer.Accepted; // the rule has seen it
                loan.LenderId = asked.LibraryId;
                break;
            case InterLibraryAction.Decline:
                asked!.Answer = OfferAnswer.Declined; // the rule has seen it
                if (offers.Find(o => o.Answer is OfferAnswer.Waiting) is { } following)
                    (following.Answer, loan.AskedId) = (OfferAnswer.Asked, following.LibraryId);
                break;
            case InterLibraryAction.Send:
                loan.SentOn = today;
                break;
            case InterLibraryAction.Receive:
                loan.ArrivedOn = today;
                break;
            case InterLibraryAction.ReceiveBack:
                loan.ReturnedOn = today;
                if (wasLost && loan.Item!.Status is ItemStatus.Lost)
                    loan.Item.Status = ItemStatus.InStock; // sent: it has a copy
                break;
            case InterLibraryAction.Cancel:
                loan.ItemId = null;
                break;
            case InterLibraryAction.ReportLost:
                loan.Item!.Status = ItemStatus.Lost; // sent: it has a copy
                break;
            case InterLibraryAction.SendBack:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(action), action, null);
        }
    }
}

/// <summary>Which loan, and which of its two libraries acts.</summary>
internal abstract record InterLibraryStepInput : MutationInput
{
    /// <summary>The loan.</summary>
    public required Ref<InterLibraryLoan> LoanId { get; init; }

    /// <summary>The library that acts.</summary>
    public required Ref<Library> LibraryId { get; init; }
}
