using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Sharing;
using Platform.Model.Sharing.InterLibrary;
using Platform.Model.Sharing.Rotation;
using Platform.Storage.Catalogue;

namespace Platform.Storage.Circulation;

/// <summary>A transfer that a library prepares.</summary>
public sealed record TransferRequest
{
    /// <summary>The library that gives.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The library that receives.</summary>
    public required long ToLibraryId { get; init; }

    /// <summary>Number of the decision.</summary>
    public required string DecisionNumber { get; init; }

    /// <summary>Day of the decision.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Why the copies move.</summary>
    public required string Reason { get; init; }

    /// <summary>Registration numbers or barcodes of the copies.</summary>
    public required IReadOnlyList<string> Numbers { get; init; }
}

/// <summary>Transfers of copies between libraries (chuyển giao): prepared, then accepted, refused or cancelled; each step one transaction.</summary>
public static class ItemTransfers
{
    /// <summary>Prepares a transfer, all copies or none; refused with every reason that stands in the way.</summary>
    public static async Task<DeskResult<ItemTransfer>> PrepareAsync(LibraryDb db, TransferRequest request, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(request);
        await using var work = await DeskTransaction.BeginAsync(db, Permission.EditCatalogue, request.LibraryId, cancellationToken);
        var code = await db.Libraries.Where(l => l.Id == request.LibraryId).Select(l => l.Code).SingleAsync(cancellationToken);
        var wanted = request.Numbers.Select(number => ItemBarcode.Parse(number) is ({ } of, var bare) && of == code ? bare : number).ToList();
        var items = db.Items.Where(i => i.LibraryId == request.LibraryId && wanted.Contains(i.RegistrationNumber));
        await work.LockAsync(items, cancellationToken);
        var ids = await items.ToDictionaryAsync(i => i.RegistrationNumber, i => i.Id, cancellationToken);
        var refusals = wanted.Where(number => !ids.ContainsKey(number)).Select(Refusals.ItemUnknown)
            .Concat(wanted.CountBy(number => number).Where(n => n.Value > 1).Select(n => Refusals.ItemListedTwice(n.Key)))
            .Concat(await AgainstAsync(db, items, 0, cancellationToken)).ToList();
        if (refusals.Count > 0)
            return Refused(refusals);
        var transfer = new ItemTransfer
        {
            LibraryId = request.LibraryId,
            ToLibraryId = request.ToLibraryId,
            DecisionNumber = request.DecisionNumber,
            DecidedOn = request.DecidedOn,
            Reason = request.Reason,
            PreparedOn = today,
            Lines = [.. wanted.Select(number => new ItemTransferLine { LibraryId = request.LibraryId, ToLibraryId = request.ToLibraryId, ItemId = ids[number] })],
        };
        db.ItemTransfers.Add(transfer);
        await work.SaveAsync(cancellationToken);
        return DeskResult.Of(transfer);
    }

    /// <summary>
    /// Takes the copies over: they leave the giver's register today under the decision's number and enter the receiver's with the next numbers of its
    /// registers, all or none. Null when nothing was prepared for the library under this key.
    /// </summary>
    public static async Task<DeskResult<ItemTransfer>?> AcceptAsync(LibraryDb db, long libraryId, long transferId, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await using var work = await DeskTransaction.BeginAsync(db, Permission.EditCatalogue, libraryId, cancellationToken);
        if (await FindAsync(db, transferId, cancellationToken) is not { } transfer || transfer.ToLibraryId != libraryId)
            return null;
        if (transfer.State is not ItemTransferState.Prepared)
            return DeskResult.Refused<ItemTransfer>(Refusals.TransferStateWrong(transfer.State));
        var items = db.Items.Where(i => db.ItemTransferLines.Any(l => l.TransferId == transferId && l.ItemId == i.Id));
        await work.LockAsync(items, cancellationToken);
        if (await AgainstAsync(db, items, transferId, cancellationToken) is { Count: > 0 } refusals)
            return Refused(refusals);
        var lines = await db.ItemTransferLines.Include(l => l.Item).Where(l => l.TransferId == transferId).OrderBy(l => l.Id).ToListAsync(cancellationToken);
        var numbers = await NumbersAsync(db, libraryId, lines, cancellationToken);
        foreach (var line in lines)
            Move(line, numbers[line], transfer.DecisionNumber, today);
        (transfer.State, transfer.ClosedOn) = (ItemTransferState.Accepted, today);
        await work.SaveAsync(cancellationToken);
        return DeskResult.Of(transfer);
    }

