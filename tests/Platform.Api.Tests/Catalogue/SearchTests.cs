using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Model.Catalogue;
using Platform.Model.Libraries;
using Platform.Storage.Catalogue.Search;

namespace Platform.Api.Tests.Catalogue;

/// <summary>Searching the union catalogue over HTTP, through the index that follows the change feed.</summary>
public sealed class SearchTests
{
    private const string Page = "edges { cursor score node { title author } } pageInfo { hasNextPage hasPreviousPage endCursor } totalCount leniency";

    [Fact]
    public async Task TypedMarks_RankExactMatchesFirst_WithoutMarksAllAreFound()
    {
        await using var api = await PlatformApi.StartAsync();
        await HasAsync(api, "Dương thế bao la", "Đường lên đỉnh", "Đất rừng phương Nam");

        (await TitlesAsync(api, "text: \"đường\"")).ShouldBe(["Đường lên đỉnh", "Dương thế bao la"]);
        (await TitlesAsync(api, "text: \"duong\"")).ShouldBe(["Dương thế bao la", "Đường lên đỉnh"], ignoreOrder: true);
        (await TitlesAsync(api, "text: \"dduwowngf\"")).ShouldBe(["Đường lên đỉnh", "Dương thế bao la"]);
        (await TitlesAsync(api, "text: \"\\\"rừng phương\\\"\"")).ShouldBe(["Đất rừng phương Nam"]);
        (await TitlesAsync(api, "text: \"\\\"phương rừng\\\"\"")).ShouldBeEmpty();
    }

    [Fact]
    public async Task EveryField_IsSearchedByItsName()
    {
        await using var api = await PlatformApi.StartAsync();
        var primary = A.Library("TH1", "Trường Tiểu học Hoa Sen");
        primary.Level = SchoolLevel.Primary;
        primary = await api.Database.HasAsync(primary);
        var record = A.Record(primary, "Toán 3", "Đỗ Đình Hoan");
        (record.Subjects, record.Publisher, record.PublicationYear, record.Isbn, record.Ddc) = ("Số học", "Giáo dục", 2021, "9786040000019", "372.7");
        record = await api.Database.HasAsync(record);
        await api.Database.HasAsync(A.Item(record, ItemType.Textbook, "GK.00001"));
        var other = await api.Database.HasAsync(A.Library("THPT9", "Trường THPT Lê Lợi"));
        await api.Database.HasAsync(A.Record(other, "Ngữ văn 10"));
        await IndexedAsync(api);

        string[] texts =
        [
            "title:toan", "author:hoan", "subject:\\\"so hoc\\\"", "publisher:\\\"giao duc\\\"", "isbn:978-604-0-00001-9", "call:372", "number:gk00001",
            "year:2021", "type:SGK", "level:TH", "level:primary", "library:TH1", "library:\\\"hoa sen\\\"",
        ];
        foreach (var text in texts)
            (await TitlesAsync(api, $"text: \"{text}\"")).ShouldBe(["Toán 3"], text);
        (await TitlesAsync(api, "filter: {levels: [PRIMARY], itemTypes: [TEXTBOOK], yearFrom: 2020}")).ShouldBe(["Toán 3"]);
        (await TitlesAsync(api, "text: \"type:map\"")).ShouldBeEmpty();
    }

    [Fact]
    public async Task FacetsAndHighlights_SayWhatAndWhere()
    {
        await using var api = await PlatformApi.StartAsync();
        var library = await api.Database.HasAsync(A.Library("HUB", "Thư viện trung tâm"));
        foreach (var (title, language) in new[] { ("Dế Mèn phiêu lưu ký", "vie"), ("Dế mèn tập hai", "vie"), ("Cricket — Dế Mèn", "eng") })
        {
            var record = A.Record(library, title);
            record.Language = language;
            await api.Database.HasAsync(record);
        }
        await IndexedAsync(api);

        var found = (await api.DataAsync("""
            { searchRecords(text: "de men phieu", facets: [LANGUAGE, LIBRARY]) { totalCount edges { highlights { field text spans { start length } } } facets { facet values { label count } } } }
            """)).GetProperty("searchRecords");
        var all = (await api.DataAsync("""{ searchRecords(text: "de men", first: 0, facets: [LANGUAGE, LIBRARY]) { totalCount facets { facet values { label count } } } }""")).GetProperty("searchRecords");

        found.GetProperty("edges").ToString().ShouldBe("""[{"highlights":[{"field":"TITLE","text":"Dế Mèn phiêu lưu ký","spans":[{"start":0,"length":12}]}]}]""");
        all.ToString().ShouldBe("""{"totalCount":3,"facets":[{"facet":"LANGUAGE","values":[{"label":"vie","count":2},{"label":"eng","count":1}]},{"facet":"LIBRARY","values":[{"label":"Thư viện trung tâm","count":3}]}]}""");
    }

