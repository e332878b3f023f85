using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;

namespace Platform.Storage.Circulation;

/// <summary>A copy that comes back.</summary>
public sealed record ReturnRequest
{
    /// <summary>The library that takes it back.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The copy's registration number (số ĐKCB), as scanned.</summary>
    public required string RegistrationNumber { get; init; }

    /// <summary>What a damaged copy is to be compensated with, in đồng; null when it is not damaged, 0 when damaged without compensation.</summary>
    public long? DamageCompensation { get; init; }
}

/// <summary>A copy that came back.</summary>
/// <param name="Loan">The closed loan.</param>
/// <param name="DaysLate">Days after the last day of the loan; 0 when in time.</param>
/// <param name="KeptFor">The hold whose turn it is: the copy stays at the desk; null when it goes to the shelf.</param>
/// <param name="Charges">What the borrower owes for this return.</param>
public sealed record ReturnedItem(Loan Loan, int DaysLate, Hold? KeptFor, IReadOnlyList<Charge> Charges);

/// <summary>Takes copies back: load, decide, save once.</summary>
public static class Returning
{
    /// <summary>Closes the copy's open loan, or says that it has none.</summary>
    public static async Task<DeskResult<ReturnedItem>> ReturnAsync(LibraryDb db, ReturnRequest request, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(request);
        await using var work = await DeskTransaction.BeginAsync(db, request.LibraryId, cancellationToken);
        await work.LockAsync(db.ItemsOf(request.LibraryId, request.RegistrationNumber), cancellationToken);
        var setting = await db.SettingAsync(request.LibraryId, SchoolTime.DayOf(at), cancellationToken);
        var result = await CloseAsync(db, request, setting, at, cancellationToken);
        if (result.IsDone)
            await work.SaveAsync(cancellationToken);
        return result;
    }

    /// <summary>Takes back many copies, for example a class's textbooks, in one transaction; each copy has its own result, in the order given.</summary>
    public static async Task<IReadOnlyList<DeskResult<ReturnedItem>>> ReturnManyAsync(
        LibraryDb db, long libraryId, IReadOnlyList<string> registrationNumbers, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(registrationNumbers);
        await using var work = await DeskTransaction.BeginAsync(db, libraryId, cancellationToken);
        await work.LockAsync(db.Items.Where(i => i.LibraryId == libraryId && registrationNumbers.Contains(i.RegistrationNumber)), cancellationToken);
        var setting = await db.SettingAsync(libraryId, SchoolTime.DayOf(at), cancellationToken);
        var results = new List<DeskResult<ReturnedItem>>(registrationNumbers.Count);
        foreach (var number in registrationNumbers)
        {
            results.Add(await CloseAsync(db, new ReturnRequest { LibraryId = libraryId, RegistrationNumber = number }, setting, at, cancellationToken));
            // Saved one by one: the same number again, and the next in a queue, are found by queries.
            await db.SaveChangesAsync(cancellationToken);
        }
        await work.SaveAsync(cancellationToken);
        return results;
    }

    private static async Task<DeskResult<ReturnedItem>> CloseAsync(
        LibraryDb db, ReturnRequest request, DeskSetting setting, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await db.ItemAsync(request.LibraryId, request.RegistrationNumber, cancellationToken) is not { } item)
            return DeskResult.Refused<ReturnedItem>(Refusals.ItemUnknown(request.RegistrationNumber));
        if (item.HasTwin)
            return DeskResult.Refused<ReturnedItem>(Refusals.ItemHasTwin(item.Number));
        if (item.LoanId is not { } loanId)
            return DeskResult.Refused<ReturnedItem>(Refusals.ItemNotOnLoan(item.Number));
        var loan = await db.Loans.FirstAsync(l => l.Id == loanId, cancellationToken);
        (loan.ReturnedAt, loan.EndedAs) = (at, LoanEnd.Returned);
        var charges = ChargesOf(request, loan, setting).ToList();
        db.Charges.AddRange(charges);
        Hold? keptFor = null;
        if (request.DamageCompensation is not null)
            await SetStatusAsync(db, item.Id, ItemStatus.Damaged, cancellationToken);
        else if (item.Status is ItemStatus.InStock)
            keptFor = await HoldQueue.OfferAsync(db, item.Id, request.LibraryId, item.RecordId, setting, cancellationToken);
        var daysLate = Math.Max(0, setting.Today.DayNumber - loan.DueOn.DayNumber);
        return DeskResult.Of(new ReturnedItem(loan, daysLate, keptFor, charges));
    }

    internal static async Task SetStatusAsync(LibraryDb db, long itemId, ItemStatus status, CancellationToken cancellationToken) =>
        (await db.Items.FirstAsync(i => i.Id == itemId, cancellationToken)).Status = status;

    private static IEnumerable<Charge> ChargesOf(ReturnRequest request, Loan loan, DeskSetting setting)
    {
        var rule = setting.Rules.For(loan.PatronCategory, loan.ItemType);
        if (rule is not null && LoanPolicy.Fine(rule, loan.DueOn, setting.Today) is > 0 and var fine)
            yield return Charging.On(loan, ChargeKind.Overdue, fine, setting.Today);
        if (request.DamageCompensation is > 0 and var damage)
            yield return Charging.On(loan, ChargeKind.Damaged, damage, setting.Today);
    }
}
