using System.Net.Http.Headers;
using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Platform.Api.GraphQL.Reading;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Model.Patrons;
using Item = Platform.Model.Catalogue.Item;
using Row = DocumentFormat.OpenXml.Spreadsheet.Row;

namespace Platform.Api.Tests.Patrons;

/// <summary>Cards, classes, rules and calendars as a librarian keeps them; exports of the Ministry; moves between schools.</summary>
public sealed class PeopleTests : IAsyncLifetime
{
    private PlatformApi _api = null!; // set before each test
    private Library _library = null!; // set before each test

    public async ValueTask InitializeAsync()
    {
        _api = await PlatformApi.StartAsync(clock: new FakeTimeProvider(A.Noon));
        _library = await _api.Database.HasAsync(A.Library(code: "TV1"));
        _api.Scope = LibrarianOf(_library);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task CardIsMadeMovedAndClosed_AndANumberIsNeverGivenTwice()
    {
        var classes = new[] { "6A", "6B" };
        var ids = new List<string>();
        foreach (var name in classes)
            ids.Add((await DoAsync("createClass", "CreateClassInput!", "schoolClass { id }", new { libraryId = Id(_library), startYear = 2026, name, grade = 6 })).GetProperty("schoolClass").GetProperty("id").GetString()!);

        var made = await DoAsync("createPatron", "CreatePatronInput!", "patron { id version grade className }", new { libraryId = Id(_library), cardNumber = "HS1", fullName = "Giàng A Páo", category = "PUPIL", classId = ids[0] });
        var twice = await DoAsync("createPatron", "CreatePatronInput!", "patron { id }", new { libraryId = Id(_library), cardNumber = "HS1", fullName = "Lý Thị Mẩy", category = "PUPIL" });
        var card = made.GetProperty("patron");
        var moved = await DoAsync("moveToClass", "MoveToClassInput!", "moved", new { classId = ids[1], patronIds = new[] { card.GetProperty("id").GetString() }, on = "2026-10-05" });
        var version = (await _api.DataAsync("{ patrons { nodes { version className classMemberships { totalCount } } } }")).GetProperty("patrons").GetProperty("nodes")[0];
        var closed = await DoAsync("updatePatron", "UpdatePatronInput!", "patron { leftOn fullName }", new { patronId = card.GetProperty("id").GetString(), version = version.GetProperty("version").GetInt32(), leftOn = "2026-10-06" });
        var stale = await DoAsync("updatePatron", "UpdatePatronInput!", "patron { id }", new { patronId = card.GetProperty("id").GetString(), version = 1, fullName = "X" });

        (card.GetProperty("grade").GetInt32(), card.GetProperty("className").GetString()).ShouldBe((6, "6A"));
        twice.GetProperty("errors")[0].GetProperty("reason").GetString().ShouldBe("CARD_TAKEN");
        moved.GetProperty("moved").GetInt32().ShouldBe(1);
        (version.GetProperty("className").GetString(), version.GetProperty("classMemberships").GetProperty("totalCount").GetInt32()).ShouldBe(("6B", 2));
        closed.GetProperty("patron").ToString().ShouldBe("""{"leftOn":"2026-10-06","fullName":"Giàng A Páo"}""");
        stale.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("STALE_VERSION");
    }

    [Fact]
    public async Task LibraryRule_WinsOverTheGroups_AndTheGroupsReturnsWhenItIsRemoved()
    {
        var group = await _api.Database.HasAsync(A.Group(_library));
        var (item, pupil) = (await _api.Database.HasAsync(A.Item(await _api.Database.HasAsync(A.Record(_library)))), await _api.Database.HasAsync(A.Patron(_library)));
        _api.Scope = new Scope { Actor = "hub", GroupIds = [group.Id], LibraryIds = [_library.Id], Permissions = RolePermissions.Of(Role.HubLibrarian) };
        (await DoAsync("setGroupLoanRule", "SetGroupLoanRuleInput!", "loanRule { id }", new { groupId = GlobalId.Of("LibraryGroup", group.Id), rule = new { loanLimit = 4, loanDays = 21 } })).GetProperty("errors").GetArrayLength().ShouldBe(0);
        _api.Scope = LibrarianOf(_library);

        (await DueOnAsync(item, pupil)).ShouldBe("2026-10-26 GROUP");
        var own = await DoAsync("setLoanRule", "SetLoanRuleInput!", "loanRule { id version }", new { libraryId = Id(_library), rule = new { patronCategory = "PUPIL", loanLimit = 2, loanDays = 10 } });
        (await DueOnAsync(item, pupil)).ShouldBe("2026-10-15 LIBRARY");
        (await DoAsync("setLoanRule", "SetLoanRuleInput!", "loanRule { id }", new { libraryId = Id(_library), rule = new { patronCategory = "PUPIL", loanLimit = 2, loanDays = 11 } })).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("STALE_VERSION");
        (await DoAsync("setLoanRule", "SetLoanRuleInput!", "loanRule { id }", new { libraryId = Id(_library), rule = new { patronCategory = "PUPIL", loanLimit = 2, loanDays = 0 } })).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("INVALID_INPUT");
        await DoAsync("setOpeningWeek", "SetOpeningWeekInput!", "openingWeek { days }", new { libraryId = Id(_library), fromOn = "2026-09-05", days = new[] { "MONDAY", "WEDNESDAY" } });
        (await DueOnAsync(item, pupil)).ShouldBe("2026-10-19 LIBRARY", "a Thursday is no open day");
        await DoAsync("addClosedPeriod", "AddClosedPeriodInput!", "closedPeriod { id }", new { libraryId = Id(_library), fromOn = "2026-10-19", untilOn = "2026-10-20", reason = "Kiểm kê" });
        (await DueOnAsync(item, pupil)).ShouldBe("2026-10-21 LIBRARY");
        await DoAsync("removeLoanRule", "RemoveLoanRuleInput!", "loanRule { removedAt }", new { loanRuleId = own.GetProperty("loanRule").GetProperty("id").GetString() });
        (await DueOnAsync(item, pupil)).ShouldBe("2026-10-26 GROUP");
    }

    [Fact]
    public async Task RuleChange_IsTriedOnTheLastTerm_AndChangesNothing()
    {
        var (record, pupil) = (await _api.Database.HasAsync(A.Record(_library)), await _api.Database.HasAsync(A.Patron(_library)));
        for (var n = 0; n < 3; n++)
        {
            var loan = A.Loan(await _api.Database.HasAsync(A.Item(record)), pupil, new DateOnly(2026, 3, 2 + n));
            (loan.ReturnedAt, loan.EndedAs) = (Model.SchoolTime.StartOf(new DateOnly(2026, 3, 20)), LoanEnd.Returned);
            await _api.Database.HasAsync(loan);
        }

        var tried = await DoAsync("simulateRuleChange", "SimulateRuleChangeInput!", "fromOn untilOn loans newlyRefused lateBefore lateAfter longer", new { libraryId = Id(_library), rule = new { loanLimit = 1, loanDays = 21 } });

        tried.ToString().ShouldBe("""{"fromOn":"2026-01-18","untilOn":"2026-05-31","loans":3,"newlyRefused":2,"lateBefore":3,"lateAfter":0,"longer":1,"errors":[]}""");
        await using var db = _api.Database.Open();
        (await db.LoanRules.CountAsync(r => r.LibraryId != null)).ShouldBe(0);
    }

    [Fact]
    public async Task MinistryExport_IsPreviewedThenConfirmed_ByItsSenderOnly()
    {
        var fileId = await SendAsync(Export(["Mã học sinh", "Họ tên", "Ngày sinh", "Tên lớp"], ["79012345678", "Giàng A Páo", "05/10/2014", "6A"], ["79012345679", "Lý Thị Mẩy", "31/02/2014", "6A"]));
        var import = new { libraryId = Id(_library), fileId, startYear = 2026, on = "2026-10-05", createsClasses = true };
        const string Answer = "isDone token created newClasses problems { code sheet row column value isBlocking } persons { row action cardNumber }";

        var faulty = await DoAsync("previewPersonImport", "PreviewPersonImportInput!", Answer, import);
        faulty.GetProperty("token").ValueKind.ShouldBe(JsonValueKind.Null);
        faulty.GetProperty("problems")[0].ToString().ShouldBe("""{"code":"NOT_A_DATE","sheet":"Sheet1","row":3,"column":"C (Ngày sinh)","value":"31/02/2014","isBlocking":true}""");

        import = import with { fileId = await SendAsync(Export(["Mã học sinh", "Họ tên", "Ngày sinh", "Tên lớp"], ["79012345678", "Giàng A Páo", "05/10/2014", "6A"])) };
        var preview = await DoAsync("previewPersonImport", "PreviewPersonImportInput!", Answer, import);
        var done = await DoAsync("confirmPersonImport", "ConfirmPersonImportInput!", Answer, new { import, token = preview.GetProperty("token").GetString() });
        var again = await DoAsync("confirmPersonImport", "ConfirmPersonImportInput!", Answer, new { import, token = preview.GetProperty("token").GetString() });

        (done.GetProperty("isDone").GetBoolean(), done.GetProperty("created").GetInt32(), done.GetProperty("newClasses")[0].GetString()).ShouldBe((true, 1, "6A"));
        again.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("NOT_FOUND", "the file was thrown away");
        await using var db = _api.Database.Open();
        (await db.PersonImportFiles.CountAsync()).ShouldBe(1, "the faulty one, until its hour is over");
        (await db.Patrons.Select(p => p.CardNumber).ToListAsync()).ShouldBe(["79012345678"]);
    }

    [Fact]
    public async Task PupilWhoChangesSchools_GetsACardThere_AndTheOldOneIsClosed()
    {
        var other = await _api.Database.HasAsync(A.Library());
        var pupil = A.Patron(_library);
        pupil.MinistryCode = "79012345678";
        await _api.Database.HasAsync(pupil);

        var offered = await DoAsync("offerTransfer", "OfferTransferInput!", "transfer { id state fullName }", new { patronId = GlobalId.Of("Patron", pupil.Id), toLibraryId = Id(other) });
        var id = offered.GetProperty("transfer").GetProperty("id").GetString();
        (await DoAsync("acceptTransfer", "AcceptTransferInput!", "patron { id }", new { transferId = id, cardNumber = "N1" })).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("NOT_PERMITTED", "it was offered to the other library");
        _api.Scope = LibrarianOf(other);
        var accepted = await DoAsync("acceptTransfer", "AcceptTransferInput!", "patron { cardNumber fullName grade leftOn }", new { transferId = id, cardNumber = "N1" });

        accepted.GetProperty("patron").ToString().ShouldBe("""{"cardNumber":"N1","fullName":"Giàng A Páo","grade":6,"leftOn":null}""");
        await using var db = _api.Database.Open();
        (await db.Patrons.SingleAsync(p => p.Id == pupil.Id)).LeftOn.ShouldBe(A.Today.AddDays(-1));
        (await db.PatronTransfers.Select(t => t.FullName).SingleAsync()).ShouldBeNull("each library has its own card now");
    }

    private async Task<string> DueOnAsync(Item item, Patron pupil)
    {
        var explained = (await _api.DataAsync(
            "query ($l: ID!, $n: String!, $c: String!) { explainLoan(libraryId: $l, registrationNumber: $n, cardNumber: $c) { dueOn rules { level } } }",
            new { l = Id(_library), n = item.RegistrationNumber, c = pupil.CardNumber })).GetProperty("explainLoan");
        return $"{explained.GetProperty("dueOn").GetString()} {explained.GetProperty("rules")[0].GetProperty("level").GetString()}";
    }

    private async Task<JsonElement> DoAsync(string mutation, string input, string answer, object value) => (await _api.DataAsync(
        $"mutation ($input: {input}) {{ {mutation}(input: $input) {{ {answer} errors {{ ... on Error {{ code }} ... on DeskRefused {{ reason }} }} }} }}".Replace(
            "... on DeskRefused { reason }", mutation is "createPatron" or "updatePatron" or "offerTransfer" or "acceptTransfer" ? "... on DeskRefused { reason }" : "", StringComparison.Ordinal),
        new { input = value })).GetProperty(mutation);

    private async Task<string> SendAsync(byte[] file)
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var response = await _api.Http.PostAsync("/files/people?library=TV1", content);
        response.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("fileId").GetString()!;
    }

    private static byte[] Export(params string[][] rows)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var part = document.AddWorkbookPart();
            part.Workbook = new Workbook(new Sheets());
            var worksheet = part.AddNewPart<WorksheetPart>();
            worksheet.Worksheet = new Worksheet(new SheetData(rows.Select((row, r) => new Row(row.Select((text, c) => new Cell
            {
                CellReference = $"{(char)('A' + c)}{r + 1}",
                DataType = CellValues.InlineString,
                InlineString = new InlineString(new Text(text)),
            }))
            { RowIndex = (uint)r + 1 })));
            part.Workbook.GetFirstChild<Sheets>()!.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = part.GetIdOfPart(worksheet), SheetId = 1, Name = "Sheet1" });
        }
        return file.ToArray();
    }

    private static Scope LibrarianOf(Library library) => new() { Actor = "librarian", LibraryIds = [library.Id], Permissions = RolePermissions.Of(Role.Librarian) };

    private static string Id(Library library) => GlobalId.Of(nameof(Library), library.Id);
}
