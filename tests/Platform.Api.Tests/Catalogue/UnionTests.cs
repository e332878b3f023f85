using Platform.Api.Tests.Catalogue.Editing;
using Platform.Api.Tests.Repository;
using Platform.Model.Access;
using Platform.Model.Catalogue;

namespace Platform.Api.Tests.Catalogue;

/// <summary>The union catalogue beyond one record, and what hangs on class numbers: clusters, holders, the tree of classes, call numbers.</summary>
public sealed class UnionTests
{
    [Fact]
    public async Task RecordsOfTwoLibraries_AreOnePublication_HeldByBoth()
    {
        await using var api = await PlatformApi.StartAsync();
        var (one, two) = (await Cataloguer.AtAsync(api), await Cataloguer.AtAsync(api));
        var first = await MatBiecAsync(one, "2012");
        var second = await MatBiecAsync(two, "2012");
        var reprint = await MatBiecAsync(two, "2018");
        await api.Database.HasAsync(A.Item(first));
        await api.Database.HasAsync(A.Item(reprint));
        var lent = await api.Database.HasAsync(A.Item(second));
        await api.Database.HasAsync(A.Item(second));
        await api.Database.HasAsync(A.Loan(lent, await api.Database.HasAsync(A.Patron(two.Library))));

        var record = (await api.DataAsync($$"""{ record(id: "{{Cataloguer.IdOf(first)}}") { samePublication { id points isCertain reason } holders { libraryCode copies available onLoan } } }""")).GetProperty("record");

        record.GetProperty("samePublication").ToString().ShouldBe(
            $$"""[{"id":"{{Cataloguer.IdOf(second)}}","points":90,"isCertain":true,"reason":"same title, same author, same year"}]""");
        record.GetProperty("holders").ToString().ShouldBe(
            $$"""[{"libraryCode":"{{one.Library.Code}}","copies":1,"available":1,"onLoan":0},{"libraryCode":"{{two.Library.Code}}","copies":2,"available":1,"onLoan":1}]""");
    }

    [Fact]
    public async Task ClustersOfOneAndOfFifty_CostTheSameStatements()
    {
        await using var api = await PlatformApi.StartAsync();
        var one = await Cataloguer.AtAsync(api);
        for (var i = 0; i < 50; i++)
            await api.Database.HasAsync(A.Item(await one.HasAsync(m => m.Data("245", "10", $"aSách {i / 2}").Data("500", "##", $"a{i}"))));
        const string Query = "query ($n: Int) { records(first: $n) { nodes { samePublication { points } holders { copies } } } }";

        api.Database.Sql.Clear();
        await api.DataAsync(Query, new { n = 1 });
        var statements = api.Database.Sql.Count;
        api.Database.Sql.Clear();
        await api.DataAsync(Query, new { n = 50 });

        api.Database.Sql.Count.ShouldBe(statements);
    }