    [Fact]
    public async Task Pages_GoOnAfterTheirCursor_WhileRecordsComeAndGo()
    {
        await using var api = await PlatformApi.StartAsync();
        await HasAsync(api, "Toán 1", "Toán 2", "Toán 3", "Toán 4");

        var first = await SearchAsync(api, "text: \"toán\", first: 2");
        await using (var db = api.Database.Open())
        {
            db.Records.Single(r => r.Title == "Toán 2").DeletedAt = A.Noon;
            await db.SaveChangesAsync();
        }
        await IndexedAsync(api);
        var second = await SearchAsync(api, $"text: \"toán\", first: 2, after: \"{first.GetProperty("pageInfo").GetProperty("endCursor")}\"");

        Titles(first).ShouldBe(["Toán 1", "Toán 2"]);
        first.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean().ShouldBeTrue();
        Titles(second).ShouldBe(["Toán 3", "Toán 4"]);
        second.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean().ShouldBeFalse();
        second.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task HitWhoseRowIsGone_IsLeftOut()
    {
        await using var api = await PlatformApi.StartAsync();
        await HasAsync(api, "Toán 1", "Toán 2");
        await using (var db = api.Database.Open())
        {
            // Without a trace in the feed, as in the moment before it is read.
            await db.Records.Where(r => r.Title == "Toán 1").ExecuteUpdateAsync(set => set.SetProperty(r => r.DeletedAt, A.Noon));
        }

        (await TitlesAsync(api, "text: \"toán\"")).ShouldBe(["Toán 2"]);
    }

    [Fact]
    public async Task SearchOfOneAndOfFifty_IssuesTheSameStatements()
    {
        await using var api = await PlatformApi.StartAsync();
        var library = await api.Database.HasAsync(A.Library());
        for (var i = 0; i < 50; i++)
            await api.Database.HasAsync(A.Item(await api.Database.HasAsync(A.Record(library))));
        await IndexedAsync(api);

        var one = await StatementsAsync(api, 1);
        var fifty = await StatementsAsync(api, 50);

        (one.Rows, fifty.Rows).ShouldBe((1, 50));
        fifty.Sql.ShouldBe(one.Sql);
    }

    [Fact]
    public async Task Suggest_CompletesTitlesAndAuthors()
    {
        await using var api = await PlatformApi.StartAsync();
        await HasAsync(api, "Dế Mèn phiêu lưu ký", "Đất rừng phương Nam");

        (await api.DataAsync("{ a: suggest(beginning: \"de me\") b: suggest(beginning: \"to ho\") c: suggest(beginning: \"d\") }")).ToString()
            .ShouldBe("""{"a":["Dế Mèn phiêu lưu ký"],"b":["Tô Hoài"],"c":[]}""");
    }

    [Theory]
    [InlineData("first: 101", "'first' is 101; a page has 0 to 100 rows.")]
    [InlineData("facets: [KIND], facetValues: 101", "'facetValues' is 101; a facet shows 0 to 100 values.")]
    [InlineData("after: \"rubbish\"", "'after' is 'rubbish', which is no cursor of this list.")]
    public async Task WrongArguments_AreNamedBeforeAnythingRuns(string arguments, string message)
    {
        await using var api = await PlatformApi.StartAsync();

        var answer = await api.AnswerAsync($"{{ searchRecords({arguments}) {{ totalCount }} }}");

        answer.GetProperty("errors")[0].GetProperty("message").GetString().ShouldBe(message);
    }

    /// <summary>Waits until the index has what the database has.</summary>
    internal static async Task IndexedAsync(PlatformApi api)
    {
        var feed = api.Services.GetRequiredService<IndexFeed>();
        while (await feed.CatchUpAsync(CancellationToken.None))
        {
            // until there is nothing more
        }
    }

    private static async Task<(int Rows, string Sql)> StatementsAsync(PlatformApi api, int first)
    {
        const string Query = """
            query ($first: Int) {
              searchRecords(text: "dế mèn", first: $first, facets: [LIBRARY]) {
                edges { node { id title items { nodes { registrationNumber library { name } } } } highlights { field } }
                facets { values { label } }
              }
            }
            """;
        await api.DataAsync(Query, new { first });
        api.Database.Sql.Clear();
        var data = await api.DataAsync(Query, new { first });
        return (data.GetProperty("searchRecords").GetProperty("edges").GetArrayLength(), string.Join("\n---\n", api.Database.Sql.Commands));
    }

    private static async Task HasAsync(PlatformApi api, params string[] titles)
    {
        var library = await api.Database.HasAsync(A.Library());
        foreach (var title in titles)
            await api.Database.HasAsync(A.Record(library, title));
        await IndexedAsync(api);
    }

    private static async Task<JsonElement> SearchAsync(PlatformApi api, string arguments) =>
        (await api.DataAsync($"{{ searchRecords({arguments}) {{ {Page} }} }}")).GetProperty("searchRecords");

    private static async Task<List<string>> TitlesAsync(PlatformApi api, string arguments) => Titles(await SearchAsync(api, arguments));

    private static List<string> Titles(JsonElement page) =>
        [.. page.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node").GetProperty("title").GetString()!)];
}
