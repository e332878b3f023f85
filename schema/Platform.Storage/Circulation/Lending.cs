using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Circulation;

namespace Platform.Storage.Circulation;

/// <summary>A copy to be lent.</summary>
public sealed record LendRequest
{
    /// <summary>The library that lends.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The copy's registration number (số ĐKCB), as scanned.</summary>
    public required string RegistrationNumber { get; init; }

    /// <summary>The patron's card number, as scanned.</summary>
    public required string CardNumber { get; init; }

    /// <summary>Tokens of refusals to override.</summary>
    public IReadOnlyList<string> OverrideTokens { get; init; } = [];
}

/// <summary>Lends copies: load, decide, save once.</summary>
public static class Lending
{
    /// <summary>Lends the copy, or says why not. Two desks that lend one copy at once: one loan, and one refusal.</summary>
    public static async Task<DeskResult<Loan>> LendAsync(LibraryDb db, LendRequest request, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(request);
        await using var work = await DeskTransaction.BeginAsync(db, request.LibraryId, cancellationToken);
        await work.LockAsync(db.ItemsOf(request.LibraryId, request.RegistrationNumber), db.PatronsOf(request.LibraryId, request.CardNumber), cancellationToken);
        if (await db.ItemAsync(request.LibraryId, request.RegistrationNumber, cancellationToken) is not { } item)
            return DeskResult.Refused<Loan>(Refusals.ItemUnknown(request.RegistrationNumber));
        if (await db.PatronAsync(request.LibraryId, request.CardNumber, cancellationToken) is not { } patron)
            return DeskResult.Refused<Loan>(Refusals.PatronUnknown(request.CardNumber));

        var setting = await db.SettingAsync(request.LibraryId, SchoolTime.DayOf(at), cancellationToken);
        var decision = LoanPolicy.Decide(item.For(patron.Id), patron.Card, setting);
        var standing = Overriding.Standing(db, request.LibraryId, decision.Refusals, item.Number, request.CardNumber, request.OverrideTokens);
        if (standing.Count > 0)
            return DeskResult.Refused<Loan>(standing);

        var loan = Open(request.LibraryId, item, patron, decision, at);
        db.Loans.Add(loan);
        await HoldQueue.FulfilAsync(db, item, patron.Id, setting, at, cancellationToken);
        return await SaveAsync(db, work, loan, item.Number, cancellationToken);
    }

    private static Loan Open(long libraryId, ItemAtDesk item, PatronAtDesk patron, LoanDecision decision, DateTimeOffset at) => new()
    {
        LibraryId = libraryId,
        ItemId = item.Id,
        PatronId = patron.Id,
        Kind = LoanKind.Home,
        PatronCategory = patron.Card.Category,
        Grade = patron.Grade,
        ItemType = item.Type,
        LentAt = at,
        LentOn = SchoolTime.DayOf(at),
        DueOn = decision.DueOn!.Value, // without a rule the loan was refused
        RuleId = decision.Rule!.Id,
    };

    private static async Task<DeskResult<Loan>> SaveAsync(LibraryDb db, DeskTransaction work, Loan loan, string number, CancellationToken cancellationToken)
    {
        try
        {
            await work.SaveAsync(cancellationToken);
            return DeskResult.Of(loan);
        }
        catch (DbUpdateException fault) when (UniqueViolation.IsOn(fault, db, CirculationTables.OneOpenLoanPerItem))
        {
            db.ChangeTracker.Clear();
            return DeskResult.Refused<Loan>(Refusals.ItemJustLent(number));
        }
    }
}
