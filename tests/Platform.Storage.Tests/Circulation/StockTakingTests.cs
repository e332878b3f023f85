using Microsoft.EntityFrameworkCore;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Storage.Circulation;

namespace Platform.Storage.Tests.Circulation;

/// <summary>Stock-taking by several devices: repeats, discrepancies, what is missing.</summary>
public sealed class StockTakingTests
{
    [Theory, EachDatabase]
    public async Task Scans_AreComparedWithTheRegister_AndMissingCopiesFoundAtClosing(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var (here, gone, lent) = (await desk.ItemAsync(), await desk.ItemAsync(), await desk.ItemAsync());
        var (lost, textbook) = (await desk.ItemAsync(), await desk.ItemAsync(ItemType.Textbook));
        await desk.LendAsync(lent, await desk.PatronAsync());
        await desk.LoseAsync(lost);
        var kept = A.Hold(desk.Record, await desk.PatronAsync());
        (kept.ItemId, kept.Status, kept.KeptUntilOn) = (gone.Id, HoldStatus.Ready, A.Today.AddDays(3));
        await desk.Database.HasAsync(kept);
        var stockTaking = await OpenAsync(desk, ItemType.ReferenceBook);

        var scanned = await ScanAsync(desk, stockTaking, "A", here, lent, lost, textbook);
        var closed = await desk.RunAsync(db => StockTakings.CloseAsync(db, desk.Library.Id, stockTaking.Id, reportLost: true, desk.Now, default));

        scanned!.Select(s => s.Finding).ShouldBe([StockFinding.Present, StockFinding.PresentThoughOnLoan, StockFinding.PresentThoughLost, StockFinding.OtherRegister]);
        closed!.Missing.ShouldBe(1);
        await using var db = desk.Database.Open();
        (await db.StockTakingLines.Where(l => l.Finding == StockFinding.Missing).Select(l => l.ItemId).ToListAsync()).ShouldBe([gone.Id]);
        (await db.Items.SingleAsync(i => i.Id == gone.Id)).Status.ShouldBe(ItemStatus.Lost);
        (await db.Holds.Select(h => new { h.Status, h.ItemId, h.KeptUntilOn }).SingleAsync()).ShouldBe(new { Status = HoldStatus.Waiting, ItemId = (long?)null, KeptUntilOn = (DateOnly?)null }, "who waited for the lost copy waits again");
    }

    [Theory, EachDatabase]
    public async Task NumberScannedAgain_ByAnyDevice_StandsOnce(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var item = await desk.ItemAsync();
        var stockTaking = await OpenAsync(desk);

        await ScanAsync(desk, stockTaking, "A", item, item);
        var again = await ScanAsync(desk, stockTaking, "B", item);

        again!.Single().ShouldBe(new ScanResult(item.RegistrationNumber, StockFinding.Present, IsRepeat: true));
        await using var db = desk.Database.Open();
        (await db.StockTakingLines.Select(l => l.Device).ToListAsync()).ShouldBe(["A"]);
    }

    [Theory, EachDatabase]
    public async Task EightDevicesAtOnce_EnterEveryCopyOnce(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var items = new List<Item>();
        for (var i = 0; i < 20; i++)
            items.Add(await desk.ItemAsync());
        var stockTaking = await OpenAsync(desk);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(device => Task.Run(() =>
            ScanAsync(desk, stockTaking, $"D{device}", [.. items.Skip(device).Concat(items.Take(device))]))));

        await using var db = desk.Database.Open();
        (await db.StockTakingLines.CountAsync()).ShouldBe(20);
    }

    [Theory, EachDatabase]
    public async Task ClosedStockTaking_TakesNoScans(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var item = await desk.ItemAsync();
        var stockTaking = await OpenAsync(desk);
        await desk.RunAsync(db => StockTakings.CloseAsync(db, desk.Library.Id, stockTaking.Id, reportLost: false, desk.Now, default));

        (await ScanAsync(desk, stockTaking, "A", item)).ShouldBeNull();
        (await desk.RunAsync(db => StockTakings.CloseAsync(db, desk.Library.Id, stockTaking.Id, reportLost: false, desk.Now, default))).ShouldBeNull();
    }

    private static Task<StockTaking> OpenAsync(TestDesk desk, ItemType? type = null) =>
        desk.RunAsync(db => StockTakings.OpenAsync(db, desk.Library.Id, "Kiểm kê cuối năm", type, desk.Now, default));

    private static Task<IReadOnlyList<ScanResult>?> ScanAsync(TestDesk desk, StockTaking stockTaking, string device, params Item[] items) => desk.RunAsync(
        db => StockTakings.ScanAsync(db, desk.Library.Id, stockTaking.Id, device, [.. items.Select(i => new Scan(i.RegistrationNumber, desk.Now))], default));
}
