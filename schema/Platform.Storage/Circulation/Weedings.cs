using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;

namespace Platform.Storage.Circulation;

/// <summary>A copy to be proposed.</summary>
/// <param name="RegistrationNumber">Its number.</param>
/// <param name="Reason">Why it leaves.</param>
/// <param name="Handling">What becomes of it.</param>
public sealed record WeedingEntry(string RegistrationNumber, WeedingReason Reason, WeedingHandling Handling);

/// <summary>Weedings by TT 02/2020: proposed, decided, published, carried out; each step one transaction.</summary>
public static class Weedings
{
    /// <summary>Begins a weeding; a library has one at a time.</summary>
    public static async Task<DeskResult<Weeding>> OpenAsync(LibraryDb db, long libraryId, string name, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await using var work = await DeskTransaction.BeginAsync(db, Permission.EditCatalogue, libraryId, cancellationToken);
        if (await db.Weedings.FirstOrDefaultAsync(w => w.LibraryId == libraryId && (w.State == WeedingState.Proposed || w.State == WeedingState.Decided), cancellationToken) is { } open)
            return DeskResult.Refused<Weeding>(Refusals.WeedingStateWrong(open.State));
        var weeding = new Weeding { LibraryId = libraryId, Name = name, OpenedOn = today };
        db.Weedings.Add(weeding);
        await work.SaveAsync(cancellationToken);
        return DeskResult.Of(weeding);
    }

    /// <summary>
    /// Proposes copies, all or none; refused with a reason for each copy that cannot be proposed. A copy that stands there already gets the new reason. Null when the
    /// library has no such weeding.
    /// </summary>
    public static async Task<DeskResult<Weeding>?> ProposeAsync(LibraryDb db, long libraryId, long weedingId, IReadOnlyList<WeedingEntry> entries, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(entries);
        await using var work = await DeskTransaction.BeginAsync(db, Permission.EditCatalogue, libraryId, cancellationToken);
        if (await FindAsync(db, libraryId, weedingId, cancellationToken) is not { } weeding)
            return null;
        if (weeding.State is not WeedingState.Proposed)
            return DeskResult.Refused<Weeding>(Refusals.WeedingStateWrong(weeding.State));
        var numbers = entries.Select(entry => entry.RegistrationNumber).ToList();
        var wanted = db.Items.Where(i => i.LibraryId == libraryId && numbers.Contains(i.RegistrationNumber));
        await work.LockAsync(wanted, cancellationToken);
        var items = await wanted.ToDictionaryAsync(i => i.RegistrationNumber, cancellationToken);
        var ids = items.Values.Select(i => i.Id).ToList();
        var standing = await db.WeedingLines.Where(l => l.WeedingId == weedingId && ids.Contains(l.ItemId)).ToDictionaryAsync(l => l.ItemId, cancellationToken);
        var waiting = await db.ItemTransferLines.Where(l => l.IsWaiting && ids.Contains(l.ItemId)).Select(l => new { l.ItemId, l.Transfer.DecisionNumber })
            .ToDictionaryAsync(l => l.ItemId, l => l.DecisionNumber, cancellationToken);
        var refusals = entries.Select(entry => Against(entry, items.GetValueOrDefault(entry.RegistrationNumber), waiting, today)).OfType<Refusal>().Distinct().ToList();
        if (refusals.Count > 0)
            return DeskResult.Refused<Weeding>([.. refusals.Select(refusal => new DeskRefusal(refusal, null))]);
        foreach (var entry in entries)
        {
            var item = items[entry.RegistrationNumber];
            if (standing.TryGetValue(item.Id, out var line))
                (line.Reason, line.Handling) = (entry.Reason, entry.Handling);
            else
                weeding.Lines.Add(standing[item.Id] = new WeedingLine { LibraryId = libraryId, ItemId = item.Id, Reason = entry.Reason, Handling = entry.Handling });
        }
        await work.SaveAsync(cancellationToken);
        return DeskResult.Of(weeding);
    }

    /// <summary>Takes copies off the list. Null when the library has no such weeding.</summary>
    public static async Task<DeskResult<Weeding>?> WithdrawProposalAsync(LibraryDb db, long libraryId, long weedingId, IReadOnlyList<string> numbers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await using var work = await DeskTransaction.BeginAsync(db, Permission.EditCatalogue, libraryId, cancellationToken);
        if (await FindAsync(db, libraryId, weedingId, cancellationToken) is not { } weeding)
            return null;
        if (weeding.State is not WeedingState.Proposed)
            return DeskResult.Refused<Weeding>(Refusals.WeedingStateWrong(weeding.State));
        db.RemoveRange(await db.WeedingLines.Where(l => l.WeedingId == weedingId && numbers.Contains(l.Item.RegistrationNumber)).ToListAsync(cancellationToken));
        await work.SaveAsync(cancellationToken);
        return DeskResult.Of(weeding);
    }

