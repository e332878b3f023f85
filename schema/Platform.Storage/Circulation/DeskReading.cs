using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Patrons;
using Platform.Model.Sharing;
using Platform.Model.Sharing.InterLibrary;
using Platform.Model.Sharing.Rotation;

namespace Platform.Storage.Circulation;

/// <summary>A copy as the desk read it.</summary>
internal sealed record ItemAtDesk(long Id, long RecordId, string Number, ItemType Type, ItemStatus Status, long? Price, long? LoanId, DateOnly? LentUntil, long? KeptForId, long? KeptForPatronId, DateOnly? KeptUntil,
    bool IsAway, bool HasTwin)
{
    /// <summary>What the rules look at, for this patron.</summary>
    public DeskItem For(long patronId) => new(Number, Type, Status, LentUntil, KeptForPatronId == patronId ? null : KeptUntil, IsAway, HasTwin);
}

/// <summary>A patron as the desk read it.</summary>
internal sealed record PatronAtDesk(long Id, int? Grade, DeskPatron Card);

/// <summary>What an operation at the desk needs to know, each in one statement.</summary>
internal static class DeskReading
{
    /// <summary>The library's own copy of the barcode, wherever it is now.</summary>
    public static IQueryable<Item> ItemsOf(this LibraryDb db, long libraryId, string barcode) => ItemBarcode.Parse(barcode) is ({ } code, var number)
        ? db.Items.Where(i => i.LibraryId == libraryId && (i.RegistrationNumber == barcode || (i.RegistrationNumber == number && i.Library.Code == code)))
        : db.Items.Where(i => i.LibraryId == libraryId && i.RegistrationNumber == barcode);

    public static IQueryable<Patron> PatronsOf(this LibraryDb db, long libraryId, string card) =>
        db.Patrons.Where(p => p.LibraryId == libraryId && p.CardNumber == card);

    /// <summary>The copy on the desk: the library's own, or one of another library that it holds in a rotation or an inter-library loan.</summary>
    public static async Task<ItemAtDesk?> ItemAsync(this LibraryDb db, long libraryId, string barcode, CancellationToken cancellationToken)
    {
        var own = await db.AtDesk(db.ItemsOf(libraryId, barcode), libraryId).FirstOrDefaultAsync(cancellationToken);
        if (own is { IsAway: false })
            return ItemBarcode.Parse(barcode).LibraryCode is null ? own : own with { HasTwin = false };
        var guests = await db.AtDesk(db.GuestsOf(libraryId, barcode), libraryId).Take(2).ToListAsync(cancellationToken);
        return guests.Count switch { 0 => own, 1 => guests[0], _ => guests[0] with { HasTwin = true } };
    }

    /// <summary>Copies of other libraries that this one holds now.</summary>
    public static IQueryable<Item> GuestsOf(this LibraryDb db, long libraryId, string barcode)
    {
        var (code, number) = ItemBarcode.Parse(barcode);
        var held = db.RotationMoves.Where(m => m.ReceiverId == libraryId && m.ClosedOn == null && (m.State == MoveState.Arrived || (m.State == MoveState.Damaged && m.SentBackOn == null))).Select(m => m.ItemId)
            .Concat(db.InterLibraryLoans.Where(l => l.BorrowerId == libraryId && l.State == InterLibraryState.Arrived && l.ItemId != null).Select(l => l.ItemId!.Value)); // filtered
        return db.Items.Where(i => held.Contains(i.Id) && (i.RegistrationNumber == barcode || (i.RegistrationNumber == number && i.Library.Code == code)));
    }

    /// <summary>Those of a library's own copies that are with another library, or on the way there or back.</summary>
    public static IQueryable<Item> AwayOf(this LibraryDb db, IQueryable<Item> own) => own.Where(i =>
        db.RotationMoves.Any(m => m.ItemId == i.Id && m.ClosedOn == null && m.State != MoveState.Planned)
        || db.InterLibraryLoans.Any(l => l.ItemId == i.Id && l.ReturnedOn == null && l.State != InterLibraryState.Accepted && l.State != InterLibraryState.Cancelled));

    public static IQueryable<ItemAtDesk> AtDesk(this LibraryDb db, IQueryable<Item> items, long deskId) =>
        from item in items
        from loan in db.Loans.Where(l => l.ItemId == item.Id && l.ReturnedAt == null).DefaultIfEmpty()
        from hold in db.Holds.Where(h => h.ItemId == item.Id && h.ClosedAt == null).DefaultIfEmpty()
        from move in db.RotationMoves.Where(m => m.ItemId == item.Id && m.ClosedOn == null && m.State != MoveState.Planned).DefaultIfEmpty()
        from between in db.InterLibraryLoans.Where(l => l.ItemId == item.Id && l.ReturnedOn == null && l.State != InterLibraryState.Accepted && l.State != InterLibraryState.Cancelled).DefaultIfEmpty()
        select new ItemAtDesk(
            item.Id, item.RecordId, item.RegistrationNumber, item.Type, item.Status, item.Price,
            (long?)loan!.Id, (DateOnly?)loan.DueOn, (long?)hold!.Id, hold.PatronId, hold.KeptUntilOn, // outer joins: null where there is none
            move != null ? move.ReceiverId != deskId || (move.State != MoveState.Arrived && (move.State != MoveState.Damaged || move.SentBackOn != null))
                : between != null ? between.BorrowerId != deskId || between.State != InterLibraryState.Arrived
                : item.LibraryId != deskId,
            db.RotationMoves.Any(m => m.ReceiverId == deskId && m.ClosedOn == null && m.State == MoveState.Arrived && m.ItemId != item.Id && m.Item.RegistrationNumber == item.RegistrationNumber));

    public static async Task<PatronAtDesk?> PatronAsync(this LibraryDb db, long libraryId, string card, CancellationToken cancellationToken)
    {
        var row = await db.PatronsOf(libraryId, card)
            .AsNoTracking()
            .Select(p => new
            {
                p.Id,
                p.Category,
                p.Grade,
                p.LeftOn,
                Loans = db.Loans.Where(l => l.PatronId == p.Id && l.ReturnedAt == null).Select(l => new { l.ItemType, l.DueOn }).ToList(),
                Owed = db.Charges.Where(c => c.PatronId == p.Id && c.SettledAt == null).Sum(c => c.Amount),
                Holds = db.Holds.Count(h => h.PatronId == p.Id && h.ClosedAt == null),
            })
            .FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : new PatronAtDesk(row.Id, row.Grade, new DeskPatron(
            card, row.Category, row.LeftOn, [.. row.Loans.Select(l => new DeskLoan(l.ItemType, l.DueOn))], row.Owed, row.Holds));
    }
}
