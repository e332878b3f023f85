using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Patrons;
using Platform.Model.Text;
using Platform.Storage.Circulation;

namespace Platform.Storage.Patrons;

/// <summary>Moves people between schools: the old library offers, the new one accepts; neither sees the other's cards.</summary>
public static class Transferring
{
    /// <summary>Offers a person to another library; refused while anything is on loan or owed. Null when the library has no such open card.</summary>
    public static async Task<DeskResult<PatronTransfer>?> OfferAsync(LibraryDb db, long libraryId, long patronId, long toLibraryId, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await using var work = await DeskTransaction.BeginAsync(db, Permission.EditPatrons, libraryId, cancellationToken);
        var patron = await db.Patrons.FirstOrDefaultAsync(p => p.Id == patronId && p.LibraryId == libraryId && p.ErasedAt == null && p.LeftOn == null, cancellationToken);
        if (patron is null)
            return null;
        if (await Owing.RefusalAsync(db, patronId, cancellationToken) is { } owes)
            return DeskResult.Refused<PatronTransfer>(owes);
        if (await db.PatronTransfers.AnyAsync(t => t.PatronId == patronId && t.State == TransferState.Offered, cancellationToken))
            return DeskResult.Refused<PatronTransfer>(Refusals.AlreadyOffered(patron.CardNumber));
        var transfer = new PatronTransfer
        {
            LibraryId = libraryId,
            ToLibraryId = toLibraryId,
            PatronId = patronId,
            FullName = patron.FullName,
            MinistryCode = patron.MinistryCode,
            Category = patron.Category,
            Grade = patron.Grade,
            OfferedOn = today,
        };
        db.PatronTransfers.Add(transfer);
        await work.SaveAsync(cancellationToken);
        return DeskResult.Of(transfer);
    }

    /// <summary>
    /// Takes an offered person in: a new card here, the old one closed the day before. A closed card of the same Ministry code here is opened
    /// again instead. Null when nothing is offered to the library under this key.
    /// </summary>
    public static async Task<DeskResult<Patron>?> AcceptAsync(LibraryDb db, long libraryId, long transferId, string cardNumber, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await using var work = await DeskTransaction.BeginAsync(db, Permission.EditPatrons, libraryId, cancellationToken);
        if (await OfferedAsync(db, transferId, t => t.ToLibraryId == libraryId, cancellationToken) is not { } transfer)
            return null;
        if (await Owing.RefusalAsync(db, transfer.PatronId, cancellationToken) is { } owes)
            return DeskResult.Refused<Patron>(owes);
        var known = transfer.MinistryCode is null ? null : await db.Patrons.FirstOrDefaultAsync(p => p.LibraryId == libraryId && p.MinistryCode == transfer.MinistryCode, cancellationToken);
        if (known is null && await db.Patrons.AnyAsync(p => p.LibraryId == libraryId && p.CardNumber == cardNumber, cancellationToken))
            return DeskResult.Refused<Patron>(Refusals.CardTaken(cardNumber));
        var patron = known ?? NewCard(transfer, cardNumber, today);
        if (known is null)
            db.Patrons.Add(patron);
        (patron.LeftOn, patron.Grade) = (null, transfer.Grade);
        await CloseOldAsync(db, transfer, today, cancellationToken);
        await db.SaveChangesAsync(cancellationToken); // the new card's key
        End(transfer, TransferState.Accepted);
        transfer.NewPatronId = patron.Id;
        await work.SaveAsync(cancellationToken);
        return DeskResult.Of(patron);
    }

    /// <summary>Ends an offer without a move: cancelled by the old library, declined by the new one. Null when there is no such offer of or to the library.</summary>
    public static async Task<PatronTransfer?> EndAsync(LibraryDb db, long libraryId, long transferId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await using var work = await DeskTransaction.BeginAsync(db, Permission.EditPatrons, libraryId, cancellationToken);
        if (await OfferedAsync(db, transferId, t => t.LibraryId == libraryId || t.ToLibraryId == libraryId, cancellationToken) is not { } transfer)
            return null;
        End(transfer, transfer.LibraryId == libraryId ? TransferState.Cancelled : TransferState.Declined);
        await work.SaveAsync(cancellationToken);
        return transfer;
    }

    private static Task<PatronTransfer?> OfferedAsync(LibraryDb db, long id, System.Linq.Expressions.Expression<Func<PatronTransfer, bool>> mine, CancellationToken cancellationToken) =>
        db.PatronTransfers.Where(t => t.Id == id && t.State == TransferState.Offered).Where(mine).FirstOrDefaultAsync(cancellationToken);

    // The name travelled for the decision; afterwards each library has its own card.
    private static void End(PatronTransfer transfer, TransferState state) =>
        (transfer.State, transfer.FullName, transfer.MinistryCode) = (state, null, null);

    private static Patron NewCard(PatronTransfer transfer, string cardNumber, DateOnly today) => new()
    {
        LibraryId = transfer.ToLibraryId,
        CardNumber = cardNumber,
        MinistryCode = transfer.MinistryCode,
        FullName = transfer.FullName!, // an offered transfer has it
        NameKey = VietnameseText.Fold(transfer.FullName!), // as above
        Category = transfer.Category,
        Grade = transfer.Grade,
        RegisteredOn = today,
    };

    // The new library may not see the old one's rows; that this card is closed was agreed to by the offer.
    private static async Task CloseOldAsync(LibraryDb db, PatronTransfer transfer, DateOnly today, CancellationToken cancellationToken)
    {
        var yesterday = today.AddDays(-1);
        var old = await db.Patrons.IgnoreQueryFilters().FirstAsync(p => p.Id == transfer.PatronId, cancellationToken);
        old.LeftOn ??= yesterday;
        foreach (var membership in await db.ClassMemberships.IgnoreQueryFilters().Where(m => m.PatronId == transfer.PatronId && m.UntilOn == null).ToListAsync(cancellationToken))
            membership.UntilOn = yesterday;
    }
}
