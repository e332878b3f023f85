using System.Text.Json;

namespace Platform.Api.Tests.Catalogue;

/// <summary>Reading the union catalogue: lists, pages, search, relations.</summary>
public sealed class RecordsTests
{
    private const string WithItems = """
        query ($first: Int) {
          records(first: $first) {
            edges { cursor node { id title author items { nodes { registrationNumber library { code name } } totalCount } library { name } } }
            pageInfo { hasNextPage endCursor }
            totalCount
          }
        }
        """;

    [Fact]
    public async Task TitleTypedWithoutMarks_ComesWithItsItemsAndTheirLibraries()
    {
        await using var api = await PlatformApi.StartAsync();
        var hub = await api.Database.HasAsync(A.Library(code: "HUB", name: "Trường PTDTNT"));
        var other = await api.Database.HasAsync(A.Library(code: "TH1", name: "Trường Tiểu học số 1"));
        var record = await api.Database.HasAsync(A.Record(hub, "Đất rừng phương Nam", "Đoàn Giỏi"));
        await api.Database.HasAsync(A.Record(hub, "Dế Mèn phiêu lưu ký"));
        await api.Database.HasAsync(A.Item(record, registrationNumber: "TK.00001"));
        await api.Database.HasAsync(A.Item(record, registrationNumber: "TN.00009", libraryId: other.Id));
        await SearchTests.IndexedAsync(api);

        var data = await api.DataAsync("""
            { records(search: "dat rung phuong") { totalCount nodes { title author items { nodes { registrationNumber library { code } } } } } }
            """);

        data.ToString().ShouldBe("""{"records":{"totalCount":1,"nodes":[{"title":"Đất rừng phương Nam","author":"Đoàn Giỏi","items":{"nodes":[{"registrationNumber":"TK.00001","library":{"code":"HUB"}},{"registrationNumber":"TN.00009","library":{"code":"TH1"}}]}}]}}""");
    }

    [Theory]
    [InlineData("")]
    [InlineData("search: \"dế mèn\", ")]
    public async Task ListOfOneAndOfFifty_IssuesTheSameStatements(string search)
    {
        await using var api = await PlatformApi.StartAsync();
        var library = await api.Database.HasAsync(A.Library());
        for (var i = 0; i < 50; i++)
            await api.Database.HasAsync(A.Item(await api.Database.HasAsync(A.Record(library))));
        await SearchTests.IndexedAsync(api);
        var query = WithItems.Replace("first: $first", $"{search}first: $first", StringComparison.Ordinal);

        var one = await StatementsAsync(api, query, 1);
        var fifty = await StatementsAsync(api, query, 50);

        fifty.Rows.ShouldBe(50);
        one.Rows.ShouldBe(1);
        fifty.Statements.ShouldBe(one.Statements);
        fifty.Sql.ShouldBe(one.Sql);
    }

    [Fact]
    public async Task Paging_ForwardAndBackward_MeetsEveryRecordOnce()
    {
        await using var api = await PlatformApi.StartAsync();
        await HasRecordsAsync(api, "C", "a", "B", "Đ", "a");

        (await TitlesAsync(api, "first: 2, order: [{title: ASC}]", "after")).ShouldBe(["a", "a", "B", "C", "Đ"]);
        (await TitlesAsync(api, "last: 2, order: [{title: ASC}]", "before")).ShouldBe(["C", "Đ", "a", "B", "a"]);
    }

    [Fact]
    public async Task OrderByAColumnWithNulls_PagesThroughThem()
    {
        await using var api = await PlatformApi.StartAsync();
        var library = await api.Database.HasAsync(A.Library());
        foreach (var year in new int?[] { 2001, null, 1999, null, 2001 })
        {
            var record = A.Record(library, $"{year}");
            record.PublicationYear = year;
            await api.Database.HasAsync(record);
        }

        (await TitlesAsync(api, "first: 1, order: [{publicationYear: ASC}]", "after")).ShouldBe(["", "", "1999", "2001", "2001"]);
        (await TitlesAsync(api, "first: 2, order: [{publicationYear: DESC}]", "after")).ShouldBe(["2001", "2001", "1999", "", ""]);
    }

    [Fact]
    public async Task SearchPages_GoOnWhereTheyEnded()
    {
        await using var api = await PlatformApi.StartAsync();
        await HasRecordsAsync(api, "Toán 1", "Toán 2", "Văn 1", "Toán 3");
        await SearchTests.IndexedAsync(api);

        (await TitlesAsync(api, "first: 2, search: \"toan\"", "after")).ShouldBe(["Toán 1", "Toán 2", "Toán 3"]);
    }

    [Fact]
    public async Task Where_CombinesConditions()
    {
        await using var api = await PlatformApi.StartAsync();
        var library = await api.Database.HasAsync(A.Library());
        foreach (var (title, year) in new[] { ("Toán 1", 2019), ("Toán 2", 2021), ("Văn 1", 2021) })
        {
            var record = A.Record(library, title);
            record.PublicationYear = year;
            await api.Database.HasAsync(record);
        }

        var data = await api.DataAsync(
            "query ($where: BibliographicRecordFilterInput) { records(where: $where) { nodes { title } totalCount } }",
            new { where = new { or = new object[] { new { title = new { startsWith = "toan" }, publicationYear = new { gte = 2020 } }, new { title = new { @in = new[] { "VĂN 1" } } } } } });

        data.ToString().ShouldBe("""{"records":{"nodes":[{"title":"Toán 2"},{"title":"Văn 1"}],"totalCount":2}}""");
    }

