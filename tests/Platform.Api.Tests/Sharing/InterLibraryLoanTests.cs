using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Reading;
using Platform.Api.Tests.Repository;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Libraries;
using Platform.Model.Patrons;
using Platform.Model.Repository;

namespace Platform.Api.Tests.Sharing;

/// <summary>A loan between two libraries over GraphQL, seen by both, with the pupil known to one of them only.</summary>
public sealed class InterLibraryLoanTests
{
    [Fact]
    public async Task Loan_GoesThereAndBack_SeenByBothSides()
    {
        await using var api = await PlatformApi.StartAsync();
        var group = await GroupOf3Async(api);
        var loan = await RequestAsync(api, group);

        api.Scope = RepositoryApi.At(Role.Librarian, group.Owner);
        (await MoveAsync(api, loan, group.Owner, "SEND")).Code().ShouldBe("WRONG_STATE");
        (await ConditionsAsync(api, group.Owner, "mostDays: 14")).Code().ShouldBeNull();
        (await AcceptAsync(api, loan, group.Owner, group.Copy)).Code().ShouldBe("TOO_LONG");
        var conditions = await ConditionsAsync(api, group.Owner, "itemTypes: [REFERENCE_BOOK], pauses: [{ fromOn: \"2098-12-14\", untilOn: \"2098-12-26\" }]");
        conditions.GetProperty("conditions").ToString().ShouldBe("""{"mostDays":null,"itemTypes":["REFERENCE_BOOK"],"pauses":["2098-12-14/2098-12-26"]}""");
        (await AcceptAsync(api, loan, group.Owner, group.Copy)).Code().ShouldBeNull();
        (await MoveAsync(api, loan, group.Owner, "SEND")).GetProperty("state").GetString().ShouldBe("SENT");
        (await MoveAsync(api, loan, group.Owner, "RECEIVE")).Code().ShouldBe("OTHER_LIBRARY");
        api.Scope = RepositoryApi.At(Role.Librarian, group.Borrower);
        (await MoveAsync(api, loan, group.Borrower, "RECEIVE")).GetProperty("state").GetString().ShouldBe("ARRIVED");
        (await MoveAsync(api, loan, group.Owner, "SEND_BACK")).Code().ShouldBe("NOT_PERMITTED");
        var barcode = $"libraryId: \"{Id(group.Borrower)}\", registrationNumber: \"{group.Owner.Code}:{group.Copy.RegistrationNumber}\"";
        (await api.MutateAsync("checkOut", $"{barcode}, cardNumber: \"{group.Pupil.CardNumber}\"", "loan { id }")).Code().ShouldBeNull();
        (await MoveAsync(api, loan, group.Borrower, "SEND_BACK")).Code().ShouldBe("ON_LOAN");
        api.Scope = RepositoryApi.At(Role.Librarian, group.Owner);
        (await MoveAsync(api, loan, group.Owner, "REPORT_LOST")).Code().ShouldBe("ON_LOAN", "the owner does not see the loan, and yet it counts");
        api.Scope = RepositoryApi.At(Role.Librarian, group.Borrower);
        (await api.MutateAsync("returnItem", barcode, "loan { id }")).Code().ShouldBeNull();
        (await MoveAsync(api, loan, group.Borrower, "SEND_BACK")).Code().ShouldBeNull();
        (await StatesAsync(api)).ShouldBe("SENT_BACK");
        (await api.AnswerAsync(OfGroup(group))).ToString().ShouldContain("FORBIDDEN");
        api.Scope = RepositoryApi.At(Role.HubLibrarian, group.Owner, group.Borrower, group.Third) with { GroupIds = [group.Id] };
        var all = (await api.DataAsync(OfGroup(group))).GetProperty("groupInterLibraryLoans").EnumerateArray().Single();
        all.ToString().ShouldBe($$"""{"state":"SENT_BACK","borrowerCode":"{{group.Borrower.Code}}","lenderCode":"{{group.Owner.Code}}","title":"Dế Mèn phiêu lưu ký","daysOverdue":0}""");
        (await api.DataAsync(OfGroup(group, ", overdueOnly: true"))).GetProperty("groupInterLibraryLoans").GetArrayLength().ShouldBe(0);
        api.Scope = RepositoryApi.At(Role.HubLibrarian, group.Third) with { GroupIds = [group.Id + 1] };
        (await api.DataAsync(OfGroup(group))).GetProperty("groupInterLibraryLoans").GetArrayLength().ShouldBe(0, "another group's hub");
        api.Scope = RepositoryApi.At(Role.Librarian, group.Owner);
        (await StatesAsync(api)).ShouldBe("SENT_BACK");
        (await MoveAsync(api, loan, group.Owner, "REPORT_LOST")).GetProperty("state").GetString().ShouldBe("LOST");
        (await StatusAsync(api, group.Copy)).ShouldBe("LOST");
        (await MoveAsync(api, loan, group.Owner, "RECEIVE_BACK")).GetProperty("state").GetString().ShouldBe("CLOSED");
        (await StatusAsync(api, group.Copy)).ShouldBe("IN_STOCK", "it turned up");
    }

