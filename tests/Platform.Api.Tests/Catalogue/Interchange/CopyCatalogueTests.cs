using System.Text.Json;
using Platform.Api.GraphQL.Reading;
using Platform.Model.Access;
using Platform.Model.Libraries;

namespace Platform.Api.Tests.Catalogue.Interchange;

/// <summary>Looking for ready-made records in other catalogues, friendly ones and hostile ones, and taking one over.</summary>
public sealed class CopyCatalogueTests : IAsyncLifetime
{
    private const string Query = "query($text: String!) { copyCatalogue(search: $text, first: 5) { code state message totalCount records { recordId title author isbn marcXml } } }";

    private readonly ForeignServer _foreign = new();
    private PlatformApi _api = null!; // set before any test runs
    private Library _library = null!; // set before any test runs

    public async ValueTask InitializeAsync()
    {
        var settings = new Dictionary<string, string> { ["CopyCataloguing:TargetSeconds"] = "1", ["CopyCataloguing:MostBytes"] = "100000" };
        foreach (var (path, i) in ForeignServer.Paths.Select((path, i) => (path, i)))
            Add(settings, i, path, isPrivateAllowed: true);
        Add(settings, ForeignServer.Paths.Count, "good", isPrivateAllowed: false);
        settings[$"CopyCataloguing:Targets:{ForeignServer.Paths.Count}:Code"] = "private";
        _api = await PlatformApi.StartAsync(settings);
        _library = await _api.Database.HasAsync(A.Library("THCS-MS"));
        _api.Scope = new Scope { Actor = "librarian", LibraryIds = [_library.Id], Permissions = RolePermissions.Of(Role.Librarian) };
    }

    public async ValueTask DisposeAsync()
    {
        _foreign.Dispose();
        await _api.DisposeAsync();
    }

    [Fact]
    public async Task EachSource_IsHeard_AndNoneCanHarm()
    {
        var data = await _api.DataAsync(Query, new { text = "Dế Mèn \"ký\"" });

        var sources = data.GetProperty("copyCatalogue").EnumerateArray().ToList();
        sources[0].GetProperty("code").ValueKind.ShouldBe(JsonValueKind.Null, "the union catalogue comes first");
        sources.Skip(1).Select(s => $"{s.GetProperty("code").GetString()} {s.GetProperty("state").GetString()} {s.GetProperty("records").GetArrayLength()}").ShouldBe(
        [
            "good ANSWERED 1", "diagnostic REFUSED 0", "entities NOT_UNDERSTOOD 0", "outside NOT_UNDERSTOOD 0", "nonsense NOT_UNDERSTOOD 0", "nested NOT_UNDERSTOOD 0",
            "endless TOO_LARGE 0", "silent TIMED_OUT 0", "redirect UNREACHABLE 0", "fault UNREACHABLE 0", "private PRIVATE_ADDRESS 0",
        ]);
        sources[1].GetProperty("totalCount").GetInt32().ShouldBe(7);
        sources[2].GetProperty("message").GetString().ShouldBe("dc.colour: Unsupported index");
        _foreign.Asked.ShouldContain("version=1.1&operation=searchRetrieve&query=cql.serverChoice all \"Dế Mèn  ký\"&maximumRecords=5&recordSchema=marcxml");
    }

    [Fact]
    public async Task TakenRecord_KeepsItsWay_AndIsNotTakenTwice()
    {
        var found = await _api.DataAsync(Query, new { text = "9786042091961" });
        var record = found.GetProperty("copyCatalogue")[1].GetProperty("records")[0];
        var input = new { libraryId = GlobalId.Of("Library", _library.Id), sourceCode = "good", marcXml = record.GetProperty("marcXml").GetString() };
        const string Take = "mutation($input: TakeRecordInput!) { takeRecord(input: $input) { record { title marc { text } } problems { rule } errors { __typename } } }";

        var taken = (await _api.DataAsync(Take, new { input })).GetProperty("takeRecord");
        var again = (await _api.DataAsync(Take, new { input })).GetProperty("takeRecord");

        record.GetProperty("isbn").GetString().ShouldBe("9786042091961");
        _foreign.Asked.ShouldContain("version=1.1&operation=searchRetrieve&query=bath.isbn=9786042091961&maximumRecords=5&recordSchema=marcxml");
        var text = taken.GetProperty("record").GetProperty("marc").GetProperty("text").GetString()!; // given with every record
        text.ShouldContain("=035    $a(TVQG)77");
        text.ShouldContain("=040    $aTVQG$cTVQG$dTHCS-MS");
        text.ShouldNotContain("=001");
        text.ShouldNotContain("=852");
        text.ShouldNotContain("=955");
        again.GetProperty("errors")[0].GetProperty("__typename").GetString().ShouldBe("DuplicateRecord");
    }

    [Fact]
    public async Task ZebraServer_GivesItsRecords()
    {
        await using var zebra = await ZebraServer.StartAsync(MarcSample.Marc("Dế Mèn phiêu lưu ký", isbn: "9786042091961"), MarcSample.Marc("Trong gia tinh"));
        await using var api = await PlatformApi.StartAsync(new()
        {
            ["CopyCataloguing:Targets:0:Code"] = "ZEBRA",
            ["CopyCataloguing:Targets:0:Name"] = "Zebra",
            ["CopyCataloguing:Targets:0:Address"] = zebra.Address,
            ["CopyCataloguing:Targets:0:AllowPrivateNetwork"] = "true",
        });
        api.Scope = _api.Scope;

        var byWord = (await api.DataAsync(Query, new { text = "gia tinh" })).GetProperty("copyCatalogue")[1];

        byWord.ToString().ShouldContain("\"state\":\"ANSWERED\"");
        byWord.GetProperty("records")[0].GetProperty("title").GetString().ShouldBe("Trong gia tinh");
        byWord.GetProperty("totalCount").GetInt32().ShouldBe(1);
    }

    private void Add(Dictionary<string, string> settings, int i, string path, bool isPrivateAllowed)
    {
        settings[$"CopyCataloguing:Targets:{i}:Code"] = path;
        settings[$"CopyCataloguing:Targets:{i}:Name"] = path;
        settings[$"CopyCataloguing:Targets:{i}:Address"] = _foreign.Address + path;
        settings[$"CopyCataloguing:Targets:{i}:AllowPrivateNetwork"] = isPrivateAllowed ? "true" : "false";
    }
}