    [Fact]
    public async Task HubDecision_StandsAboveTheScore_UntilItIsUndone()
    {
        await using var api = await PlatformApi.StartAsync();
        var (one, two) = (await Cataloguer.AtAsync(api), await Cataloguer.AtAsync(api));
        var (first, second, reprint) = (await MatBiecAsync(one, "2012"), await MatBiecAsync(two, "2012"), await MatBiecAsync(two, "2018"));
        foreach (var record in new[] { first, second, reprint })
            await api.Database.HasAsync(A.Item(record));

        (await api.AnswerAsync($$"""mutation { decideCluster(input: { recordId: "{{Cataloguer.IdOf(first)}}", otherId: "{{Cataloguer.IdOf(second)}}", isSame: true }) { decision { id } } }""")).ToString().ShouldContain("FORBIDDEN", customMessage: "a member does not decide");
        api.Scope = RepositoryApi.At(Role.HubLibrarian, one.Library);
        (await DecideAsync(api, first, second, isSame: false)).Code().ShouldBe("NOT_PERMITTED", "nor a hub of others");
        api.Scope = RepositoryApi.At(Role.HubLibrarian, one.Library, two.Library);
        (await SamePublicationAsync(api, first)).ShouldBe($"{Cataloguer.IdOf(second)} certain");
        (await DecideAsync(api, first, first, isSame: true)).Code().ShouldBe("INVALID_INPUT");
        var parted = await DecideAsync(api, second, first, isSame: false);
        (await SamePublicationAsync(api, first)).ShouldBe("");
        (await HoldersAsync(api, first)).ShouldBe("1");
        await DecideAsync(api, first, reprint, isSame: true);
        (await SamePublicationAsync(api, first)).ShouldBe($"{Cataloguer.IdOf(reprint)} decided");
        (await SamePublicationAsync(api, reprint)).ShouldBe($"{Cataloguer.IdOf(first)} decided");
        (await HoldersAsync(api, first)).ShouldBe("1, 1");

        await api.MutateAsync("undoClusterDecision", $"decisionId: \"{parted.GetProperty("decision").GetProperty("id").GetString()}\"", "decision { undoneAt }");
        (await SamePublicationAsync(api, first)).ShouldBe($"{Cataloguer.IdOf(second)} certain, {Cataloguer.IdOf(reprint)} decided");
        (await SamePublicationAsync(api, second)).ShouldBe($"{Cataloguer.IdOf(first)} certain, {Cataloguer.IdOf(reprint)} certain");
        (await HoldersAsync(api, second)).ShouldBe("1, 2");
        (await api.DataAsync("{ clusterDecisions { nodes { isSame undoneAt } } }")).GetProperty("clusterDecisions").GetProperty("nodes").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Search_GivesOneHitForEachPublication_PageByPage_WithItsHolders()
    {
        await using var api = await PlatformApi.StartAsync();
        var (one, two) = (await Cataloguer.AtAsync(api), await Cataloguer.AtAsync(api));
        foreach (var year in new[] { "2010", "2012", "2014" })
            foreach (var keeper in new[] { one, two })
                await api.Database.HasAsync(A.Item(await MatBiecAsync(keeper, year)));
        await SearchTests.IndexedAsync(api);
        const string Query = """
            query ($after: String) {
              searchRecords(text: "mat biec", first: 2, after: $after, onePerPublication: true) {
                totalCount nodes { publicationYear samePublication { isCertain } holders { libraryCode copies available onLoan } } pageInfo { endCursor hasNextPage }
              }
            }
            """;

        var first = (await api.DataAsync(Query, new { after = (string?)null })).GetProperty("searchRecords");
        var second = (await api.DataAsync(Query, new { after = first.GetProperty("pageInfo").GetProperty("endCursor").GetString() })).GetProperty("searchRecords");

        first.GetProperty("totalCount").GetInt32().ShouldBe(6);
        Years(first).ShouldBe([2010, 2012]);
        Years(second).ShouldBe([2014]);
        first.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean().ShouldBeTrue();
        second.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean().ShouldBeFalse();
        first.GetProperty("nodes")[0].GetProperty("holders").ToString().ShouldBe(
            $$"""[{"libraryCode":"{{one.Library.Code}}","copies":1,"available":1,"onLoan":0},{"libraryCode":"{{two.Library.Code}}","copies":1,"available":1,"onLoan":0}]""");

        static IEnumerable<int> Years(System.Text.Json.JsonElement page) => page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("publicationYear").GetInt32());
    }

    [Fact]
    public async Task Classes_AreBrowsedWithTheirCounts()
    {
        await using var api = await PlatformApi.StartAsync();
        var one = await Cataloguer.AtAsync(api);
        foreach (var number in new[] { "895.922", "895.922 34", "895.1", "823", "4", "67.100.10" })
            await one.HasAsync(m => m.Data("082", "04", $"a{number}").Data("245", "10", $"aSách {number}"));

        (await ClassesAsync(api, "")).ShouldContain("800 Văn học 4 (8)");
        (await ClassesAsync(api, "8")).ShouldContain("890 Văn học khác, văn học Việt Nam 3 (89)");
        (await ClassesAsync(api, "89")).ShouldBe("895  3 (895)");
        (await ClassesAsync(api, "895")).ShouldBe("895.1  1 (895.1), 895.9  2 (895.9)");
        (await ClassesAsync(api, "895.922")).ShouldBe("895.9223  1 (895.9223)");
        (await ClassesAsync(api, "x%")).ShouldBe("");
        (await api.DataAsync("""{ checkDdc(number: "4") { kind repair } }""")).GetProperty("checkDdc").ToString().ShouldBe("""{"kind":"SHORT","repair":"004"}""");
    }

