using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Model.Circulation;
using Platform.Storage.Circulation;

namespace Platform.Storage.Tests.Circulation;

/// <summary>What an offline desk takes with it, and what it brings back from a stock-taking.</summary>
public sealed class DeskSnapshotTests
{
    [Theory, EachDatabase]
    public async Task Snapshot_IsWholeAtFirst_ThenOnlyWhatChanged(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var (lent, shelf) = (await desk.ItemAsync(), await desk.ItemAsync());
        var pupil = await desk.PatronAsync();

        var whole = await ReadAsync(desk, null);
        await desk.LendAsync(lent, pupil);
        var changes = await ReadAsync(desk, whole.GetProperty("sequence").GetInt64());
        await desk.ReturnAsync(lent);
        var back = await ReadAsync(desk, changes.GetProperty("sequence").GetInt64());
        var nothing = await ReadAsync(desk, back.GetProperty("sequence").GetInt64());

        whole.GetProperty("items").GetArrayLength().ShouldBe(2);
        whole.GetProperty("cards")[0].ToString().ShouldBe($"[\"{pupil.CardNumber}\",\"Giàng A Páo\",1,6,\"6A\"]");
        whole.GetProperty("rules").GetArrayLength().ShouldBe(7);
        changes.GetProperty("isWhole").GetBoolean().ShouldBeFalse();
        changes.GetProperty("items").ToString().ShouldBe($"[[\"{lent.RegistrationNumber}\",3,1,\"Dế Mèn phiêu lưu ký\",\"{pupil.CardNumber}\",\"2026-10-19\"]]");
        changes.TryGetProperty("rules", out _).ShouldBeFalse();
        back.GetProperty("items").ToString().ShouldBe($"[[\"{lent.RegistrationNumber}\",3,1,\"Dế Mèn phiêu lưu ký\"]]");
        nothing.GetProperty("items").GetArrayLength().ShouldBe(0, $"{shelf.RegistrationNumber} never changed");
    }

    [Theory, EachDatabase]
    public async Task ScansOfAnOfflineDevice_AreEnteredOnce_UntilTheStockTakingIsClosed(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var item = await desk.ItemAsync();
        var taking = await desk.RunAsync(db => StockTakings.OpenAsync(db, desk.Library.Id, "Kiểm kê", null, desk.Now, default));
        OfflineOperation Scan(long sequence, string number) => new() { Sequence = sequence, Kind = DeskOperationKind.Scan, RegistrationNumber = number, StockTakingId = taking.Id, OccurredAt = desk.Now };

        var first = await SyncAsync(desk, Scan(1, item.RegistrationNumber), Scan(2, item.RegistrationNumber), Scan(3, "LẠ"));
        var repeated = await SyncAsync(desk, Scan(1, item.RegistrationNumber));
        await desk.RunAsync(db => StockTakings.CloseAsync(db, desk.Library.Id, taking.Id, reportLost: false, desk.Now, default));
        var late = await SyncAsync(desk, Scan(4, item.RegistrationNumber));

        first.Select(r => r.Settlement).ShouldBe([DeskSettlement.Applied, DeskSettlement.NothingToDo, DeskSettlement.Applied]);
        repeated.Single().Settlement.ShouldBe(DeskSettlement.Applied, "the answer of the first time");
        (late.Single().Settlement, late.Single().Refusal).ShouldBe((DeskSettlement.Conflict, RefusalCode.StockTakingClosed));
        await using var db = desk.Database.Open();
        (await db.StockTakingLines.OrderBy(l => l.Id).Select(l => l.Finding).ToListAsync()).ShouldBe([StockFinding.Present, StockFinding.Unknown]);
    }

    private static async Task<JsonElement> ReadAsync(TestDesk desk, long? after)
    {
        await using var feed = desk.Database.Open();
        var (json, _) = await desk.RunAsync(db => DeskSnapshots.ReadAsync(db, feed, desk.Library.Id, after, A.Today, default));
        return JsonDocument.Parse(json).RootElement;
    }

    private static Task<IReadOnlyList<OfflineResult>> SyncAsync(TestDesk desk, params OfflineOperation[] operations) =>
        desk.RunAsync(db => OfflineDesk.SyncAsync(db, desk.Library.Id, "A", operations, desk.Now, default));
}
