using System.Globalization;
using System.Text.Json;
using Platform.Api.GraphQL.Reading;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;

namespace Platform.Api.Tests.Circulation;

/// <summary>Walks the day that <c>tools/decisions/0019-desk-requests.md</c> describes, and counts the requests of each act.</summary>
public sealed class DeskDayTests : IAsyncLifetime
{
    private const string Errors = "errors { ... on Error { code message } ... on DeskRefused { overrideToken } }";

    private PlatformApi _api = null!; // set before each test
    private string _library = "";
    private string _record = "";
    private int _requests;

    public async ValueTask InitializeAsync()
    {
        _api = await PlatformApi.StartAsync();
        var library = await _api.Database.HasAsync(A.Library(code: "TV1"));
        var record = await _api.Database.HasAsync(A.Record(library));
        var scarce = await _api.Database.HasAsync(A.Record(library, "Mắt biếc"));
        for (var n = 1; n <= 6; n++)
            await _api.Database.HasAsync(A.Item(record, registrationNumber: $"TK.{n}"));
        var torn = A.Item(record, registrationNumber: "TK.7");
        torn.Status = ItemStatus.Damaged;
        await _api.Database.HasAsync(torn);
        foreach (var card in new[] { "HS1", "HS2", "HS3" })
        {
            var pupil = A.Patron(library);
            pupil.CardNumber = card;
            await _api.Database.HasAsync(pupil);
            if (card == "HS2")
                await _api.Database.HasAsync(A.Loan(await _api.Database.HasAsync(A.Item(scarce, registrationNumber: "TK.8")), pupil, TimeProvider.System.Today().AddDays(-7)));
        }
        _api.Scope = new Scope { Actor = "librarian", LibraryIds = [library.Id], Permissions = RolePermissions.Of(Role.Librarian) };
        (_library, _record) = (GlobalId.Of("Library", library.Id), GlobalId.Of("BibliographicRecord", scarce.Id));
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task NearlyEveryAct_IsOneRequest()
    {
        var day = Day();
        var (hold, charge) = ("", "");
        var acts = new (string Name, Func<Task> Do)[]
        {
            ("Lend a copy", () => MutateAsync("checkOut", "registrationNumber: \"TK.1\", cardNumber: \"HS1\"", "loan { dueOn patron { fullName } }")),
            ("Take a copy back", () => MutateAsync("returnItem", "registrationNumber: \"TK.1\"", "daysLate owed keptFor { id } loan { endedAs }")),
            ("Count a copy read in the library", () => MutateAsync("useInLibrary", "registrationNumber: \"TK.2\"", "loan { id }")),
            ("See whether a copy is there", async () => (await AskAsync("{ items(where: { registrationNumber: { eq: \"TK.1\" } }) { nodes { availability location } } }")).ToString().ShouldContain("AVAILABLE")),
            ("See what a reader has", async () => (await AskAsync("{ patrons(search: \"HS2\", first: 1) { nodes { fullName loans(first: 20, where: { returnedAt: { eq: null } }) { nodes { dueOn item { registrationNumber } } } } } }")).ToString().ShouldContain("TK.8")),
            ("Renew a loan", () => MutateAsync("renewLoan", "registrationNumber: \"TK.8\"", "loan { dueOn }")),
            ("Place a hold", async () => hold = (await MutateAsync("placeHold", $"recordId: \"{_record}\", cardNumber: \"HS3\"", "hold { id }")).GetProperty("hold").GetProperty("id").GetString()!), // placed
            ("Cancel a hold", () => MutateAsync("cancelHold", $"holdId: \"{hold}\"", "hold { id }")),
            ("Take a pile back", () => MutateAsync("returnItems", "registrationNumbers: [\"TK.3\", \"TK.4\"]", "results { isReturned reason }")),
            ("Lend against a rule", LendAgainstARuleAsync),
            ("Report a copy lost", async () => charge = (await MutateAsync("reportItem", "registrationNumber: \"TK.8\", state: LOST, compensation: 25000", "charge { id amount }")).GetProperty("charge").GetProperty("id").GetString()!), // it was on loan
            ("Settle a charge", () => MutateAsync("settleCharge", $"chargeId: \"{charge}\", settlement: PAID", "charge { id }")),
            ("Make a card", () => MutateAsync("createPatron", "cardNumber: \"HS9\", fullName: \"Lý Thị Mẩy\", category: PUPIL", "patron { id }")),
        };

        foreach (var (name, act) in acts)
        {
            _requests = 0;
            await act();
            _requests.ShouldBe(day[name].Requests, name);
        }

        acts.Select(act => act.Name).Order().ShouldBe(day.Keys.Order());
        var once = day.Values.Where(act => act.Requests == 1).Sum(act => act.Times);
        (once * 100 / day.Values.Sum(act => act.Times)).ShouldBeGreaterThanOrEqualTo(95);
    }

    private async Task LendAgainstARuleAsync()
    {
        const string Which = "registrationNumber: \"TK.7\", cardNumber: \"HS1\"";
        var refused = (await AskAsync($"mutation {{ checkOut(input: {{ libraryId: \"{_library}\", {Which} }}) {{ {Errors} }} }}")).GetProperty("checkOut").GetProperty("errors")[0];
        await MutateAsync("checkOut", $"{Which}, overrideTokens: [\"{refused.GetProperty("overrideToken").GetString()}\"]", "loan { dueOn }");
    }

    private async Task<JsonElement> MutateAsync(string mutation, string input, string wanted)
    {
        var payload = (await AskAsync($"mutation {{ {mutation}(input: {{ libraryId: \"{_library}\", {input} }}) {{ {wanted} errors {{ ... on Error {{ code message }} }} }} }}")).GetProperty(mutation);
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, payload.ToString());
        return payload;
    }

    private Task<JsonElement> AskAsync(string document)
    {
        _requests++;
        return _api.DataAsync(document);
    }

    private static Dictionary<string, (int Times, int Requests)> Day() => File.ReadLines(Path.Combine(SharedData.ProjectRoot, "tools/decisions/0019-desk-requests.md"))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Where(cells => cells is [_, _, var times, ..] && int.TryParse(times, out _))
        .ToDictionary(cells => cells[1], cells => (int.Parse(cells[2], CultureInfo.InvariantCulture), int.Parse(cells[3], CultureInfo.InvariantCulture)));
}
