using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Import;
using Platform.Storage.Catalogue.Import;

namespace Platform.Storage.Tests.Catalogue.Import;

/// <summary>Accession registers in spreadsheets, with any columns in any order, or with none named.</summary>
public sealed class RegisterImportTests
{
    [Fact]
    public async Task Register_IsReadByItsHeader_AndCopiesOfABookShareARecord()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        await database.HasAsync(A.Library("TV1"));
        using var file = Workbook(
            ["TRƯỜNG THCS MƯỜNG SÁNG"],
            ["SỔ ĐĂNG KÝ CÁ BIỆT"],
            ["Ngày vào sổ", "Số ĐKCB", "Tên sách", "Tác giả", "Nhà XB", "Năm XB", "Giá tiền", "Môn loại", "Loại sách"],
            ["05/09/2024", "TN.00001", "Dế Mèn phiêu lưu ký", "Tô Hoài", "Kim Đồng", "2014", "45.000", "895.922", "STN"],
            ["05/09/2024", "TN.00002", "Dế mèn phiêu lưu kí", "Tô Hoài", "Kim Đồng", "2014", "45.000", "895.922", "STN"],
            ["", "", "", "", "", "", "90.000"]);

        var done = (await RunAsync(database, file, null)).ShouldBeOfType<ImportResult.Done>();
        (await RunAsync(database, file, null)).ShouldBeOfType<ImportResult.Done>().Counts.ItemsAdded.ShouldBe(0);

        (done.Counts.Read, done.Counts.Added, done.Counts.Matched, done.Counts.ItemsAdded).ShouldBe((2, 1, 1, 2));
        await using var db = database.Open();
        var record = await db.Records.Include(r => r.Items).SingleAsync();
        (record.Title, record.Author, record.Publisher, record.PublicationYear, record.Ddc).ShouldBe(("Dế Mèn phiêu lưu ký", "Tô Hoài", "Kim Đồng", 2014, "895.922"));
        record.Items.Select(i => (i.RegistrationNumber, i.Type, i.Price, i.AcquiredOn)).ShouldBe(
            [("TN.00001", ItemType.ChildrensBook, 45_000, new DateOnly(2024, 9, 5)), ("TN.00002", ItemType.ChildrensBook, 45_000, new DateOnly(2024, 9, 5))]);
    }

    [Fact]
    public async Task RegisterWithoutHeader_NeedsItsColumnsAssigned()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        await database.HasAsync(A.Library("TV1"));
        using var file = Workbook(["1", "895.922 NG-A", "Mắt biếc", "", "Nguyễn Nhật Ánh", "2012", "0000012", "Kho A"]);

        var refused = (await RunAsync(database, file, null)).ShouldBeOfType<ImportResult.Refused>();
        var done = (await RunAsync(database, file, "LegacyId,CallNumber,Title,-,Author,Year,Number,Location")).ShouldBeOfType<ImportResult.Done>();

        refused.Reason.ShouldContain("no row names the columns");
        done.Counts.Added.ShouldBe(1);
        await using var db = database.Open();
        var item = await db.Items.Include(i => i.Record).SingleAsync();
        (item.RegistrationNumber, item.CallNumber, item.Location, item.Record.Isbn).ShouldBe(("0000012", "895.922 NG-A", "Kho A", null));
    }

    [Theory]
    [InlineData("Title,Nonsense")]
    [InlineData("Title,Title")]
    [InlineData("Title,Author")]
    public async Task WrongAssignment_IsRefused(string columns)
    {
        await using var database = await LibraryDatabase.CreateAsync();
        await database.HasAsync(A.Library("TV1"));
        using var file = Workbook(["a", "b"]);

        (await RunAsync(database, file, columns)).ShouldBeOfType<ImportResult.Refused>();
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet><sheetData/></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c>")]
    [InlineData("")]
    public async Task HostileSheet_IsRefusedAndLeavesNothing(string sheet)
    {
        await using var database = await LibraryDatabase.CreateAsync();
        await database.HasAsync(A.Library("TV1"));
        using var file = MarcFile.Of(Zip(sheet));

        (await RunAsync(database, file, "Number,Title")).ShouldBeOfType<ImportResult.Refused>();
        await using var db = database.Open();
        (await db.ImportBatches.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task CellThatUnpacksToMoreThanAnyRegisterHolds_IsRefused()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        await database.HasAsync(A.Library("TV1"));
        using var file = Workbook(["GK.1", new string('a', 10_000_000)]);

        (await RunAsync(database, file, "Number,Title")).ShouldBeOfType<ImportResult.Refused>().Reason.ShouldContain("more than 100000 characters");
        new FileInfo(file.Path).Length.ShouldBeLessThan(20_000);
        await using var content = File.OpenRead(file.Path);
        Platform.Storage.Spreadsheets.Workbook.TryRead(content).ShouldBeNull();
    }

    [Fact]
    public async Task RealRegister_OfTenThousandRows_IsImported()
    {
        var path = SharedData.Require("marc", "files", "cse-library+koha_import", "books_part0.xlsx");
        await using var database = await LibraryDatabase.CreateAsync();
        await database.HasAsync(A.Library("TV1"));

        var done = (await Import(database).RunAsync(Request(path, "LegacyId,CallNumber,Title,-,Author,Year,Number,Location"), null, CancellationToken.None))
            .ShouldBeOfType<ImportResult.Done>();

        (done.Counts.Read, done.Counts.Rejected).ShouldBe((10_000, 2));
        done.Remarks.Where(r => r.Outcome is ImportOutcome.Rejected).ShouldAllBe(r => r.Text == "the row lacks the title or the registration number");
        done.Counts.ItemsAdded.ShouldBeGreaterThan(9_600);
    }

    private static Task<ImportResult> RunAsync(LibraryDatabase database, MarcFile file, string? columns) =>
        Import(database).RunAsync(Request(file.Path, columns), null, CancellationToken.None);

    private static RecordImport Import(LibraryDatabase database) => new(database.Databases, database.Clock);

    private static ImportRequest Request(string path, string? columns) =>
        new() { Path = path, LibraryCode = "TV1", Columns = columns, OnMatch = MatchPolicy.Skip };

    private static MarcFile Workbook(params string[][] rows) => MarcFile.Of(Zip(
        $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{string.Concat(rows.Select(Row))}</sheetData></worksheet>"));

    private static string Row(string[] cells) =>
        $"<row>{string.Concat(cells.Select(cell => $"<c t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(cell)}</t></is></c>"))}</row>";

    private static byte[] Zip(string sheet)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var writer = new StreamWriter(archive.CreateEntry("xl/worksheets/sheet1.xml").Open()))
            writer.Write(sheet);
        return bytes.ToArray();
    }
}