    [Fact]
    public async Task Lender_NeverSeesThePupil_NorDoOthersSeeTheLoan()
    {
        await using var api = await PlatformApi.StartAsync();
        var group = await GroupOf3Async(api);
        var loan = await RequestAsync(api, group);

        foreach (var (library, loans, readers) in new[] { (group.Borrower, 1, 1), (group.Owner, 1, 0), (group.Third, 0, 0) })
        {
            await using var db = api.Database.Open(RepositoryApi.At(Role.Librarian, library));
            (await db.InterLibraryLoans.CountAsync()).ShouldBe(loans);
            (await db.InterLibraryReaders.CountAsync()).ShouldBe(readers);
            (await db.Patrons.CountAsync(p => p.Id == group.Pupil.Id)).ShouldBe(readers);
        }
        api.Scope = RepositoryApi.At(Role.Librarian, group.Third);
        (await MoveAsync(api, loan, group.Third, "DECLINE")).Code().ShouldBe("NOT_FOUND");
        api.Scope = RepositoryApi.At(Role.Pupil, group.Borrower);
        (await api.AnswerAsync("{ interLibraryLoans { nodes { state } } }")).ToString().ShouldContain("FORBIDDEN");
    }

    [Fact]
    public async Task OwnerThatDeclines_PassesTheRequestOn_AndTheLastOneEndsIt()
    {
        await using var api = await PlatformApi.StartAsync();
        var group = await GroupOf3Async(api);
        await api.Database.HasAsync(A.Item(group.Record, libraryId: group.Third.Id));
        var loan = await RequestAsync(api, group);

        api.Scope = RepositoryApi.At(Role.Librarian, group.Owner);
        (await MoveAsync(api, loan, group.Owner, "DECLINE")).GetProperty("state").GetString().ShouldBe("REQUESTED");
        (await StatesAsync(api)).ShouldBe("");
        api.Scope = RepositoryApi.At(Role.Librarian, group.Third);
        (await MoveAsync(api, loan, group.Third, "DECLINE")).GetProperty("state").GetString().ShouldBe("UNFILLED");
    }

    [Fact]
    public async Task CopyOnLoan_IsNotLentAway_AndAnUnheldTitleFindsNobody()
    {
        await using var api = await PlatformApi.StartAsync();
        var group = await GroupOf3Async(api);
        var loan = await RequestAsync(api, group);
        await api.Database.HasAsync(A.Loan(group.Copy, await api.Database.HasAsync(A.Patron(group.Owner))));

        api.Scope = RepositoryApi.At(Role.Librarian, group.Owner);
        (await AcceptAsync(api, loan, group.Owner, group.Copy)).Code().ShouldBe("COPY_NOT_AVAILABLE");
        api.Scope = RepositoryApi.At(Role.Librarian, group.Borrower);
        (await AskAsync(api, group)).Code().ShouldBe("NOBODY_HOLDS");
        var third = await api.Database.HasAsync(A.Item(group.Record, ItemType.Textbook, libraryId: group.Third.Id));
        api.Scope = RepositoryApi.At(Role.Librarian, group.Third);
        (await ConditionsAsync(api, group.Third, "itemTypes: [CHILDRENS_BOOK]")).Code().ShouldBeNull();
        api.Scope = RepositoryApi.At(Role.Librarian, group.Borrower);
        (await AskAsync(api, group)).Code().ShouldBe("NOBODY_LENDS", $"{third.RegistrationNumber} is a textbook");
        (await ConditionsAsync(api, group.Third, "mostDays: 7")).Code().ShouldBe("NOT_PERMITTED");
    }

