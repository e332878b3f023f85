using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;

namespace Platform.Storage.Circulation;

/// <summary>A copy that is missing or damaged.</summary>
public sealed record LossRequest
{
    /// <summary>The library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The copy's registration number (số ĐKCB).</summary>
    public required string RegistrationNumber { get; init; }

    /// <summary>Compensation in đồng; null for the copy's price, 0 for none.</summary>
    public long? Compensation { get; init; }
}

/// <summary>A copy whose state changed, and what followed from it.</summary>
/// <param name="ItemId">The copy.</param>
/// <param name="Status">Its state now.</param>
/// <param name="Loan">The loan that was closed by it; null when it was on the shelf.</param>
/// <param name="Charge">The compensation that was raised or made void; null when there is none.</param>
/// <param name="KeptFor">The hold for which a found copy is kept; null when it goes to the shelf.</param>
public sealed record ItemStateChange(long ItemId, ItemStatus Status, Loan? Loan, Charge? Charge, Hold? KeptFor);

/// <summary>Lost, damaged and found copies: load, decide, save once.</summary>
public static class LostAndFound
{
    /// <summary>Reports a copy lost: its open loan ends as lost, the borrower is charged, and nobody waits for it any more.</summary>
    public static Task<DeskResult<ItemStateChange>> LoseAsync(LibraryDb db, LossRequest request, DateTimeOffset at, CancellationToken cancellationToken) =>
        MissAsync(db, request, ItemStatus.Lost, at, cancellationToken);

    /// <summary>Reports a copy on the shelf damaged. A damaged copy that is on loan is reported at its return.</summary>
    public static Task<DeskResult<ItemStateChange>> DamageAsync(LibraryDb db, LossRequest request, DateTimeOffset at, CancellationToken cancellationToken) =>
        MissAsync(db, request, ItemStatus.Damaged, at, cancellationToken);

    /// <summary>A lost copy was found, or a damaged one repaired: it is in stock again and goes to the first who waits; an unsettled compensation for its loss is void.</summary>
    public static async Task<DeskResult<ItemStateChange>> FindAsync(LibraryDb db, long libraryId, string registrationNumber, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await using var work = await DeskTransaction.BeginAsync(db, libraryId, cancellationToken);
        await work.LockAsync(db.ItemsOf(libraryId, registrationNumber), cancellationToken);
        if (await db.ItemAsync(libraryId, registrationNumber, cancellationToken) is not { } item)
            return DeskResult.Refused<ItemStateChange>(Refusals.ItemUnknown(registrationNumber));
        if (item.Status is not (ItemStatus.Lost or ItemStatus.Damaged))
            return DeskResult.Refused<ItemStateChange>(Refusals.ItemNotMissing(item.Number));

        var setting = await db.SettingAsync(libraryId, SchoolTime.DayOf(at), cancellationToken);
        await Returning.SetStatusAsync(db, item.Id, ItemStatus.InStock, cancellationToken);
        var charge = await db.Charges.FirstOrDefaultAsync(c => c.ItemId == item.Id && c.Kind == ChargeKind.Lost && c.SettledAt == null, cancellationToken);
        if (charge is not null)
            (charge.SettledAt, charge.Settlement) = (at, Settlement.Void);
        var keptFor = await HoldQueue.OfferAsync(db, item.Id, libraryId, item.RecordId, setting, cancellationToken);
        await work.SaveAsync(cancellationToken);
        return DeskResult.Of(new ItemStateChange(item.Id, ItemStatus.InStock, null, charge, keptFor));
    }

    private static async Task<DeskResult<ItemStateChange>> MissAsync(LibraryDb db, LossRequest request, ItemStatus status, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(request);
        await using var work = await DeskTransaction.BeginAsync(db, request.LibraryId, cancellationToken);
        await work.LockAsync(db.ItemsOf(request.LibraryId, request.RegistrationNumber), cancellationToken);
        if (await db.ItemAsync(request.LibraryId, request.RegistrationNumber, cancellationToken) is not { } item)
            return DeskResult.Refused<ItemStateChange>(Refusals.ItemUnknown(request.RegistrationNumber));
        if (Against(item, status) is { } refusal)
            return DeskResult.Refused<ItemStateChange>(refusal);

        await Returning.SetStatusAsync(db, item.Id, status, cancellationToken);
        var loan = await db.Loans.FirstOrDefaultAsync(l => l.ItemId == item.Id && l.ReturnedAt == null, cancellationToken);
        var charge = loan is null ? null : End(db, loan, request.Compensation ?? item.Price ?? 0, at);
        if (item.KeptForId is { } holdId)
            await FreeHoldAsync(db, holdId, cancellationToken);
        await work.SaveAsync(cancellationToken);
        return DeskResult.Of(new ItemStateChange(item.Id, status, loan, charge, null));
    }

    private static Refusal? Against(ItemAtDesk item, ItemStatus status) => item.Status switch
    {
        _ when item.IsAway => Refusals.ItemAway(item.Number),
        _ when item.HasTwin => Refusals.ItemHasTwin(item.Number),
        ItemStatus.Withdrawn => Refusals.ItemWithdrawn(item.Number),
        ItemStatus.Lost => Refusals.ItemLost(item.Number),
        _ when status is ItemStatus.Damaged && item.LentUntil is { } dueOn => Refusals.ItemOnLoan(item.Number, dueOn),
        _ => null,
    };

    private static Charge? End(LibraryDb db, Loan loan, long amount, DateTimeOffset at)
    {
        (loan.ReturnedAt, loan.EndedAs) = (at, LoanEnd.Lost);
        if (amount <= 0)
            return null;
        var charge = Charging.On(loan, ChargeKind.Lost, amount, SchoolTime.DayOf(at));
        db.Charges.Add(charge);
        return charge;
    }

    private static async Task FreeHoldAsync(LibraryDb db, long holdId, CancellationToken cancellationToken)
    {
        var hold = await db.Holds.FirstAsync(h => h.Id == holdId, cancellationToken);
        (hold.Status, hold.ItemId, hold.KeptUntilOn) = (HoldStatus.Waiting, null, null);
    }
}
