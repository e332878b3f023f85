using System.Net;
using System.Text.Json;
using Platform.Model.Access;

namespace Platform.Api.Tests.GraphQL;

/// <summary>What operations cost, and who pays.</summary>
public sealed class CostTests(CostTests.Host host) : IClassFixture<CostTests.Host>
{
    // The sums are made by hand: 1 for a page or a row, 2 for a count, 5 for a search, 10 for a mutation, times the rows above.
    [Theory]
    [InlineData("{ __typename }", null, 0)]
    [InlineData("{ records { nodes { id } } }", null, 1 + 20)]
    [InlineData("{ records(first: 5) { nodes { id title } } }", null, 1 + 5)]
    [InlineData("query ($n: Int) { records(first: $n) { nodes { id title } } }", """{"n":5}""", 1 + 5)]
    [InlineData("query ($n: Int) { records(first: $n) { nodes { id title } } }", """{"n":null}""", 1 + 20)]
    [InlineData("query ($n: Int = 7) { records(last: $n) { edges { cursor node { id } } } }", null, 1 + 7)]
    [InlineData("{ records(first: 3) { totalCount pageInfo { endCursor } nodes { items(first: 2) { nodes { id } } } } }", null, 1 + 2 + 3 * (1 + 1 + 2))]
    [InlineData("{ records(first: 5, search: \"toan\") { nodes { id } } }", null, 1 + 5 + 5)]
    [InlineData("query ($s: String) { records(first: 5, search: $s) { nodes { id } } }", """{"s":"toan"}""", 1 + 5 + 5)]
    [InlineData("query ($s: String) { records(first: 5, search: $s) { nodes { id } } }", """{"s":null}""", 1 + 5)]
    [InlineData("query ($s: String) { records(first: 5, search: $s) { nodes { id } } }", null, 1 + 5)]
    [InlineData("query ($w: BibliographicRecordFilterInput) { records(first: 5, where: $w) { nodes { id } } }", null, 1 + 5)]
    [InlineData("query ($w: BibliographicRecordFilterInput) { records(first: 5, where: $w) { nodes { id } } }", """{"w":{"title":{"eq":"a"}}}""", 1 + 1 + 5)]
    [InlineData("query ($x: Boolean!) { records(first: 5) { nodes { id items @include(if: $x) { nodes { id } } } } }", """{"x":false}""", 1 + 5)]
    [InlineData("query ($x: Boolean!) { records(first: 5) { nodes { id items @include(if: $x) { nodes { id } } } } }", """{"x":true}""", 1 + 5 + 5 * (1 + 20))]
    [InlineData("{ a: libraries(first: 2) { nodes { id } } b: libraries(first: 2) { nodes { id } } }", null, 2 * (1 + 2))]
    [InlineData("{ ...P ...P } fragment P on Query { libraries(first: 2) { nodes { id } } }", null, 1 + 2)]
    [InlineData("""{ node(id: "x") { id ... on Library { items(first: 4) { nodes { id } } } ... on Item { record { title } } } }""", null, 1 + 1 + 4)]
    public async Task Operation_CostsWhatItsValuesSay(string query, string? variables, int points)
    {
        var cost = (await host.Api.DataAsync(Ask, new { query, variables })).GetProperty("costOf");

        cost.GetProperty("problems").GetArrayLength().ShouldBe(0, cost.ToString());
        cost.GetProperty("points").GetInt32().ShouldBe(points);
        var run = await host.Api.AnswerAsync(query, variables is null ? null : JsonSerializer.Deserialize<JsonElement>(variables));
        CostIn(run).GetProperty("points").GetInt32().ShouldBe(points);
    }

    [Fact]
    public async Task CostOf_SaysWhereThePointsComeFrom()
    {
        var cost = (await host.Api.DataAsync("""{ costOf(query: "{ records(first: 3) { nodes { items(first: 2) { nodes { id } } } } }") { points mostPerOperation purpose fields { path times points } } }"""))
            .GetProperty("costOf");

        cost.ToString().ShouldBe("""{"points":13,"mostPerOperation":10000,"purpose":"PORTAL","fields":[{"path":"records","times":1,"points":1},{"path":"records.nodes","times":3,"points":3},{"path":"records.nodes.items","times":3,"points":3},{"path":"records.nodes.items.nodes","times":6,"points":6}]}""");
    }

    [Fact]
    public async Task CostOf_RunsNothingAndNamesWhatIsWrong()
    {
        var cost = (await host.Api.DataAsync("""{ costOf(query: "{ patrons { nodes { id } } recrods { id } }") { points problems } }""")).GetProperty("costOf");

        cost.GetProperty("points").ValueKind.ShouldBe(JsonValueKind.Null);
        cost.GetProperty("problems").EnumerateArray().Select(p => p.GetString()).ShouldBe(
            ["Query.patrons needs the permission READ_OWN: sign in.", "Patron.id needs the permission READ_OWN: sign in.", "Cannot query field 'recrods' on type 'Query'."], ignoreOrder: true);
    }