    /// <summary>Enters the decision and the publication of the list: a tenth of the stock at most, three years after the last one. Null when the library has no such weeding.</summary>
    public static async Task<DeskResult<Weeding>?> DecideAsync(LibraryDb db, long libraryId, long weedingId, string number, DateOnly decidedOn, DateOnly publishedOn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await using var work = await DeskTransaction.BeginAsync(db, Permission.EditCatalogue, libraryId, cancellationToken);
        if (await FindAsync(db, libraryId, weedingId, cancellationToken) is not { } weeding)
            return null;
        if (weeding.State is not WeedingState.Proposed)
            return DeskResult.Refused<Weeding>(Refusals.WeedingStateWrong(weeding.State));
        var stock = await db.Items.CountAsync(i => i.LibraryId == libraryId && i.Status != ItemStatus.Withdrawn && i.Status != ItemStatus.Lost, cancellationToken);
        var copies = await db.WeedingLines.CountAsync(l => l.WeedingId == weedingId && l.Reason != WeedingReason.Lost, cancellationToken);
        var last = await db.Weedings.Where(w => w.LibraryId == libraryId && w.State == WeedingState.CarriedOut && w.Lines.Any(l => l.Reason != WeedingReason.Lost)).MaxAsync(w => w.DecidedOn, cancellationToken);
        if (WeedingPolicy.AgainstDecision(copies, stock, last, decidedOn) is { } refusal)
            return DeskResult.Refused<Weeding>(refusal);
        (weeding.State, weeding.Stock, weeding.DecisionNumber, weeding.DecidedOn, weeding.PublishedOn) = (WeedingState.Decided, stock, number, decidedOn, publishedOn);
        await work.SaveAsync(cancellationToken);
        return DeskResult.Of(weeding);
    }

    /// <summary>The copies leave the stock, 15 days after the list was published, all or none; one that is on loan, kept for a reader or with another library stops it. Null when the library has no such weeding.</summary>
    public static async Task<DeskResult<Weeding>?> CarryOutAsync(LibraryDb db, long libraryId, long weedingId, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await using var work = await DeskTransaction.BeginAsync(db, Permission.EditCatalogue, libraryId, cancellationToken);
        if (await FindAsync(db, libraryId, weedingId, cancellationToken) is not { } weeding)
            return null;
        if (weeding.State is not WeedingState.Decided)
            return DeskResult.Refused<Weeding>(Refusals.WeedingStateWrong(weeding.State));
        if (WeedingPolicy.AgainstCarryingOut(weeding.PublishedOn, today) is { } refusal)
            return DeskResult.Refused<Weeding>(refusal);
        var listed = db.Items.Where(i => db.WeedingLines.Any(l => l.WeedingId == weedingId && l.ItemId == i.Id));
        await work.LockAsync(listed, cancellationToken);
        if (await BusyAsync(db, listed, cancellationToken) is { } busy)
            return DeskResult.Refused<Weeding>(busy);
        foreach (var line in await db.WeedingLines.Include(l => l.Item).Where(l => l.WeedingId == weedingId && l.Item.Status != ItemStatus.Withdrawn).ToListAsync(cancellationToken))
            Withdraw(line, weeding.DecisionNumber, today);
        (weeding.State, weeding.CarriedOutOn) = (WeedingState.CarriedOut, today);
        await work.SaveAsync(cancellationToken);
        return DeskResult.Of(weeding);
    }

    /// <summary>Gives a weeding up before its copies left. Null when the library has no such open weeding.</summary>
    public static async Task<Weeding?> CancelAsync(LibraryDb db, long libraryId, long weedingId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await using var work = await DeskTransaction.BeginAsync(db, Permission.EditCatalogue, libraryId, cancellationToken);
        if (await FindAsync(db, libraryId, weedingId, cancellationToken) is not { State: WeedingState.Proposed or WeedingState.Decided } weeding)
            return null;
        weeding.State = WeedingState.Cancelled;
        await work.SaveAsync(cancellationToken);
        return weeding;
    }

    private static Refusal? Against(WeedingEntry entry, Item? item, Dictionary<long, string> waiting, DateOnly today)
    {
        if (item is null)
            return Refusals.ItemUnknown(entry.RegistrationNumber);
        return waiting.TryGetValue(item.Id, out var decision)
            ? Refusals.ItemInTransfer(item.RegistrationNumber, decision)
            : WeedingPolicy.AgainstLine(item.RegistrationNumber, item.Type, item.Status, entry.Reason, item.AcquiredOn, today);
    }

    // The reasons of a weeding are those of a withdrawal, under the same numbers.
    private static void Withdraw(WeedingLine line, string? decision, DateOnly today)
    {
        var item = line.Item;
        (item.Status, item.WithdrawnOn, item.WithdrawalDecision) = (ItemStatus.Withdrawn, today, decision);
        (item.WithdrawalReason, item.WithdrawalHandling) = ((WithdrawalReason)line.Reason, line.Handling);
    }

    private static Task<Weeding?> FindAsync(LibraryDb db, long libraryId, long id, CancellationToken cancellationToken) =>
        db.Weedings.FirstOrDefaultAsync(w => w.Id == id && w.LibraryId == libraryId, cancellationToken);

    private static async Task<Refusal?> BusyAsync(LibraryDb db, IQueryable<Item> items, CancellationToken cancellationToken)
    {
        var lent = await db.Loans.Where(l => l.ReturnedAt == null && items.Any(i => i.Id == l.ItemId)).OrderBy(l => l.Id).Select(l => new { l.Item.RegistrationNumber, l.DueOn }).FirstOrDefaultAsync(cancellationToken);
        if (lent is not null)
            return Refusals.ItemOnLoan(lent.RegistrationNumber, lent.DueOn);
        var kept = await db.Holds.Where(h => h.ClosedAt == null && h.ItemId != null && items.Any(i => i.Id == h.ItemId)).OrderBy(h => h.Id).Select(h => new { h.Item!.RegistrationNumber, h.KeptUntilOn }).FirstOrDefaultAsync(cancellationToken); // filtered
        if (kept is not null)
            return Refusals.ItemKept(kept.RegistrationNumber, kept.KeptUntilOn ?? default);
        var away = await db.AwayOf(items).OrderBy(i => i.Id).Select(i => i.RegistrationNumber).FirstOrDefaultAsync(cancellationToken);
        return away is null ? null : Refusals.ItemAway(away);
    }
}
