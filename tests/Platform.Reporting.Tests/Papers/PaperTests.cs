using Microsoft.EntityFrameworkCore;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Reporting.Papers;
using Platform.Reporting.Rendering;

namespace Platform.Reporting.Tests.Papers;

/// <summary>Cards and minutes as they are printed.</summary>
public sealed class PaperTests
{
    [Fact]
    public void Cards_StandTenOnASheet_WithNameClassAndNumber()
    {
        var cards = Enumerable.Range(1, 11).Select(n => new ReaderCard($"7901234{n:0000}", "Nguyễn Thị Ánh Tuyết Hồng Phượng", "Lớp 6A")).ToList();

        using var pdf = UglyToad.PdfPig.PdfDocument.Open(ReaderCardPdf.Render("Trường PTDTBT THCS Mường Sáng", "2026-2027", cards));

        pdf.NumberOfPages.ShouldBe(2);
        var first = pdf.GetPage(1).Text;
        first.ShouldContain("TRƯỜNG PTDTBT THCS MƯỜNG SÁNG");
        first.ShouldContain("Nguyễn Thị Ánh Tuyết Hồng Phượng");
        first.ShouldContain("79012340010");
        pdf.GetPage(2).Text.ShouldContain("79012340011");
    }

    [Theory]
    [InlineData(CardCode.Barcode, "CODE-128:7901234001")]
    [InlineData(CardCode.Qr, "QR-Code:7901234001")]
    [InlineData(CardCode.Both, "CODE-128:7901234001", "QR-Code:7901234001")]
    public async Task CodeOfACard_IsReadByAScannerOfOthers(CardCode code, params string[] expected)
    {
        var folder = Directory.CreateTempSubdirectory("platform-cards-").FullName;
        await File.WriteAllBytesAsync(
            Path.Combine(folder, "cards.pdf"),
            ReaderCardPdf.Render("Trường THCS Mường Sáng", "2026-2027", [new ReaderCard("7901234001", "Giàng A Páo", "Lớp 6A")], code),
            TestContext.Current.CancellationToken);

        await LabelTests.RunAsync(folder, "pdftoppm", "-r 200 -png cards.pdf page");
        var read = await LabelTests.RunAsync(folder, "zbarimg", "-q page-1.png");
        Directory.Delete(folder, recursive: true);

        read.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ShouldBe(expected);
    }

    [Fact]
    public async Task MinutesOfAWeeding_NameTheDecision_AndEveryCopy()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        var library = await database.HasAsync(A.Library(name: "Trường THCS Mường Sáng"));
        var item = await database.HasAsync(A.Item(await database.HasAsync(A.Record(library)), registrationNumber: "TK.00001"));
        var weeding = await database.HasAsync(new Weeding
        {
            LibraryId = library.Id,
            Name = "Thanh lọc năm 2026",
            OpenedOn = A.Today,
            State = WeedingState.Decided,
            Stock = 20,
            DecisionNumber = "12/QĐ-THCS",
            DecidedOn = A.Today,
            PublishedOn = A.Today,
            Lines = [new WeedingLine { LibraryId = library.Id, ItemId = item.Id, Reason = WeedingReason.WornOut, Handling = WeedingHandling.Destroyed }],
        });

        await using var db = database.Open();
        var paper = await InventoryPapers.WeedingAsync(db, weeding.Id, default);
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(ReportFiles.Write(paper!, ReportFormat.Pdf).Bytes);

        var text = string.Concat(pdf.GetPages().Select(page => page.Text));
        foreach (var words in new[] { "12/QĐ-THCS", "TK.00001", "Dế Mèn phiêu lưu ký", "Rách nát", "Tiêu hủy", "25.000", "không quá 2 bản" })
            text.ShouldContain(words);
        ReportFiles.Write(paper!, ReportFormat.Xlsx).Bytes.Length.ShouldBeGreaterThan(1_000);
    }

    [Fact]
    public async Task MinutesOfAStockTaking_CountEachRegister_AndListWhatDiffers()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        var library = await database.HasAsync(A.Library());
        var record = await database.HasAsync(A.Record(library));
        var (here, gone) = (await database.HasAsync(A.Item(record, registrationNumber: "TK.1")), await database.HasAsync(A.Item(record, registrationNumber: "TK.2")));
        var taking = await database.HasAsync(new StockTaking { LibraryId = library.Id, Name = "Kiểm kê cuối năm", StartedAt = A.Noon, ClosedAt = A.Noon, Missing = 1 });
        await database.HasAsync(Line(taking, here, StockFinding.Present));
        await database.HasAsync(Line(taking, gone, StockFinding.Missing));

        await using var db = database.Open();
        var paper = (await InventoryPapers.StockTakingAsync(db, taking.Id, default))!;

        paper.Document.Tables.First().Rows.Single().Texts.ShouldBe(["1", "Sách tham khảo", "2", "1", "0", "1", "25.000"]);
        paper.Document.Tables.Last().Rows.Single().Texts.ShouldBe(["1", "TK.2", "Dế Mèn phiêu lưu ký", "Thiếu", "25.000"]);
        (await db.StockTakings.CountAsync()).ShouldBe(1);
    }

    private static StockTakingLine Line(StockTaking taking, Item item, StockFinding finding) =>
        new() { LibraryId = taking.LibraryId, StockTakingId = taking.Id, RegistrationNumber = item.RegistrationNumber, ItemId = item.Id, Finding = finding, At = A.Noon };
}