    [Fact]
    public async Task OperationOverTheLimit_IsRefusedBeforeItRuns()
    {
        host.Api.Database.Sql.Clear();

        var answer = await host.Api.AnswerAsync("{ records(first: 100) { nodes { items(first: 100) { nodes { id } } } } }");

        answer.GetProperty("errors")[0].GetProperty("message").GetString().ShouldBe("The operation costs 10201 points; one operation may cost 10000: ask for fewer rows, or in parts.");
        answer.TryGetProperty("data", out _).ShouldBeFalse();
        host.Api.Database.Sql.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("{ libraries(first: 1) { nodes { id } } }", Role.Librarian, "DESK")]
    [InlineData("{ libraries(first: 1) { nodes { id } } }", Role.Pupil, "PORTAL")]
    [InlineData("{ changes(after: 0) { lastSequence } }", Role.Librarian, "SYNC")]
    [InlineData("{ reportRuns(first: 1) { nodes { id } } }", Role.Librarian, "REPORTS")]
    public async Task Purpose_IsDecidedByWhatIsAskedAndThenByWhoAsks(string query, Role role, string purpose)
    {
        await using var api = await PlatformApi.StartAsync();
        api.Scope = new Scope { Actor = "account:1", AccountId = 1, Permissions = RolePermissions.Of(role) };

        CostIn(await api.AnswerAsync(query)).GetProperty("budget").GetProperty("purpose").GetString().ShouldBe(purpose);
    }

    [Fact]
    public async Task SpentBudget_RefusesItsCallerAndNobodyElse()
    {
        await using var api = await PlatformApi.StartAsync(new() { ["Costs:MostPerOperation"] = "50", ["Costs:Portal:PointsPerMinute"] = "50" });
        const string Crawl = "{ records(first: 40) { nodes { id } } }";

        var first = CostIn(await api.AnswerAsync(Crawl)).GetProperty("budget");
        using var second = await api.PostAsync(Crawl, accept: "application/json");
        api.Scope = new Scope { Actor = "account:1", AccountId = 1, Permissions = RolePermissions.Of(Role.Librarian) };
        using var desk = await api.PostAsync(Crawl, accept: "application/json");
        api.Scope = new Scope { Actor = "account:2", AccountId = 2, Permissions = RolePermissions.Of(Role.Pupil) };
        using var pupil = await api.PostAsync(Crawl, accept: "application/json");

        // 41 were spent; a point comes back every 1.2 seconds while the first answer is being made.
        first.GetProperty("spent").GetInt32().ShouldBeInRange(36, 41);
        (first.GetProperty("spent").GetInt32() + first.GetProperty("remaining").GetInt32()).ShouldBe(50);
        second.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        second.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(25, 40);
        (await second.Content.ReadAsStringAsync()).ShouldContain("BUDGET_SPENT");
        desk.StatusCode.ShouldBe(HttpStatusCode.OK);
        pupil.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task MutationsUnderAliases_ArePaidOneByOne()
    {
        await using var api = await PlatformApi.StartAsync();
        api.Scope = Scope.System with { Actor = "account:1", AccountId = 1 };
        var guesses = string.Concat(Enumerable.Range(0, 10).Select(i => $"g{i}: cancelHold(input: {{ libraryId: \"TGlicmFyeTox\", holdId: \"SG9sZDox\" }}) {{ errors {{ __typename }} }} "));

        var ten = await api.AnswerAsync("mutation { " + guesses + "}");
        var eleven = await api.AnswerAsync("mutation { ...G more: cancelHold(input: { libraryId: \"TGlicmFyeTox\", holdId: \"SG9sZDox\" }) { errors { __typename } } } fragment G on Mutation { " + guesses + "}");

        CostIn(ten).GetProperty("points").GetInt32().ShouldBeGreaterThanOrEqualTo(100);
        eleven.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("TOO_MANY_MUTATIONS");
    }

    private const string Ask = "query ($query: String!, $variables: String) { costOf(query: $query, variables: $variables) { points problems } }";

    private static JsonElement CostIn(JsonElement answer) => answer.GetProperty("extensions").GetProperty("cost");

    public sealed class Host : IAsyncLifetime
    {
        public PlatformApi Api { get; private set; } = null!; // set before any test runs

        public async ValueTask InitializeAsync() => Api = await PlatformApi.StartAsync();

        public ValueTask DisposeAsync() => Api.DisposeAsync();
    }
}
