using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;

namespace Platform.Storage.Circulation;

/// <summary>A publication that a patron wants to wait for.</summary>
public sealed record HoldRequest
{
    /// <summary>The library whose copies are waited for.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The publication.</summary>
    public required long RecordId { get; init; }

    /// <summary>The patron's card number.</summary>
    public required string CardNumber { get; init; }

    /// <summary>Tokens of refusals to override.</summary>
    public IReadOnlyList<string> OverrideTokens { get; init; } = [];
}

/// <summary>Places, cancels and expires holds: load, decide, save once.</summary>
public static class Holding
{
    /// <summary>Places the hold, or says why not. Where a copy is free all the same (an override), it is kept at once.</summary>
    public static async Task<DeskResult<Hold>> PlaceAsync(LibraryDb db, HoldRequest request, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(request);
        await using var work = await DeskTransaction.BeginAsync(db, request.LibraryId, cancellationToken);
        await work.LockAsync(
            db.Items.Where(i => i.LibraryId == request.LibraryId && i.RecordId == request.RecordId),
            db.PatronsOf(request.LibraryId, request.CardNumber),
            cancellationToken);
        if (await db.PatronAsync(request.LibraryId, request.CardNumber, cancellationToken) is not { } patron)
            return DeskResult.Refused<Hold>(Refusals.PatronUnknown(request.CardNumber));
        var lent = db.Items.Where(i => i.LibraryId == request.LibraryId && i.RecordId == request.RecordId && i.Status == ItemStatus.InStock);
        var copies = await db.AtDesk(lent.OrderBy(i => i.Id), request.LibraryId).ToListAsync(cancellationToken);

        var setting = await db.SettingAsync(request.LibraryId, SchoolTime.DayOf(at), cancellationToken);
        var free = copies.FirstOrDefault(copy => copy is { LoanId: null, KeptForId: null, IsAway: false });
        var wanted = await WantedAsync(db, request.RecordId, patron.Id, copies, free, cancellationToken);
        var refusals = HoldPolicy.Decide(wanted, patron.Card, setting);
        var standing = Overriding.Standing(db, request.LibraryId, refusals, $"record {request.RecordId}", request.CardNumber, request.OverrideTokens);
        if (standing.Count > 0)
            return DeskResult.Refused<Hold>(standing);

        var hold = new Hold { LibraryId = request.LibraryId, RecordId = request.RecordId, PatronId = patron.Id, PlacedAt = at, Status = HoldStatus.Waiting };
        if (free is not null)
        {
            var shelfDays = setting.Rules.For(patron.Card.Category, free.Type)?.HoldShelfDays ?? 0;
            (hold.Status, hold.ItemId, hold.KeptUntilOn) = (HoldStatus.Ready, free.Id, LoanPolicy.KeptUntilOn(shelfDays, setting));
        }
        db.Holds.Add(hold);
        return await SaveAsync(db, work, hold, cancellationToken);
    }

    /// <summary>Cancels a hold; its kept copy goes to the next in the queue. Null when the library has no such hold.</summary>
    public static async Task<DeskResult<Hold>?> CancelAsync(LibraryDb db, long libraryId, long holdId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await using var work = await DeskTransaction.BeginAsync(db, libraryId, cancellationToken);
        var hold = await db.Holds.FirstOrDefaultAsync(h => h.Id == holdId && h.LibraryId == libraryId, cancellationToken);
        if (hold is null)
            return null;
        if (hold.ClosedAt is not null)
            return DeskResult.Refused<Hold>(Refusals.HoldClosed(hold.Status));
        var setting = await db.SettingAsync(libraryId, SchoolTime.DayOf(at), cancellationToken);
        await EndAsync(db, hold, HoldStatus.Cancelled, setting, at, cancellationToken);
        await work.SaveAsync(cancellationToken);
        return DeskResult.Of(hold);
    }

    /// <summary>Ends the holds of a library whose kept copy was not fetched in time; each copy goes to the next in its queue. Gives the ended holds.</summary>
    public static async Task<IReadOnlyList<Hold>> ExpireAsync(LibraryDb db, long libraryId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await using var work = await DeskTransaction.BeginAsync(db, libraryId, cancellationToken);
        var today = SchoolTime.DayOf(at);
        var late = await db.Holds
            .Where(h => h.LibraryId == libraryId && h.ClosedAt == null && h.KeptUntilOn < today)
            .OrderBy(h => h.Id)
            .ToListAsync(cancellationToken);
        var setting = await db.SettingAsync(libraryId, today, cancellationToken);
        foreach (var hold in late)
        {
            await EndAsync(db, hold, HoldStatus.Expired, setting, at, cancellationToken);
            // Saved one by one: the next in the queue is found by a query.
            await db.SaveChangesAsync(cancellationToken);
        }
        await work.SaveAsync(cancellationToken);
        return late;
    }

    private static async Task EndAsync(LibraryDb db, Hold hold, HoldStatus status, DeskSetting setting, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var kept = hold.ItemId;
        HoldQueue.Close(hold, status, at);
        if (kept is { } itemId)
            await HoldQueue.OfferAsync(db, itemId, hold.LibraryId, hold.RecordId, setting, cancellationToken);
    }

    private static async Task<WantedRecord> WantedAsync(
        LibraryDb db, long recordId, long patronId, IReadOnlyList<ItemAtDesk> copies, ItemAtDesk? free, CancellationToken cancellationToken)
    {
        var borrowed = await db.Loans
            .Where(l => l.PatronId == patronId && l.ReturnedAt == null && l.Item.RecordId == recordId)
            .Select(l => (DateOnly?)l.DueOn)
            .FirstOrDefaultAsync(cancellationToken);
        var waitedFor = await db.Holds.AnyAsync(h => h.PatronId == patronId && h.RecordId == recordId && h.ClosedAt == null, cancellationToken);
        return new WantedRecord([.. copies.Select(copy => copy.For(patronId))], free?.Number, borrowed, waitedFor);
    }

    private static async Task<DeskResult<Hold>> SaveAsync(LibraryDb db, DeskTransaction work, Hold hold, CancellationToken cancellationToken)
    {
        try
        {
            await work.SaveAsync(cancellationToken);
            return DeskResult.Of(hold);
        }
        catch (DbUpdateException fault) when (UniqueViolation.IsOn(fault, db, CirculationTables.OneActiveHold))
        {
            db.ChangeTracker.Clear();
            return DeskResult.Refused<Hold>(Refusals.AlreadyOnHold);
        }
    }
}