    [Fact]
    public async Task CallNumbers_AreSuggestedByTheLibrarysTable()
    {
        await using var api = await PlatformApi.StartAsync();
        var one = await Cataloguer.AtAsync(api);
        var query = $$"""{ suggestCallNumbers(libraryId: "{{one.LibraryId}}", classNumber: "895.922", author: "Nguyễn Nhật Ánh", title: "Mắt biếc") { callNumber } }""";

        (await api.DataAsync(query)).GetProperty("suggestCallNumbers")[0].GetProperty("callNumber").GetString().ShouldBe("895.922 NG527NH");
        (await api.MutateAsync("setCutterNumber", $"libraryId: \"{one.LibraryId}\", rhyme: \"uyên\", number: \"530\"", "number")).GetProperty("number").GetString().ShouldBe("530");
        (await api.DataAsync(query)).GetProperty("suggestCallNumbers")[0].GetProperty("callNumber").GetString().ShouldBe("895.922 NG530NH");
        (await api.MutateAsync("setCutterNumber", $"libraryId: \"{one.LibraryId}\", rhyme: \"uyên\"", "number")).GetProperty("number").GetString().ShouldBe("527");
        (await api.MutateAsync("setCutterNumber", $"libraryId: \"{one.LibraryId}\", rhyme: \"xyz\", number: \"1\"", "number")).Code().ShouldBe("INVALID_INPUT");
    }

    private static Task<BibliographicRecord> MatBiecAsync(Cataloguer cataloguer, string year) => cataloguer.HasAsync(
        m => m.Data("100", "0#", "aNguyễn Nhật Ánh").Data("245", "10", "aMắt biếc").Data("260", "##", $"c{year}"));

    private static Task<System.Text.Json.JsonElement> DecideAsync(PlatformApi api, BibliographicRecord one, BibliographicRecord other, bool isSame) => api.MutateAsync(
        "decideCluster", $"recordId: \"{Cataloguer.IdOf(one)}\", otherId: \"{Cataloguer.IdOf(other)}\", isSame: {(isSame ? "true" : "false")}", "decision { id }");

    private static async Task<string> SamePublicationAsync(PlatformApi api, BibliographicRecord record)
    {
        var same = (await api.DataAsync($$"""{ record(id: "{{Cataloguer.IdOf(record)}}") { samePublication { id isCertain isDecided } } }""")).GetProperty("record").GetProperty("samePublication");
        return string.Join(", ", same.EnumerateArray().Where(s => s.GetProperty("isCertain").GetBoolean())
            .Select(s => $"{s.GetProperty("id").GetString()} {(s.GetProperty("isDecided").GetBoolean() ? "decided" : "certain")}"));
    }

    private static async Task<string> HoldersAsync(PlatformApi api, BibliographicRecord record)
    {
        var holders = (await api.DataAsync($$"""{ record(id: "{{Cataloguer.IdOf(record)}}") { holders { copies } } }""")).GetProperty("record").GetProperty("holders");
        return string.Join(", ", holders.EnumerateArray().Select(h => h.GetProperty("copies").GetInt32()));
    }

    private static async Task<string> ClassesAsync(PlatformApi api, string parent)
    {
        var data = await api.DataAsync("query ($parent: String) { ddcClasses(parent: $parent) { number name records parent } }", new { parent });
        return string.Join(", ", data.GetProperty("ddcClasses").EnumerateArray().Select(c => $"{c.GetProperty("number").GetString()} {c.GetProperty("name").GetString()} {c.GetProperty("records").GetInt32()} ({c.GetProperty("parent").GetString()})"));
    }
}
