using System.Diagnostics;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Platform.Model.Catalogue.Search;

namespace Platform.Api.Tests.Catalogue.Interchange;

/// <summary>Searching by SRU over HTTP: both versions, CQL, diagnostics, and a client we did not write.</summary>
public sealed class SruTests(SruCatalogue host) : IClassFixture<SruCatalogue>
{
    private static readonly XNamespace One = "http://www.loc.gov/zing/srw/";

    private static readonly XNamespace Two = "http://docs.oasis-open.org/ns/search-ws/sruResponse";

    private static readonly XNamespace Marc = "http://www.loc.gov/MARC21/slim";

    [Theory]
    [InlineData("de men", "Dế Mèn phiêu lưu ký")]
    [InlineData("dc.title = \"mắt biếc\"", "Mắt biếc")]
    [InlineData("dc.title = \"biếc mắt\"", "")]
    [InlineData("dc.title all \"biếc mắt\"", "Mắt biếc")]
    [InlineData("dc.title any \"biếc mèn\" sortBy dc.title", "Dế Mèn phiêu lưu ký|Mắt biếc")]
    [InlineData("dc.creator=\"Nguyễn Nhật Ánh\" sortby dc.date/sort.descending", "Cho tôi xin một vé đi tuổi thơ|Mắt biếc")]
    [InlineData("dc.creator=\"Nguyễn Nhật Ánh\" sortby dc.date", "Mắt biếc|Cho tôi xin một vé đi tuổi thơ")]
    [InlineData("author = hoai or title = mat", "Dế Mèn phiêu lưu ký|Mắt biếc")]
    [InlineData("dc.creator = nguyen not (dc.title = mat or dc.title = de)", "Cho tôi xin một vé đi tuổi thơ")]
    [InlineData("dc.date < 1990", "Dế Mèn phiêu lưu ký")]
    [InlineData("dc.date within \"1985 1995\" and cql.allRecords = 1", "Mắt biếc")]
    [InlineData("bath.isbn = 978-604-2-09196-1", "Dế Mèn phiêu lưu ký")]
    [InlineData("> d = \"info:srw/cql-context-set/1/dc-v1.1\" d.title = mat", "Mắt biếc")]
    public async Task Query_FindsWhatItAsksFor(string query, string titles)
    {
        // A word that is no index and has no relation stands for itself only alone: two of them are quoted.
        var cql = query is "de men" ? "\"de men\"" : query;

        var answer = await AskAsync($"version=1.2&operation=searchRetrieve&maximumRecords=5&query={Uri.EscapeDataString(cql)}");

        answer.Descendants(One + "numberOfRecords").Single().Value.ShouldBe(titles.Length == 0 ? "0" : $"{titles.Split('|').Length}");
        var found = TitlesOf(answer);
        (query.Contains("sortby", StringComparison.OrdinalIgnoreCase) ? found : found.Order(StringComparer.Ordinal)).ShouldBe(titles.Split('|', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Records_AreGivenByPositions_InTheAskedSchemaAndPacking()
    {
        var second = await AskAsync("version=1.2&operation=searchRetrieve&query=cql.allRecords=1+sortBy+dc.title&startRecord=2&maximumRecords=1");
        var core = await AskAsync("query=dc.title=mat&recordSchema=dc");
        var text = await AskAsync("query=dc.title=mat&recordSchema=dc&recordXMLEscaping=string");

        TitlesOf(second).ShouldBe(["Dế Mèn phiêu lưu ký"]);
        second.Descendants(One + "recordPosition").Single().Value.ShouldBe("2");
        second.Descendants(One + "nextRecordPosition").Single().Value.ShouldBe("3");
        second.Root!.Element(One + "version")!.Value.ShouldBe("1.2");
        core.Root!.Name.ShouldBe(Two + "searchRetrieveResponse");
        core.Descendants(Two + "recordXMLEscaping").Single().Value.ShouldBe("xml");
        core.Descendants(XName.Get("title", "http://purl.org/dc/elements/1.1/")).Single().Value.ShouldBe("Mắt biếc");
        XElement.Parse(text.Descendants(Two + "recordData").Single().Value).Name.LocalName.ShouldBe("dc");
        core.Descendants(Two + "resultCountPrecision").Single().Value.ShouldEndWith("exact");
    }

    [Theory]
    [InlineData("version=1.2&operation=searchRetrieve", 7)]
    [InlineData("version=1.2&operation=update&query=x", 4)]
    [InlineData("version=3.0&operation=explain", 5)]
    [InlineData("query=a&maximumRecords=many", 6)]
    [InlineData("query=a&startRecord=0", 6)]
    [InlineData("query=(a", 10)]
    [InlineData("query=a+b", 10)]
    [InlineData("query=%22a", 10)]
    [InlineData("query=%3Ex=%22urn:none%22+a", 15)]
    [InlineData("query=dc.colour=red", 16)]
    [InlineData("query=dc.title+encloses+red", 19)]
    [InlineData("query=dc.title=/fuzzy+red", 20)]
    [InlineData("query=dc.date=soon", 24)]
    [InlineData("query=dc.title=%22%22", 27)]
    [InlineData("query=dc.title=ti*", 28)]
    [InlineData("query=dc.title=%5Eti", 32)]
    [InlineData("query=a+prox+b", 37)]
    [InlineData("query=a+and/rel.x+b", 46)]
    [InlineData("query=a&startRecord=7000", 61)]
    [InlineData("query=a&recordSchema=mods", 66)]
    [InlineData("query=a&recordXMLEscaping=json", 6)]
    [InlineData("version=1.2&operation=searchRetrieve&query=a&recordPacking=json", 71)]
    [InlineData("query=a+sortby+dc.subject", 80)]
    [InlineData("query=a+sortby+dc.title+dc.date", 84)]
    [InlineData("query=a&stylesheet=/x.xsl", 110)]
    public async Task UnansweredRequest_GetsItsDiagnostic(string query, int number)
    {
        var answer = await AskAsync(query);

        answer.Descendants().Single(e => e.Name.LocalName == "uri").Value.ShouldBe($"info:srw/diagnostic/1/{number}");
        answer.Descendants().Count(e => e.Name.LocalName == "record").ShouldBe(0);
    }

    [Fact]
    public async Task DeepAndLongQueries_AreRefusedAtOnce()
    {
        (await DiagnosticOfAsync(new string('(', 900) + "a" + new string(')', 900))).ShouldEndWith("/10");
        (await DiagnosticOfAsync(string.Join(" or ", Enumerable.Repeat("a", 100)))).ShouldEndWith("/38");
        (await DiagnosticOfAsync(new string('a', 2_001))).ShouldEndWith("/12");
    }

    [Fact]
    public async Task Scan_WalksThroughTheWordsOfAnIndex()
    {
        var answer = await AskAsync("version=1.2&operation=scan&scanClause=dc.title=men&maximumTerms=3&responsePosition=2");

        answer.Descendants(One + "term").Select(t => $"{t.Element(One + "value")!.Value} {t.Element(One + "numberOfRecords")!.Value}").ShouldBe(["mat 1", "men 1", "mot 1"]);
    }

    [Fact]
    public async Task Explanation_NamesIndexesAndSchemas()
    {
        var answer = await AskAsync("");

        answer.Root!.Name.ShouldBe(Two + "explainResponse");
        answer.Descendants().Where(e => e.Name.LocalName == "schema").Select(e => e.Attribute("name")!.Value).ShouldBe(["marcxml", "dc"]);
        answer.Descendants().Where(e => e.Name.LocalName == "name").Select(e => $"{e.Attribute("set")!.Value}.{e.Value}").ShouldContain("dc.creator");
    }

    [Fact]
    public async Task YazClient_SearchesAndShowsRecords()
    {
        var commands = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(commands, $"charset utf-8\nsru get 1.2\nopen {new Uri(host.Api.Address, "/sru")}\nquerytype cql\nfind dc.title = biec\nshow 1\nscan dc.title = men\nquit\n", TestContext.Current.CancellationToken);

        var output = await OutsideProgram.RunAsync("yaz-client", "-f", commands);
        File.Delete(commands);

        output.ShouldContain("Number of hits: 1");
        output.ShouldContain("Mắt biếc");
        output.ShouldContain("men: 1");
    }

    private async Task<XDocument> AskAsync(string query) => AnswerSchemas.Judged(XDocument.Parse(await host.Api.Http.GetStringAsync("/sru?" + query)));

    private async Task<string> DiagnosticOfAsync(string query)
    {
        using var response = await host.Api.Http.PostAsync("/sru", new FormUrlEncodedContent([new("query", query)]));
        return XDocument.Parse(await response.Content.ReadAsStringAsync()).Descendants().Single(e => e.Name.LocalName == "uri").Value;
    }

    private static IEnumerable<string> TitlesOf(XDocument answer) => answer.Descendants(Marc + "datafield")
        .Where(f => f.Attribute("tag")!.Value == "245").Select(f => f.Elements().First().Value.TrimEnd('/', ' '));
}

/// <summary>A host over a small catalogue whose index is ready.</summary>
public sealed class SruCatalogue : IAsyncLifetime
{
    public PlatformApi Api { get; private set; } = null!; // set before any test runs

    public async ValueTask InitializeAsync()
    {
        Api = await PlatformApi.StartAsync(listens: true);
        var library = await Api.Database.HasAsync(A.Library());
        await Api.Database.HasAsync(MarcSample.Record(library, "Dế Mèn phiêu lưu ký", isbn: "9786042091961", year: "1941"));
        await Api.Database.HasAsync(MarcSample.Record(library, "Mắt biếc", "Nguyễn Nhật Ánh", year: "1990"));
        await Api.Database.HasAsync(MarcSample.Record(library, "Cho tôi xin một vé đi tuổi thơ", "Nguyễn Nhật Ánh", year: "2008"));
        var search = Api.Services.GetRequiredService<IRecordSearch>();
        // The index follows the change feed in the background: half a second, or a little more.
        var waiting = Stopwatch.StartNew();
        while ((await search.SearchAsync(new RecordSearchRequest(), default)).Total < 3 && waiting.Elapsed < TimeSpan.FromSeconds(30))
            await Task.Delay(50);
    }

    public ValueTask DisposeAsync() => Api.DisposeAsync();
}
