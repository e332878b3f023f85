using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Circulation;

namespace Platform.Storage.Circulation;

/// <summary>A loan to be renewed, named by its copy.</summary>
public sealed record RenewRequest
{
    /// <summary>The library that lent.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The copy's registration number (số ĐKCB), as scanned.</summary>
    public required string RegistrationNumber { get; init; }

    /// <summary>Tokens of refusals to override.</summary>
    public IReadOnlyList<string> OverrideTokens { get; init; } = [];
}

/// <summary>Renews and recalls loans: load, decide, save once.</summary>
public static class Renewing
{
    /// <summary>Renews the copy's open loan from today, or says why not.</summary>
    public static async Task<DeskResult<Loan>> RenewAsync(LibraryDb db, RenewRequest request, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(request);
        await using var work = await DeskTransaction.BeginAsync(db, request.LibraryId, cancellationToken);
        var (open, refusal) = await OpenLoanAsync(db, work, request.LibraryId, request.RegistrationNumber, cancellationToken);
        if (open is null)
            return DeskResult.Refused<Loan>(refusal!); // exactly one of the two is there

        var setting = await db.SettingAsync(request.LibraryId, SchoolTime.DayOf(at), cancellationToken);
        var patron = new DeskPatron(open.Card, open.Loan.PatronCategory, open.LeftOn, []);
        var decision = RenewalPolicy.Decide(open.Loan, open.Item.For(open.Loan.PatronId ?? 0), patron, open.OthersWaiting, setting);
        var standing = Overriding.Standing(db, request.LibraryId, decision.Refusals, open.Item.Number, open.Card, request.OverrideTokens);
        if (standing.Count > 0)
            return DeskResult.Refused<Loan>(standing);

        open.Loan.DueOn = decision.DueOn!.Value; // without a rule the renewal was refused
        (open.Loan.Renewals, open.Loan.RecalledAt) = (open.Loan.Renewals + 1, null);
        await work.SaveAsync(cancellationToken);
        return DeskResult.Of(open.Loan);
    }

    /// <summary>Asks for the copy back before its time: the last day comes nearer, as the rule of the loan says. A second recall changes nothing.</summary>
    public static async Task<DeskResult<Loan>> RecallAsync(LibraryDb db, long libraryId, string registrationNumber, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await using var work = await DeskTransaction.BeginAsync(db, libraryId, cancellationToken);
        var (open, refusal) = await OpenLoanAsync(db, work, libraryId, registrationNumber, cancellationToken);
        if (open is null)
            return DeskResult.Refused<Loan>(refusal!); // exactly one of the two is there
        var setting = await db.SettingAsync(libraryId, SchoolTime.DayOf(at), cancellationToken);
        if (setting.Rules.For(open.Loan.PatronCategory, open.Loan.ItemType) is not { } rule)
            return DeskResult.Refused<Loan>(Refusals.NoRule(registrationNumber));
        if (open.Loan.RecalledAt is null)
            (open.Loan.RecalledAt, open.Loan.DueOn) = (at, LoanPolicy.RecalledDueOn(open.Loan.DueOn, rule, setting));
        await work.SaveAsync(cancellationToken);
        return DeskResult.Of(open.Loan);
    }

    private static async Task<(OpenLoan? Open, Refusal? Refusal)> OpenLoanAsync(
        LibraryDb db, DeskTransaction work, long libraryId, string number, CancellationToken cancellationToken)
    {
        await work.LockAsync(db.ItemsOf(libraryId, number), cancellationToken);
        if (await db.ItemAsync(libraryId, number, cancellationToken) is not { } item)
            return (null, Refusals.ItemUnknown(number));
        var row = await db.Loans
            .Where(l => l.ItemId == item.Id && l.ReturnedAt == null)
            .Select(l => new
            {
                Loan = l,
                Card = l.Patron!.CardNumber, // null where anonymous
                l.Patron.LeftOn,
                Waiting = db.Holds.Count(h => h.LibraryId == libraryId && h.RecordId == item.RecordId && h.ClosedAt == null && h.Status == HoldStatus.Waiting && h.PatronId != l.PatronId),
            })
            .FirstOrDefaultAsync(cancellationToken);
        return row is null
            ? (null, Refusals.ItemNotOnLoan(number))
            : (new OpenLoan(row.Loan, item, row.Card ?? "", row.LeftOn, row.Waiting), null);
    }

    private sealed record OpenLoan(Loan Loan, ItemAtDesk Item, string Card, DateOnly? LeftOn, int OthersWaiting);
}
