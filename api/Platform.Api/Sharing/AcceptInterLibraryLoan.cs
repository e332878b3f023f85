using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Sharing.InterLibrary;
using Platform.Storage;

namespace Platform.Api.Sharing;

/// <summary>The owner that is asked agrees to lend a copy, with its conditions and the last day.</summary>
[Requires(Permission.Circulate)]
internal sealed class AcceptInterLibraryLoan(LibraryDb db, InterLibrarySteps steps, TimeProvider clock)
    : IMutation<AcceptInterLibraryLoanInput, AcceptInterLibraryLoanPayload>
{
    public async Task<AcceptInterLibraryLoanPayload> RunAsync(AcceptInterLibraryLoanInput input, CancellationToken cancellationToken)
    {
        if (input.DueOn < clock.Today())
            return No(InterLibraryRefused.Of(InterLibraryRefusal.DueInThePast));
        var (loan, error) = await steps.TakeAsync(input, InterLibraryAction.Accept, cancellationToken);
        if (loan is null)
            return No(error!); // no loan: an error
        var copy = await db.Items.AsNoTracking().FirstOrDefaultAsync(
            i => i.Id == input.ItemId.Key && i.LibraryId == input.LibraryId.Key && i.RecordId == loan.RecordId && i.Status == ItemStatus.InStock
                && !db.Loans.Any(l => l.ItemId == i.Id && l.ReturnedAt == null),
            cancellationToken);
        if (copy is null)
            return No(InterLibraryRefused.Of(InterLibraryRefusal.CopyNotAvailable));
        if (await ConditionFaultAsync(input, copy.Type, cancellationToken) is { } excluded)
            return No(InterLibraryRefused.Of(excluded));
        (loan.ItemId, loan.DueOn, loan.Conditions) = (input.ItemId.Key, input.DueOn, input.Conditions);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (UniqueViolation.IsOn(fault, db, InterLibraryTables.OneOpenLoanPerItem))
        {
            return No(InterLibraryRefused.Of(InterLibraryRefusal.CopyNotAvailable));
        }
        return new AcceptInterLibraryLoanPayload { InterLibraryLoan = loan.Id };
    }

    private async Task<InterLibraryRefusal?> ConditionFaultAsync(AcceptInterLibraryLoanInput input, ItemType type, CancellationToken cancellationToken)
    {
        var conditions = await db.LendingConditions.AsNoTracking().SingleOrDefaultAsync(c => c.LibraryId == input.LibraryId.Key, cancellationToken);
        var copiesOut = await db.InterLibraryLoans.CountAsync(
            l => l.LenderId == input.LibraryId.Key && l.ItemId != null && l.ReturnedOn == null && l.Id != input.LoanId.Key, cancellationToken);
        return LendingTerms.Refuse(conditions, new LendingCase(type, clock.Today(), input.DueOn, copiesOut));
    }

    private static AcceptInterLibraryLoanPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>Which copy, until when, on what conditions.</summary>
internal sealed record AcceptInterLibraryLoanInput : InterLibraryStepInput
{
    /// <summary>The copy.</summary>
    public required Ref<Item> ItemId { get; init; }

    /// <summary>Last day of the loan.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The owner's conditions.</summary>
    public string? Conditions { get; init; }
}

/// <summary>The loan afterwards.</summary>
[FailsWith(typeof(InterLibraryRefused))]
internal sealed record AcceptInterLibraryLoanPayload : Payload
{
    /// <summary>The loan.</summary>
    public Ref<InterLibraryLoan>? InterLibraryLoan { get; init; }
}
