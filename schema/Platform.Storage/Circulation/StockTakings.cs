using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Sharing.Rotation;

namespace Platform.Storage.Circulation;

/// <summary>A number that a device scanned.</summary>
/// <param name="RegistrationNumber">The number (số ĐKCB).</param>
/// <param name="At">When, by the clock of the device.</param>
public sealed record Scan(string RegistrationNumber, DateTimeOffset At);

/// <summary>What became of a scan.</summary>
/// <param name="RegistrationNumber">The number.</param>
/// <param name="Finding">What it says against the register.</param>
/// <param name="IsRepeat">Whether it had been scanned before.</param>
public sealed record ScanResult(string RegistrationNumber, StockFinding Finding, bool IsRepeat);

/// <summary>Stock-taking: opened, scanned by several devices at once, interrupted and resumed at will, closed once.</summary>
public static class StockTakings
{
    /// <summary>Opens a stock-taking.</summary>
    public static async Task<StockTaking> OpenAsync(LibraryDb db, long libraryId, string name, ItemType? type, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await using var work = await DeskTransaction.BeginAsync(db, libraryId, cancellationToken);
        var stockTaking = new StockTaking { LibraryId = libraryId, Name = name, ItemType = type, StartedAt = at };
        db.StockTakings.Add(stockTaking);
        await work.SaveAsync(cancellationToken);
        return stockTaking;
    }

    /// <summary>Enters the scans of a device, all or none; a number that stands there already stays as it is. Null when the stock-taking is unknown or closed.</summary>
    public static async Task<IReadOnlyList<ScanResult>?> ScanAsync(
        LibraryDb db, long libraryId, long stockTakingId, string device, IReadOnlyList<Scan> scans, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scans);
        await using var work = await DeskTransaction.BeginAsync(db, libraryId, cancellationToken);
        if (await OpenOneAsync(db, libraryId, stockTakingId, cancellationToken) is not { } stockTaking)
            return null;
        var numbers = scans.Select(scan => scan.RegistrationNumber).Distinct().ToList();
        var known = await db.StockTakingLines
            .Where(l => l.StockTakingId == stockTakingId && numbers.Contains(l.RegistrationNumber))
            .ToDictionaryAsync(l => l.RegistrationNumber, cancellationToken);
        var items = await db.AtDesk(db.Items.Where(i => i.LibraryId == libraryId && numbers.Contains(i.RegistrationNumber)), libraryId)
            .ToDictionaryAsync(i => i.Number, cancellationToken);
        var results = new List<ScanResult>(scans.Count);
        foreach (var scan in scans)
        {
            var isRepeat = known.TryGetValue(scan.RegistrationNumber, out var line);
            line ??= known[scan.RegistrationNumber] = Line(stockTaking, scan, device, items.GetValueOrDefault(scan.RegistrationNumber));
            if (!isRepeat)
                db.StockTakingLines.Add(line);
            results.Add(new ScanResult(scan.RegistrationNumber, line.Finding, isRepeat));
        }
        await work.SaveAsync(cancellationToken);
        return results;
    }

    /// <summary>
    /// Closes the stock-taking: every copy of the counted register that should be on the shelf and was not scanned is written down as missing,
    /// and reported lost where the caller says so. Null when it is unknown or closed.
    /// </summary>
    public static async Task<StockTaking?> CloseAsync(LibraryDb db, long libraryId, long stockTakingId, bool reportLost, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await using var work = await DeskTransaction.BeginAsync(db, libraryId, cancellationToken);
        if (await OpenOneAsync(db, libraryId, stockTakingId, cancellationToken) is not { } stockTaking)
            return null;
        var missing = await MissingAsync(db, stockTaking, cancellationToken);
        foreach (var item in missing)
        {
            db.StockTakingLines.Add(new StockTakingLine
            {
                LibraryId = libraryId,
                StockTakingId = stockTakingId,
                RegistrationNumber = item.RegistrationNumber,
                ItemId = item.Id,
                Finding = StockFinding.Missing,
                At = at,
            });
            if (reportLost)
                item.Status = ItemStatus.Lost;
        }
        if (reportLost)
            await FreeHoldsAsync(db, missing, cancellationToken);
        (stockTaking.ClosedAt, stockTaking.Missing) = (at, missing.Count);
        await work.SaveAsync(cancellationToken);
        return stockTaking;
    }

    // Locks the stock-taking too: on SQL Server two devices that scan one number would otherwise both insert it.
    private static async Task<StockTaking?> OpenOneAsync(LibraryDb db, long libraryId, long id, CancellationToken cancellationToken)
    {
        var open = db.StockTakings.Where(s => s.Id == id && s.LibraryId == libraryId && s.ClosedAt == null);
        if (!db.Database.IsSqlite())
            await open.ExecuteUpdateAsync(set => set.SetProperty(s => s.Version, s => s.Version), cancellationToken);
        return await open.FirstOrDefaultAsync(cancellationToken);
    }

    private static Task<List<Item>> MissingAsync(LibraryDb db, StockTaking stockTaking, CancellationToken cancellationToken)
    {
        var startedOn = SchoolTime.DayOf(stockTaking.StartedAt);
        return db.Items
            .Where(i => i.LibraryId == stockTaking.LibraryId && i.AcquiredOn <= startedOn)
            .Where(i => stockTaking.ItemType == null || i.Type == stockTaking.ItemType)
            .Where(i => i.Status != ItemStatus.Withdrawn && i.Status != ItemStatus.Lost)
            .Where(i => !db.Loans.Any(l => l.ItemId == i.Id && l.ReturnedAt == null))
            // What is with another library is not missing.
            .Where(i => !db.RotationMoves.Any(m => m.ItemId == i.Id && m.ClosedOn == null && m.State != MoveState.Planned))
            .Where(i => !db.InterLibraryLoans.Any(l => l.ItemId == i.Id && l.SentOn != null && l.ReturnedOn == null))
            .Where(i => !db.StockTakingLines.Any(l => l.StockTakingId == stockTaking.Id && l.ItemId == i.Id))
            .OrderBy(i => i.RegistrationNumber)
            .ToListAsync(cancellationToken);
    }

    // Whoever a lost copy was kept for waits again, at the old place in the queue.
    private static async Task FreeHoldsAsync(LibraryDb db, List<Item> lost, CancellationToken cancellationToken)
    {
        var ids = lost.Select(i => (long?)i.Id).ToList();
        foreach (var hold in await db.Holds.Where(h => h.ClosedAt == null && ids.Contains(h.ItemId)).ToListAsync(cancellationToken))
            (hold.Status, hold.ItemId, hold.KeptUntilOn) = (HoldStatus.Waiting, null, null);
    }

    private static StockTakingLine Line(StockTaking stockTaking, Scan scan, string device, ItemAtDesk? item) => new()
    {
        LibraryId = stockTaking.LibraryId,
        StockTakingId = stockTaking.Id,
        RegistrationNumber = scan.RegistrationNumber,
        ItemId = item?.Id,
        Finding = StockPolicy.Scanned(item?.Status, item?.Type, item?.LoanId is not null, stockTaking.ItemType),
        Device = device,
        At = scan.At,
    };
}
