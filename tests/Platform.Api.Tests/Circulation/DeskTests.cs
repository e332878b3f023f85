using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Libraries;
using Platform.Model.Patrons;

namespace Platform.Api.Tests.Circulation;

/// <summary>A day at the desk over GraphQL: one request for each thing that is done.</summary>
public sealed class DeskTests : IAsyncLifetime
{
    private const string CheckOut = """
        mutation ($input: CheckOutInput!) {
          checkOut(input: $input) { loan { dueOn item { registrationNumber } patron { fullName } } errors { ... on Error { code message } ... on DeskRefused { reason canOverride overrideToken } } }
        }
        """;

    private readonly FakeTimeProvider _clock = new(A.Noon);
    private PlatformApi _api = null!; // set before each test
    private Library _library = null!; // set before each test
    private BibliographicRecord _record = null!; // set before each test
    private string _libraryId = "";

    public async ValueTask InitializeAsync()
    {
        // A folder of its own: the keys that other tests made there are not valid yet by this clock.
        var folder = Path.Combine(Path.GetTempPath(), $"platform-desk-test-{Environment.ProcessId}");
        _api = await PlatformApi.StartAsync(new() { ["Storage:DataFolder"] = folder }, clock: _clock);
        _library = await _api.Database.HasAsync(A.Library(code: "TV1"));
        _record = await _api.Database.HasAsync(A.Record(_library));
        _api.Scope = new Scope { Actor = "librarian", LibraryIds = [_library.Id], Permissions = RolePermissions.Of(Role.Librarian) };
        var data = await _api.DataAsync("""{ library(code: "TV1") { id } }""");
        _libraryId = data.GetProperty("library").GetProperty("id").GetString()!; // just saved
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task CheckOutAndReturn_AreOneRequestEach()
    {
        var (item, pupil) = (await ItemAsync("TK.1"), await PupilAsync("HS1"));

        await _api.Database.HasAsync(A.Loan(await ItemAsync("TK.9"), pupil, lentOn: A.Today.AddDays(-16)));

        var lent = await _api.DataAsync(CheckOut, new { input = Lend(item, pupil) });
        var returned = await _api.DataAsync(
            "mutation ($input: ReturnItemInput!) { returnItem(input: $input) { daysLate owed loan { endedAs } keptFor { id } errors { ... on Error { code } } } }",
            new { input = new { libraryId = _libraryId, registrationNumber = "TK.9" } });

        lent.ToString().ShouldBe("""{"checkOut":{"loan":{"dueOn":"2026-10-19","item":{"registrationNumber":"TK.1"},"patron":{"fullName":"Giàng A Páo"}},"errors":[]}}""");
        returned.ToString().ShouldBe("""{"returnItem":{"daysLate":2,"owed":0,"loan":{"endedAs":"RETURNED"},"keptFor":null,"errors":[]}}""");
    }

    [Fact]
    public async Task Refusal_IsTyped_InVietnamese_AndItsTokenOverridesIt()
    {
        var item = A.Item(_record, registrationNumber: "TK.2");
        item.Status = ItemStatus.Damaged;
        await _api.Database.HasAsync(item);
        var pupil = await PupilAsync("HS1");
        _api.Http.DefaultRequestHeaders.Add("Accept-Language", "vi");

        var refused = (await _api.DataAsync(CheckOut, new { input = Lend(item, pupil) })).GetProperty("checkOut").GetProperty("errors").EnumerateArray().Single();
        var token = refused.GetProperty("overrideToken").GetString();
        var lent = await _api.DataAsync(CheckOut, new { input = new { libraryId = _libraryId, registrationNumber = "TK.2", cardNumber = "HS1", overrideTokens = new[] { token } } });

        (refused.GetProperty("reason").GetString(), refused.GetProperty("message").GetString()).ShouldBe(("ITEM_DAMAGED", "Tài liệu 'TK.2' bị hư hỏng."));
        lent.GetProperty("checkOut").GetProperty("errors").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task DeskOfAnotherLibrary_IsNotPermitted_AndAPupilHasNoDesk()
    {
        var (item, pupil) = (await ItemAsync("TK.3"), await PupilAsync("HS1"));
        var librarian = _api.Scope;
        _api.Scope = librarian with { LibraryIds = [_library.Id + 100] };
        var elsewhere = await _api.DataAsync(CheckOut, new { input = Lend(item, pupil) });
        _api.Scope = new Scope { Actor = "pupil", PatronId = pupil.Id, Permissions = RolePermissions.Of(Role.Pupil) };
        var own = await _api.AnswerAsync(CheckOut, new { input = Lend(item, pupil) });

        elsewhere.GetProperty("checkOut").GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("NOT_PERMITTED");
        own.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
    }

    [Fact]
    public async Task ExplainLoan_NamesTheDecidingRuleFirst_AndChangesNothing()
    {
        await _api.Database.HasAsync(A.Item(_record, ItemType.Textbook, "GK.1"));
        await PupilAsync("HS1");

        var data = await _api.DataAsync(
            """query ($l: ID!) { explainLoan(libraryId: $l, registrationNumber: "GK.1", cardNumber: "HS1") { isAllowed dueOn reasons { reason } rules { level isForCategory isForItemType dueBy } } }""",
            new { l = _libraryId });

        data.ToString().ShouldBe("""{"explainLoan":{"isAllowed":true,"dueOn":"2027-05-31","reasons":[],"rules":[{"level":"DEFAULT","isForCategory":true,"isForItemType":true,"dueBy":"END_OF_SCHOOL_YEAR"},{"level":"DEFAULT","isForCategory":false,"isForItemType":true,"dueBy":"END_OF_SCHOOL_YEAR"},{"level":"DEFAULT","isForCategory":false,"isForItemType":false,"dueBy":"DAYS"}]}}""");
        await using var db = _api.Database.Open();
        (await db.Loans.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ClassSet_IsLentReturnedInPart_AndShowsWhoStillOwes()
    {
        var schoolClass = await _api.Database.HasAsync(A.Class(_library));
        foreach (var card in new[] { "HS1", "HS2" })
            await _api.Database.HasAsync(A.Member(await PupilAsync(card), schoolClass));
        await _api.Database.HasAsync(A.Item(_record, ItemType.Textbook, "GK.1"));
        await _api.Database.HasAsync(A.Item(_record, ItemType.Textbook, "GK.2"));
        var ids = await _api.DataAsync("{ classes { nodes { id } } records { nodes { id } } }");

        var lent = await _api.DataAsync(
            "mutation ($input: LendClassSetInput!) { lendClassSet(input: $input) { classSet { id copies dueOn } errors { ... on Error { message } } } }",
            new { input = new { libraryId = _libraryId, classId = FirstId(ids, "classes"), recordIds = new[] { FirstId(ids, "records") } } });
        await _api.DataAsync(
            "mutation ($input: ReturnItemsInput!) { returnItems(input: $input) { results { registrationNumber isReturned reason } errors { ... on Error { message } } } }",
            new { input = new { libraryId = _libraryId, registrationNumbers = new[] { "GK.1", "GK.9" } } });
        var set = lent.GetProperty("lendClassSet").GetProperty("classSet");
        var open = await _api.DataAsync(
            "query ($id: ID!) { classSet(id: $id) { copies outstanding loans(where: { returnedAt: { eq: null } }) { nodes { patron { cardNumber } item { registrationNumber } } } } }",
            new { id = set.GetProperty("id").GetString() });

        set.GetProperty("copies").GetInt32().ShouldBe(2);
        open.ToString().ShouldBe("""{"classSet":{"copies":2,"outstanding":1,"loans":{"nodes":[{"patron":{"cardNumber":"HS2"},"item":{"registrationNumber":"GK.2"}}]}}}""");
    }

    [Fact]
    public async Task OfflineOperations_AreSettledOnce()
    {
        await ItemAsync("TK.5");
        await PupilAsync("HS1");
        var input = new
        {
            libraryId = _libraryId,
            device = "may-tinh-bang-1",
            operations = new object[]
            {
                new { sequence = 1, kind = "CHECK_OUT", registrationNumber = "TK.5", cardNumber = "HS1", occurredAt = "2026-10-05T01:00:00Z" },
                new { sequence = 2, kind = "RETURN", registrationNumber = "TK.5", occurredAt = "2026-10-05T02:00:00Z" },
                new { sequence = 4, kind = "RETURN", registrationNumber = "TK.5", occurredAt = "2026-10-05T03:00:00Z" },
            },
        };
        const string Sync = "mutation ($input: SyncOperationsInput!) { syncOperations(input: $input) { results { sequence settlement conflict } errors { ... on Error { message } } } }";

        var first = await _api.DataAsync(Sync, new { input });
        var again = await _api.DataAsync(Sync, new { input });

        first.ToString().ShouldBe("""{"syncOperations":{"results":[{"sequence":1,"settlement":"APPLIED","conflict":null},{"sequence":2,"settlement":"APPLIED","conflict":null},{"sequence":4,"settlement":null,"conflict":null}],"errors":[]}}""");
        again.ToString().ShouldBe(first.ToString());
    }

    private Task<Item> ItemAsync(string number) => _api.Database.HasAsync(A.Item(_record, registrationNumber: number));

    private async Task<Patron> PupilAsync(string card)
    {
        var pupil = A.Patron(_library);
        pupil.CardNumber = card;
        return await _api.Database.HasAsync(pupil);
    }

    private object Lend(Item item, Patron patron) => new { libraryId = _libraryId, registrationNumber = item.RegistrationNumber, cardNumber = patron.CardNumber };

    private static string FirstId(JsonElement data, string list) => data.GetProperty(list).GetProperty("nodes")[0].GetProperty("id").GetString()!; // every row has an id
}