    [Fact]
    public async Task NestedConnection_IsPagedForEachParent()
    {
        await using var api = await PlatformApi.StartAsync();
        var library = await api.Database.HasAsync(A.Library());
        foreach (var count in new[] { 1, 3 })
        {
            var record = await api.Database.HasAsync(A.Record(library, $"Bản {count}"));
            for (var i = 0; i < count; i++)
                await api.Database.HasAsync(A.Item(record, registrationNumber: $"{count}.{i}"));
        }

        var data = await api.DataAsync("""
            { records { nodes { items(first: 2, order: [{registrationNumber: DESC}]) { nodes { registrationNumber } pageInfo { hasNextPage } totalCount } } } }
            """);

        data.ToString().ShouldBe("""{"records":{"nodes":[{"items":{"nodes":[{"registrationNumber":"1.0"}],"pageInfo":{"hasNextPage":false},"totalCount":1}},{"items":{"nodes":[{"registrationNumber":"3.2"},{"registrationNumber":"3.1"}],"pageInfo":{"hasNextPage":true},"totalCount":3}}]}}""");
    }

    [Fact]
    public async Task AliasesAndFragments_EachGetWhatTheyAsked()
    {
        await using var api = await PlatformApi.StartAsync();
        await HasRecordsAsync(api, "Toán 1");

        var data = await api.DataAsync("""
            query ($no: Boolean = false) {
              records {
                list: edges { row: node { t: title ...More } }
                nodes { t: author skipped: title @include(if: $no) }
              }
            }
            fragment More on Node { id ... on BibliographicRecord { author } }
            """);

        var row = data.GetProperty("records").GetProperty("list")[0].GetProperty("row");
        row.GetProperty("t").GetString().ShouldBe("Toán 1");
        row.GetProperty("author").GetString().ShouldBe("Tô Hoài");
        data.GetProperty("records").GetProperty("nodes").ToString().ShouldBe("""[{"t":"Tô Hoài"}]""");
    }

    [Fact]
    public async Task Node_AnswersTheTypeOfItsId()
    {
        await using var api = await PlatformApi.StartAsync();
        await HasRecordsAsync(api, "Toán 1");
        var id = (await api.DataAsync("{ records { nodes { id } } }")).GetProperty("records").GetProperty("nodes")[0].GetProperty("id").GetString();

        var data = await api.DataAsync("query ($id: ID!) { node(id: $id) { __typename id ... on BibliographicRecord { title } } item(id: $id) { id } none: node(id: \"x\") { id } }", new { id });

        data.ToString().ShouldBe($$$"""{"node":{"__typename":"BibliographicRecord","id":"{{{id}}}","title":"Toán 1"},"item":null,"none":null}""");
    }

    [Theory]
    [InlineData("after: \"rubbish\"", "'after' is 'rubbish', which is no cursor of this list.")]
    [InlineData("after: \"WyJ0aXRsZSIsImEiLDFd\"", "'after' is 'WyJ0aXRsZSIsImEiLDFd', a cursor of the order 'title'; this list is ordered by 'id'.")]
    [InlineData("first: 101", "'first' is 101; a page has 0 to 100 rows.")]
    [InlineData("first: 1, last: 1", "Give 'first' or 'last', not both.")]
    public async Task WrongPageArguments_AreNamedBeforeAnythingRuns(string arguments, string message)
    {
        await using var api = await PlatformApi.StartAsync();

        using var response = await api.PostAsync($"{{ records({arguments}) {{ nodes {{ id }} }} }}");
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        answer.GetProperty("errors")[0].GetProperty("message").GetString().ShouldBe(message);
        answer.TryGetProperty("data", out _).ShouldBeFalse();
    }

    private static async Task<(int Rows, int Statements, string Sql)> StatementsAsync(PlatformApi api, string query, int first)
    {
        await api.DataAsync(query, new { first });
        api.Database.Sql.Clear();
        var data = await api.DataAsync(query, new { first });
        return (data.GetProperty("records").GetProperty("edges").GetArrayLength(), api.Database.Sql.Count, string.Join("\n---\n", api.Database.Sql.Commands));
    }

    private static async Task HasRecordsAsync(PlatformApi api, params string[] titles)
    {
        var library = await api.Database.HasAsync(A.Library());
        foreach (var title in titles)
            await api.Database.HasAsync(A.Record(library, title));
    }

    private static async Task<List<string>> TitlesAsync(PlatformApi api, string arguments, string cursorArgument)
    {
        var titles = new List<string>();
        string? cursor = null;
        while (true)
        {
            var at = cursor is null ? "" : $", {cursorArgument}: \"{cursor}\"";
            var page = (await api.DataAsync($"{{ records({arguments}{at}) {{ nodes {{ title }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}")).GetProperty("records");
            titles.AddRange(page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("title").GetString()!));
            var info = page.GetProperty("pageInfo");
            if (!info.GetProperty(cursorArgument == "after" ? "hasNextPage" : "hasPreviousPage").GetBoolean())
                return titles;
            cursor = info.GetProperty(cursorArgument == "after" ? "endCursor" : "startCursor").GetString();
        }
    }
}
