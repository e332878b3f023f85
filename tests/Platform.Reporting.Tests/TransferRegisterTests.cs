using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Reporting.Papers;
using Platform.Reporting.Rendering;
using Platform.Reporting.Snapshots;
using Platform.Storage.Circulation;

namespace Platform.Reporting.Tests;

/// <summary>What the registers of both libraries say of a copy that moved from one to the other, and of one that was weeded beside it.</summary>
public sealed class TransferRegisterTests
{
    private static readonly DateOnly Moved = new(2026, 10, 7);

    [Fact]
    public async Task TransferredCopy_LeavesOneRegisterAndEntersTheOther_OnTheDayOfItsAcceptance()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        var other = await fixture.Database.HasAsync(A.Library("TH-COCLEU", "Trường Tiểu học Cốc Lếu"));
        var record = await fixture.Database.HasAsync(A.Record(fixture.Library));
        await fixture.Database.HasAsync(A.Item(record, registrationNumber: "TK.1"));
        await fixture.Database.HasAsync(A.Item(record, registrationNumber: "TK.2"));
        var (run, september) = await fixture.CloseAsync("S-02", "2026-09");
        await WeedAsync(fixture, await fixture.Database.HasAsync(A.Item(record, registrationNumber: "TK.3")));
        var transfer = await TransferAsync(fixture, other, "TK.1");

        (await RowsAsync(fixture, "S-02", "reference", fixture.Library)).ShouldBe([
            "1|05/10/2026|TK.1|Tô Hoài|Dế Mèn phiêu lưu ký|||||Chuyển giao QĐ 5/QĐ-SGDĐT 07/10/2026",
            "2|05/10/2026|TK.2|Tô Hoài|Dế Mèn phiêu lưu ký",
            "3|05/10/2026|TK.3|Tô Hoài|Dế Mèn phiêu lưu ký|||||Đã thanh lọc QĐ 12/QĐ-TH 09/10/2026",
        ], "the giver's accession register");
        (await RowsAsync(fixture, "S-02", "reference", other)).ShouldBe(["1|07/10/2026|TK.00001|Tô Hoài|Dế Mèn phiêu lưu ký"], "the receiver's");
        (await RowsAsync(fixture, "S-12", "withdrawals", fixture.Library)).ShouldBe([
            "1|TK.1|Dế Mèn phiêu lưu ký|Tô Hoài||Chuyển giao QĐ 5/QĐ-SGDĐT 07/10/2026|Chuyển giao cho thư viện khác|1|25000",
            "2|TK.3|Dế Mèn phiêu lưu ký|Tô Hoài||Đã thanh lọc QĐ 12/QĐ-TH 09/10/2026|Trao đổi|1|25000",
        ]);
        (await RowsAsync(fixture, "S-12", "reasons", fixture.Library)).ShouldBe(["Mất|0|0", "Hư hỏng|0|0", "Đã thanh lọc|1|25000", "Chuyển giao|1|25000", "Lý do khác|0|0", "TỔNG CỘNG|2|50000"]);
        fixture.Clock.SetUtcNow(new DateTimeOffset(2027, 8, 2, 3, 0, 0, TimeSpan.Zero));
        (await RowsAsync(fixture, "S-01", "withdrawals", fixture.Library, "2026-2027")).ShouldBe([
            "1|07/10/2026||1|25000|0|0|1|0|0|0|0|0|0|1|0",
            "2|09/10/2026||1|25000|0|0|1|0|0|0|0|0|1|0|0",
        ], "general register, part II: by day, type and reason");
        (await RowsAsync(fixture, "R-08", "share", fixture.Library, "2026-2027"))[0].ShouldBe("Số bản thanh lọc|1", "a transfer is no weeding");
        await using var db = fixture.Database.Open();
        (await SnapshotStore.OpenAsync(db, run.Id, TestContext.Current.CancellationToken)).ShouldNotBeNull().Report.Hash.ShouldBe(september.Report.Hash, "what was closed before stays");
        var minutes = (await TransferPapers.TransferAsync(db, transfer, default))!;
        minutes.Document.Tables.Single().Rows[0].Texts.ShouldBe(["1", "TK.1", "TK.00001", "Dế Mèn phiêu lưu ký", "", "25.000"]);
        ReportFiles.Write(minutes, ReportFormat.Pdf).Bytes.Length.ShouldBeGreaterThan(1_000);
    }

    private static async Task WeedAsync(ReportingFixture fixture, Item item)
    {
        var weeding = await fixture.Database.HasAsync(new Weeding
        {
            LibraryId = item.LibraryId,
            Name = "Đợt 1",
            OpenedOn = A.Today,
            State = WeedingState.Decided,
            DecisionNumber = "12/QĐ-TH",
            DecidedOn = new DateOnly(2026, 9, 20),
            PublishedOn = new DateOnly(2026, 9, 20),
            Lines = [new WeedingLine { LibraryId = item.LibraryId, ItemId = item.Id, Reason = WeedingReason.Outdated, Handling = WeedingHandling.Exchanged }],
        });
        await using var db = fixture.Database.Open();
        (await Weedings.CarryOutAsync(db, item.LibraryId, weeding.Id, new DateOnly(2026, 10, 9), default))!.IsDone.ShouldBeTrue();
    }

    private static async Task<long> TransferAsync(ReportingFixture fixture, Library to, string number)
    {
        var request = new TransferRequest { LibraryId = fixture.Library.Id, ToLibraryId = to.Id, DecisionNumber = "5/QĐ-SGDĐT", DecidedOn = A.Today, Reason = "Sáp nhập trường", Numbers = [number] };
        await using var db = fixture.Database.Open();
        var transfer = (await ItemTransfers.PrepareAsync(db, request, A.Today, default)).Done!;
        (await ItemTransfers.AcceptAsync(db, to.Id, transfer.Id, Moved, default))!.IsDone.ShouldBeTrue();
        return transfer.Id;
    }

    private static async Task<List<string>> RowsAsync(ReportingFixture fixture, string report, string table, Library library, string period = "2026-10")
    {
        var (_, snapshot) = await fixture.CloseAsync(report, period, library);
        return [.. snapshot.Report.Document.Tables.Single(t => t.Code == table).Rows.Where(r => r.Label is not ("Cộng" or "CỘNG" or "Tổng xuất"))
            .Select(r => string.Join('|', [.. r.Texts, .. report is "S-02" ? [] : r.Cells.Select(c => $"{c.Value}")]).TrimEnd('|'))];
    }
}
