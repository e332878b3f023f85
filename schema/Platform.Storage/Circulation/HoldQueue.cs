using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Circulation;

namespace Platform.Storage.Circulation;

/// <summary>The patrons who wait for a publication in one library, in the order in which they asked.</summary>
internal static class HoldQueue
{
    /// <summary>Closes the borrower's own hold on the publication; a copy that was kept for the borrower and not taken goes to the next in the queue.</summary>
    public static async Task FulfilAsync(LibraryDb db, ItemAtDesk lent, long patronId, DeskSetting setting, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var own = await db.Holds.FirstOrDefaultAsync(h => h.PatronId == patronId && h.RecordId == lent.RecordId && h.ClosedAt == null, cancellationToken);
        if (own is null && lent.KeptForId is null)
            return;
        if (own is not null)
        {
            var kept = own.ItemId;
            Close(own, HoldStatus.Fulfilled, at);
            if (kept is { } left && left != lent.Id)
                await OfferAsync(db, left, own.LibraryId, own.RecordId, setting, cancellationToken);
        }
        if (lent.KeptForId is { } other && other != own?.Id)
            await BackToQueueAsync(db, other, cancellationToken);
    }

    /// <summary>Keeps a free copy for the first who waits; null when nobody does.</summary>
    public static async Task<Hold?> OfferAsync(LibraryDb db, long itemId, long libraryId, long recordId, DeskSetting setting, CancellationToken cancellationToken)
    {
        var next = await db.Holds
            .Where(h => h.LibraryId == libraryId && h.RecordId == recordId && h.ClosedAt == null && h.Status == HoldStatus.Waiting)
            .OrderBy(h => h.Id)
            .Select(h => new { Hold = h, Category = h.Patron!.Category, Type = db.Items.Where(i => i.Id == itemId).Select(i => i.Type).First() }) // an active hold has a patron
            .FirstOrDefaultAsync(cancellationToken);
        if (next is null)
            return null;
        var shelfDays = setting.Rules.For(next.Category, next.Type)?.HoldShelfDays ?? 0;
        (next.Hold.Status, next.Hold.ItemId, next.Hold.KeptUntilOn) = (HoldStatus.Ready, itemId, LoanPolicy.KeptUntilOn(shelfDays, setting));
        return next.Hold;
    }

    /// <summary>Ends a hold; its copy is free for the next.</summary>
    public static void Close(Hold hold, HoldStatus status, DateTimeOffset at) =>
        (hold.Status, hold.ClosedAt, hold.ItemId, hold.KeptUntilOn) = (status, at, null, null);

    // The kept copy was lent to somebody else by override: the patron keeps the place in the queue.
    private static async Task BackToQueueAsync(LibraryDb db, long holdId, CancellationToken cancellationToken)
    {
        var hold = await db.Holds.FirstAsync(h => h.Id == holdId, cancellationToken);
        (hold.Status, hold.ItemId, hold.KeptUntilOn) = (HoldStatus.Waiting, null, null);
    }
}