    /// <summary>Ends a transfer without a move: refused by the receiver for the reason, or cancelled by the giver, who needs none. Null when the library gives or receives none of this key.</summary>
    public static async Task<DeskResult<ItemTransfer>?> EndAsync(LibraryDb db, long libraryId, long transferId, string? because, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await using var work = await DeskTransaction.BeginAsync(db, Permission.EditCatalogue, libraryId, cancellationToken);
        if (await FindAsync(db, transferId, cancellationToken) is not { } transfer || libraryId != (because is null ? transfer.LibraryId : transfer.ToLibraryId))
            return null;
        if (transfer.State is not ItemTransferState.Prepared)
            return DeskResult.Refused<ItemTransfer>(Refusals.TransferStateWrong(transfer.State));
        foreach (var line in await db.ItemTransferLines.Where(l => l.TransferId == transferId).ToListAsync(cancellationToken))
            line.IsWaiting = false;
        (transfer.State, transfer.ClosedOn, transfer.RefusedBecause) = (because is null ? ItemTransferState.Cancelled : ItemTransferState.Refused, today, because);
        await work.SaveAsync(cancellationToken);
        return DeskResult.Of(transfer);
    }

    // On SQL Server two answers at once wait for each other here.
    private static async Task<ItemTransfer?> FindAsync(LibraryDb db, long id, CancellationToken cancellationToken)
    {
        var one = db.ItemTransfers.Where(t => t.Id == id);
        if (!db.Database.IsSqlite())
            await one.ExecuteUpdateAsync(set => set.SetProperty(t => t.Version, t => t.Version), cancellationToken);
        return await one.FirstOrDefaultAsync(cancellationToken);
    }

    private static async Task<Dictionary<ItemTransferLine, string>> NumbersAsync(LibraryDb db, long libraryId, List<ItemTransferLine> lines, CancellationToken cancellationToken)
    {
        var numbers = new Dictionary<ItemTransferLine, string>();
        foreach (var register in lines.GroupBy(l => l.Item.Type).OrderBy(r => r.Key))
        {
            var next = await RegistrationNumbers.TakeAsync(db, libraryId, register.Key, register.Count(), cancellationToken);
            foreach (var (line, number) in register.Zip(next))
                numbers[line] = number;
        }
        return numbers;
    }

    private static void Move(ItemTransferLine line, string number, string decision, DateOnly today)
    {
        var old = line.Item;
        line.IsWaiting = false;
        line.NewItem = new Item
        {
            LibraryId = line.ToLibraryId,
            RecordId = old.RecordId,
            RegistrationNumber = number,
            Type = old.Type,
            CallNumber = old.CallNumber,
            Price = old.Price,
            Funding = FundingSource.Transfer,
            AcquiredOn = today,
            Status = old.Status,
            FormerItemId = old.Id,
        };
        (old.Status, old.WithdrawnOn, old.WithdrawalDecision, old.WithdrawalReason) = (ItemStatus.Withdrawn, today, decision, WithdrawalReason.Transferred);
    }

    private static DeskResult<ItemTransfer> Refused(IEnumerable<Refusal> refusals) => DeskResult.Refused<ItemTransfer>([.. refusals.Select(refusal => new DeskRefusal(refusal, null))]);

    // The receiver may not see the giver's loans, holds and lists; that they stand in the way, it must learn.
    private static async Task<IReadOnlyList<Refusal>> AgainstAsync(LibraryDb db, IQueryable<Item> items, long transferId, CancellationToken cancellationToken)
    {
        var copies = await items.IgnoreQueryFilters([LibraryDb.ScopeFilter]).AsNoTracking().OrderBy(i => i.RegistrationNumber).Select(i => new TransferCopy
        {
            Number = i.RegistrationNumber,
            Status = i.Status,
            LentUntil = db.Loans.Where(l => l.ItemId == i.Id && l.ReturnedAt == null).Select(l => (DateOnly?)l.DueOn).FirstOrDefault(),
            KeptUntil = db.Holds.Where(h => h.ItemId == i.Id && h.ClosedAt == null).Select(h => h.KeptUntilOn).FirstOrDefault(),
            IsAway = db.RotationMoves.Any(m => m.ItemId == i.Id && m.ClosedOn == null && (m.Plan.State == RotationState.Draft || m.Plan.State == RotationState.Approved))
                || db.InterLibraryLoans.Any(l => l.ItemId == i.Id && l.ReturnedOn == null && l.State != InterLibraryState.Cancelled && l.State != InterLibraryState.Unfilled && l.State != InterLibraryState.Closed),
            CountedIn = db.StockTakings.Where(s => s.LibraryId == i.LibraryId && s.ClosedAt == null && (s.ItemType == null || s.ItemType == i.Type)).Select(s => s.Name).FirstOrDefault(),
            WeededIn = db.WeedingLines.Where(l => l.ItemId == i.Id && (l.Weeding.State == WeedingState.Proposed || l.Weeding.State == WeedingState.Decided)).Select(l => l.Weeding.Name).FirstOrDefault(),
            TransferredBy = db.ItemTransferLines.Where(l => l.ItemId == i.Id && l.IsWaiting && l.TransferId != transferId).Select(l => l.Transfer.DecisionNumber).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        return [.. copies.Select(ItemTransferPolicy.Against).OfType<Refusal>()];
    }
}