    [Fact]
    public async Task MembersLevel_HoldsAtOnce_ForTheGroupsReaders()
    {
        await using var api = await PlatformApi.StartAsync();
        var group = await GroupOf3Async(api);
        var lesson = await api.SharedAsync(group.Owner, SharingLevel.Download);
        var file = GlobalId.Of("EResourceFile", lesson.Versions.Single().Files.Single().Id);
        api.Scope = RepositoryApi.At(Role.Librarian, group.Owner);
        foreach (var level in new[] { "SEARCH_ONLY", "READ_ONLINE" })
            (await api.MutateAsync(
                "setMemberLevel", $"groupId: \"{GlobalId.Of("LibraryGroup", group.Id)}\", libraryId: \"{Id(group.Owner)}\", kind: E_LESSON, level: {level}", "level")).Code().ShouldBeNull();

        api.Scope = RepositoryApi.At(Role.Pupil, group.Borrower);
        (await api.MutateAsync("requestFileLink", $"fileId: \"{file}\", use: DOWNLOAD", "url")).Code().ShouldBe("READ_ONLINE_ONLY");
        (await api.MutateAsync("requestFileLink", $"fileId: \"{file}\", use: READ_ONLINE", "url")).Code().ShouldBeNull();
    }

    private static Task<JsonElement> ConditionsAsync(PlatformApi api, Library library, string conditions) =>
        api.MutateAsync("setLendingConditions", $"libraryId: \"{Id(library)}\", {conditions}", "conditions { mostDays itemTypes pauses }");

    private static string OfGroup(Members group, string more = "") =>
        $"{{ groupInterLibraryLoans(groupId: \"{GlobalId.Of("LibraryGroup", group.Id)}\"{more}) {{ state borrowerCode lenderCode title daysOverdue }} }}";

    private static async Task<string> RequestAsync(PlatformApi api, Members group)
    {
        api.Scope = RepositoryApi.At(Role.Librarian, group.Borrower);
        var asked = await AskAsync(api, group);
        asked.Code().ShouldBeNull();
        return asked.GetProperty("interLibraryLoan").GetProperty("id").GetString()!;
    }

    private static Task<JsonElement> AskAsync(PlatformApi api, Members group) => api.MutateAsync(
        "requestInterLibraryLoan",
        $"libraryId: \"{Id(group.Borrower)}\", recordId: \"{GlobalId.Of("BibliographicRecord", group.Record.Id)}\", patronId: \"{GlobalId.Of("Patron", group.Pupil.Id)}\"",
        "interLibraryLoan { id }");

    private static Task<JsonElement> AcceptAsync(PlatformApi api, string loan, Library library, Item copy) => api.MutateAsync(
        "acceptInterLibraryLoan",
        $"loanId: \"{loan}\", libraryId: \"{Id(library)}\", itemId: \"{GlobalId.Of("Item", copy.Id)}\", dueOn: \"2099-01-31\", conditions: \"Đọc tại thư viện\"",
        "interLibraryLoan { state conditions }");

    private static Task<JsonElement> MoveAsync(PlatformApi api, string loan, Library library, string action) =>
        api.MutateAsync("moveInterLibraryLoan", $"loanId: \"{loan}\", libraryId: \"{Id(library)}\", action: {action}", "state");

    private static async Task<string?> StatusAsync(PlatformApi api, Item copy) =>
        (await api.DataAsync($"{{ item(id: \"{GlobalId.Of("Item", copy.Id)}\") {{ status }} }}")).GetProperty("item").GetProperty("status").GetString();

    private static async Task<string> StatesAsync(PlatformApi api)
    {
        var data = await api.DataAsync("{ interLibraryLoans { nodes { state borrower { name } } } }");
        return string.Join(',', data.GetProperty("interLibraryLoans").GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("state").GetString()));
    }

    private static string Id(Library library) => GlobalId.Of("Library", library.Id);

    private static async Task<Members> GroupOf3Async(PlatformApi api)
    {
        var database = api.Database;
        var (borrower, owner, third) = (await database.HasAsync(A.Library()), await database.HasAsync(A.Library()), await database.HasAsync(A.Library()));
        var group = await database.HasAsync(A.Group(owner, borrower, third));
        var record = await database.HasAsync(A.Record(owner));
        return new Members(group.Id, borrower, owner, third, record, await database.HasAsync(A.Item(record)), await database.HasAsync(A.Patron(borrower)));
    }

    private sealed record Members(long Id, Library Borrower, Library Owner, Library Third, BibliographicRecord Record, Item Copy, Patron Pupil);
}
