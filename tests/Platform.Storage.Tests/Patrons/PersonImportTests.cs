using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Model.Libraries;
using Platform.Model.Patrons;
using Platform.Storage.Patrons;

namespace Platform.Storage.Tests.Patrons;

/// <summary>Pupils and staff from the Ministry's exports: a preview, then all or nothing.</summary>
public sealed class PersonImportTests
{
    [Theory, EachDatabase]
    public async Task Export_IsPreviewed_ThenConfirmed(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider);
        var library = await database.HasAsync(A.Library());
        var file = ExportFile.Pupils(
            ExportFile.Pupil("0123456789", "Giàng A Páo", "6A", "05/09/2015"),
            ExportFile.Pupil("0123456790", "Lý Thị Mẩy", "6A", 42252),
            ExportFile.Pupil(null, "Vàng A Sùng", "6B", "01/02/2015"),
            ExportFile.Pupil("0123456791", "Hạng Thị Dí", "6B", null, "Chuyển đi (kỳ 1)", "20/09/2026"));
        var request = Request(library);

        var preview = await PreviewAsync(database, request, file);
        var done = await ConfirmAsync(database, request, file, preview.Token!);

        preview.Problems.ShouldBeEmpty();
        preview.NewClasses.ShouldBe(["6A", "6B"]);
        (preview.Count(PersonImportAction.Create), preview.Count(PersonImportAction.CreateTemporary)).ShouldBe((3, 1));
        done.ShouldNotBeNull();
        await using var db = database.Open();
        (await db.Patrons.OrderBy(p => p.Id).Select(p => new { p.CardNumber, p.FullName, p.ClassName, p.Grade, p.IsTemporary, p.BornOn, p.LeftOn }).ToListAsync())
            .Select(p => (p.CardNumber, p.FullName, p.ClassName, p.Grade, p.IsTemporary, p.BornOn, p.LeftOn)).ShouldBe(
        [
            ("0123456789", "Giàng A Páo", "6A", 6, false, null, null),
            ("0123456790", "Lý Thị Mẩy", "6A", 6, false, null, null),
            ("T2026-0001", "Vàng A Sùng", "6B", 6, true, new DateOnly(2015, 2, 1), null),
            ("0123456791", "Hạng Thị Dí", "6B", 6, false, null, new DateOnly(2026, 9, 20)),
        ]);
        (await db.ClassMemberships.CountAsync()).ShouldBe(3, "who left is in no class");
    }

    [Theory, EachDatabase]
    public async Task SameFileAgain_ChangesNothing(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider);
        var library = await database.HasAsync(A.Library());
        var file = ExportFile.Pupils(ExportFile.Pupil("01", "Giàng A Páo", "6A"), ExportFile.Pupil(null, "Vàng A Sùng", "6B", "01/02/2015"));
        await ImportAsync(database, library, file);

        var again = await ImportAsync(database, library, file);

        again.Lines.Select(line => line.Action).ShouldBe([PersonImportAction.Keep, PersonImportAction.Keep]);
        await using var db = database.Open();
        ((await db.Patrons.CountAsync()), (await db.ClassMemberships.CountAsync())).ShouldBe((2, 2));
    }

    [Theory, EachDatabase]
    public async Task CodeThatComesLater_IsMergedIntoTheTemporaryCard_AndTheClassMoves(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider);
        var library = await database.HasAsync(A.Library());
        await ImportAsync(database, library, ExportFile.Pupils(ExportFile.Pupil(null, "Vàng A Sùng", "6B", "01/02/2015")));

        var merged = await ImportAsync(database, library, ExportFile.Pupils(ExportFile.Pupil("0777", "Vàng A Sùng", "6A", 42036)), A.Today.AddDays(30));

        merged.Lines.Single().Action.ShouldBe(PersonImportAction.Merge);
        merged.Lines.Single().Changes.ShouldBe(["T2026-0001 → 0777", "6B → 6A", "– → 0777"]);
        await using var db = database.Open();
        var card = await db.Patrons.SingleAsync();
        (card.CardNumber, card.MinistryCode, card.IsTemporary, card.BornOn, card.ClassName).ShouldBe(("0777", "0777", false, null, "6A"));
        (await db.ClassMemberships.OrderBy(m => m.Id).Select(m => new { m.Class.Name, m.UntilOn }).ToListAsync())
            .ShouldBe([new { Name = "6B", UntilOn = (DateOnly?)new DateOnly(2026, 11, 3) }, new { Name = "6A", UntilOn = (DateOnly?)null }]);
    }

    [Fact]
    public async Task EveryFault_IsNamedBySheetRowAndColumn_AndNothingIsImported()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        var library = await database.HasAsync(A.Library());
        var file = ExportFile.Pupils(
            ExportFile.Pupil("01", "Giàng A Páo", "6A"),
            ExportFile.Pupil("01", "Lý Thị Mẩy", "6A"),
            ExportFile.Pupil("03", "", "6A"),
            ExportFile.Pupil("04", "Vàng A Sùng", "6A", "31/02/2015"),
            ExportFile.Pupil("05", "Hạng Thị Dí", "6A", null, "Ở nhà"));

        var preview = await PreviewAsync(database, Request(library) with { CreatesClasses = false }, file);

        preview.Token.ShouldBeNull();
        preview.Problems.Select(p => (p.Code, p.Sheet, p.Row, p.Column, p.Value)).ShouldBe(
        [
            (ImportFault.CodeRepeated, "Sheet1", 6, "D (Mã)", "01"),
            (ImportFault.ValueMissing, "Sheet1", 7, "E (Họ tên)", null),
            (ImportFault.NotADate, "Sheet1", 8, "F (Ngày sinh)", "31/02/2015"),
            (ImportFault.StateUnknown, "Sheet1", 9, "H (Trạng thái)", "Ở nhà"),
            (ImportFault.ClassUnknown, "Sheet1", 5, "C (Tên lớp)", "6A"),
        ]);
        (await ConfirmAsync(database, Request(library) with { CreatesClasses = false }, file, "anything")).ShouldBeNull();
        await using var db = database.Open();
        (await db.Patrons.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task WrongFile_AndMissingColumn_AreNamed()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        var library = await database.HasAsync(A.Library());

        var text = await PreviewAsync(database, Request(library), "Họ tên;Mã học sinh"u8.ToArray());
        var other = await PreviewAsync(database, Request(library), ExportFile.Workbook([["Tên sách", "Số lượng"]]));
        var withoutCode = await PreviewAsync(database, Request(library), ExportFile.Workbook([["Họ tên", "Tên lớp", "Ngày sinh"], ["Giàng A Páo", "6A", "05/09/2015"]]));

        text.Problems.Single().Code.ShouldBe(ImportFault.NotAWorkbook);
        other.Problems.Single().Code.ShouldBe(ImportFault.HeaderNotFound);
        withoutCode.Problems.Select(p => (p.Code, p.Sheet, p.Row, p.Value)).ShouldBe([(ImportFault.ColumnMissing, "Sheet1", 1, "Mã học sinh")]);
    }

    [Fact]
    public async Task StaffExport_WithMovedColumns_TellsTeachersFromOtherStaff()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        var library = await database.HasAsync(A.Library());
        var file = ExportFile.Workbook(
        [
            ["STT", "Vị trí việc làm", "Ngày sinh", "Mã giáo viên", "Trạng thái CB", "Họ và tên"],
            [1, "Giáo viên THCS", "02/03/1985", "GV01", "Đang làm việc", "Trần Thị Hoa"],
            [2, "Nhân viên thư viện", 31000, "NV01", "Đang làm việc", "Nguyễn Văn Sách"],
        ]);

        await ImportAsync(database, library, file);

        await using var db = database.Open();
        (await db.Patrons.OrderBy(p => p.Id).Select(p => new { p.CardNumber, p.Category, p.ClassName }).ToListAsync())
            .Select(p => (p.CardNumber, p.Category, p.ClassName)).ShouldBe([("GV01", PatronCategory.Teacher, null), ("NV01", PatronCategory.Staff, null)]);
    }

    [Fact]
    public async Task PreviewThatIsNoLongerTrue_IsNotConfirmed()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        var library = await database.HasAsync(A.Library());
        var file = ExportFile.Pupils(ExportFile.Pupil("01", "Giàng A Páo", "6A"));
        var preview = await PreviewAsync(database, Request(library), file);
        var card = A.Patron(library);
        card.CardNumber = "01";
        await database.HasAsync(card);

        (await ConfirmAsync(database, Request(library), file, preview.Token!)).ShouldBeNull();
    }

    [Fact]
    public async Task FifteenHundredPupils_ArePreviewedAndImported()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        var library = await database.HasAsync(A.Library());
        var rows = Enumerable.Range(1, 1_500)
            .Select(n => ExportFile.Pupil(n.ToString("0000000000", CultureInfo.InvariantCulture), $"Giàng A Páo {n}", $"{6 + n % 4}{(char)('A' + n % 9)}", "05/09/2015"))
            .ToArray();
        var file = ExportFile.Pupils(rows);

        var preview = await PreviewAsync(database, Request(library), file);
        var done = await ConfirmAsync(database, Request(library), file, preview.Token!);

        done!.Count(PersonImportAction.Create).ShouldBe(1_500);
    }

    private static PersonImportRequest Request(Library library) => new() { LibraryId = library.Id, StartYear = 2026, CreatesClasses = true, On = A.Today };

    private static async Task<PersonImportPreview> PreviewAsync(LibraryDatabase database, PersonImportRequest request, byte[] file)
    {
        await using var db = database.Open();
        return await PersonImport.PreviewAsync(db, request, file, default);
    }

    private static async Task<PersonImportPreview?> ConfirmAsync(LibraryDatabase database, PersonImportRequest request, byte[] file, string token)
    {
        await using var db = database.Open();
        return await PersonImport.ConfirmAsync(db, request, file, token, default);
    }

    private static async Task<PersonImportPreview> ImportAsync(LibraryDatabase database, Library library, byte[] file, DateOnly? on = null)
    {
        var request = Request(library) with { On = on ?? A.Today };
        var preview = await PreviewAsync(database, request, file);
        return (await ConfirmAsync(database, request, file, preview.Token!))!; // nothing changed in between
    }
}
