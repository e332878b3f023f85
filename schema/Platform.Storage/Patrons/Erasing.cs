using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Notices;
using Platform.Model.Patrons;
using Platform.Storage.Circulation;

namespace Platform.Storage.Patrons;

/// <summary>Erases a person: what remains is a row that counts and names nobody.</summary>
public static class Erasing
{
    /// <summary>What stands in place of the name.</summary>
    public const string ErasedName = "(đã xóa)";

    /// <summary>Erases the person, in one transaction; refused while anything is on loan or owed. Null when the library has no such card, or it is erased already.</summary>
    public static async Task<DeskResult<Patron>?> EraseAsync(LibraryDb db, long libraryId, long patronId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await using var work = await DeskTransaction.BeginAsync(db, Permission.EditPatrons, libraryId, cancellationToken);
        var patron = await db.Patrons.FirstOrDefaultAsync(p => p.Id == patronId && p.LibraryId == libraryId && p.ErasedAt == null, cancellationToken);
        if (patron is null)
            return null;
        if (await Owing.RefusalAsync(db, patronId, cancellationToken) is { } refusal)
            return DeskResult.Refused<Patron>(refusal);

        foreach (var holdId in await db.Holds.Where(h => h.PatronId == patronId && h.ClosedAt == null).OrderBy(h => h.Id).Select(h => h.Id).ToListAsync(cancellationToken))
            await Holding.CancelAsync(db, libraryId, holdId, at, cancellationToken);
        await LinkForgetting.CutAsync(db, libraryId, [patronId], at.AddDays(1), cancellationToken);
        db.RemoveRange(await db.ClassMemberships.Where(m => m.PatronId == patronId).ToListAsync(cancellationToken));
        db.RemoveRange(await db.Consents.Where(c => c.PatronId == patronId).ToListAsync(cancellationToken));
        db.RemoveRange(await db.ClassGrants.Where(g => g.TeacherId == patronId).ToListAsync(cancellationToken));
        db.RemoveRange(await db.NoticeContacts.Where(c => c.PatronId == patronId).ToListAsync(cancellationToken));
        foreach (var notice in await db.Notices.Where(n => n.PatronId == patronId).ToListAsync(cancellationToken))
            (notice.PatronId, notice.Address, notice.Subject, notice.Body, notice.State) = (null, "", "", "", notice.State is NoticeState.Waiting ? NoticeState.Failed : notice.State);
        foreach (var offer in await db.PatronTransfers.Where(t => t.PatronId == patronId && t.State == TransferState.Offered).ToListAsync(cancellationToken))
            (offer.State, offer.FullName, offer.MinistryCode) = (TransferState.Cancelled, null, null);
        foreach (var taught in await db.Classes.Where(c => c.TeacherId == patronId).ToListAsync(cancellationToken))
            taught.TeacherId = null;
        await CloseAccountsAsync(db, patronId, at, cancellationToken);
        Blank(patron, at);
        await work.SaveAsync(cancellationToken);
        return DeskResult.Of(patron);
    }

    // Whoever may erase need not manage accounts: the roles of this very card are ended whoever asks.
    private static async Task CloseAccountsAsync(LibraryDb db, long patronId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var yesterday = SchoolTime.DayOf(at).AddDays(-1);
        var roles = await db.RoleAssignments.IgnoreQueryFilters().Where(r => r.PatronId == patronId).ToListAsync(cancellationToken);
        foreach (var role in roles.Where(role => role.UntilOn is null || role.UntilOn > yesterday))
            role.UntilOn = yesterday;
        var accountIds = roles.Select(role => role.AccountId).Distinct().ToList();
        var idle = await db.Accounts.IgnoreQueryFilters()
            .Where(a => accountIds.Contains(a.Id) && a.ClosedAt == null && !a.Roles.Any(r => r.PatronId != patronId && (r.UntilOn == null || r.UntilOn > yesterday)))
            .ToListAsync(cancellationToken);
        foreach (var account in idle)
            (account.ClosedAt, account.SecurityStamp) = (at, Guid.NewGuid().ToString("N"));
    }

    private static void Blank(Patron patron, DateTimeOffset at)
    {
        patron.FullName = ErasedName;
        patron.NameKey = "";
        patron.CardNumber = string.Create(CultureInfo.InvariantCulture, $"X{patron.Id}");
        (patron.MinistryCode, patron.BornOn, patron.ClassName, patron.IsTemporary) = (null, null, null, false);
        patron.LeftOn ??= SchoolTime.DayOf(at);
        patron.ErasedAt = at;
    }
}
