using System.Globalization;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Reading;
using Platform.Api.Tests.Repository;
using Platform.Marc;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Control;
using Platform.Model.Catalogue.Mapping;
using Platform.Model.Repository;

namespace Platform.Api.Tests.Catalogue.Interchange;

/// <summary>The OAI-PMH provider over HTTP: what a harvester gets, page after page, and what it is told of deletions. Each test has a set of its own.</summary>
public sealed class OaiTests(InterchangeApi host) : IClassFixture<InterchangeApi>
{
    private static readonly XNamespace Oai = "http://www.openarchives.org/OAI/2.0/";

    [Fact]
    public async Task Harvest_GoesOnFromTokenToToken_AndMissesNothingThatChangesMeanwhile()
    {
        var library = await host.Api.Database.HasAsync(A.Library("TOKENS"));
        var records = new List<BibliographicRecord>();
        foreach (var title in new[] { "Một", "Hai", "Ba", "Bốn", "Năm" })
            records.Add(await host.Api.Database.HasAsync(MarcSample.Record(library, title)));

        var first = await AskAsync("verb=ListRecords&metadataPrefix=marcxml&set=TOKENS");
        await ChangeAsync(records[0].Id, record => record.Title = "Một (sửa)");
        await ChangeAsync(records[4].Id, record => record.DeletedAt = A.Noon);
        var second = await AskAsync($"verb=ListRecords&resumptionToken={TokenOf(first)}");
        var third = await AskAsync($"verb=ListRecords&resumptionToken={TokenOf(second)}");

        Told(first).ShouldBe([Of(records[0]), Of(records[1])]);
        Told(second).ShouldBe([Of(records[2]), Of(records[3])]);
        Told(third).ShouldBe([Of(records[0]), Of(records[4]) + " deleted"]);
        TokenOf(third).ShouldBe("", "an empty token ends the list");
        third.Descendants(Oai + "resumptionToken").Single().Attribute("cursor")!.Value.ShouldBe("4");
    }

    [Fact]
    public async Task Deletions_StayForever_OfMarkedAndOfRemovedRows()
    {
        var library = await host.Api.Database.HasAsync(A.Library("DELETED"));
        var marked = await host.Api.Database.HasAsync(MarcSample.Record(library, "Đánh dấu"));
        var removed = await host.Api.Database.HasAsync(MarcSample.Record(library, "Xóa hẳn"));
        await ChangeAsync(marked.Id, record => record.DeletedAt = A.Noon);
        await using (var db = host.Api.Database.Open())
        {
            db.Remove(await db.Records.SingleAsync(r => r.Id == removed.Id));
            await db.SaveChangesAsync();
        }

        var list = await AskAsync("verb=ListIdentifiers&metadataPrefix=oai_dc&set=DELETED");
        var one = await AskAsync($"verb=GetRecord&metadataPrefix=marcxml&identifier={Of(removed)}");

        Told(list).ShouldBe([Of(marked) + " deleted", Of(removed) + " deleted"]);
        Told(one).ShouldBe([Of(removed) + " deleted"]);
        one.Descendants(Oai + "metadata").ShouldBeEmpty();
    }

    [Fact]
    public async Task FromAndUntil_BoundTheLastChange_BySecondsAndByDays()
    {
        var library = await host.Api.Database.HasAsync(A.Library("TIMES"));
        host.Clock.SetUtcNow(new DateTimeOffset(2026, 10, 15, 8, 0, 0, 500, TimeSpan.Zero));
        var early = await host.Api.Database.HasAsync(MarcSample.Record(library, "Sớm"));
        host.Clock.Advance(TimeSpan.FromHours(20));
        var late = await host.Api.Database.HasAsync(MarcSample.Record(library, "Muộn"));

        Told(await AskAsync("verb=ListIdentifiers&metadataPrefix=oai_dc&set=TIMES&until=2026-10-15T08:00:00Z")).ShouldBe([Of(early)], "half a second past belongs to the second");
        Told(await AskAsync("verb=ListIdentifiers&metadataPrefix=oai_dc&set=TIMES&from=2026-10-15T08:00:01Z")).ShouldBe([Of(late)]);
        Told(await AskAsync("verb=ListIdentifiers&metadataPrefix=oai_dc&set=TIMES&from=2026-10-16&until=2026-10-16")).ShouldBe([Of(late)]);
        Told(await AskAsync("verb=ListIdentifiers&metadataPrefix=oai_dc&set=TIMES&from=2026-10-15&until=2026-10-16")).ShouldBe([Of(early), Of(late)]);
    }

    [Fact]
    public async Task Set_HoldsWhatOneLibraryCatalogued()
    {
        var (one, other) = (await host.Api.Database.HasAsync(A.Library("TH Mường/1")), await host.Api.Database.HasAsync(A.Library("OTHER")));
        var record = await host.Api.Database.HasAsync(MarcSample.Record(one, "Của một"));
        await host.Api.Database.HasAsync(MarcSample.Record(other, "Của hai"));

        var sets = (await AskAsync("verb=ListSets")).Descendants(Oai + "setSpec").Select(s => s.Value);
        var list = await AskAsync("verb=ListRecords&metadataPrefix=oai_dc&set=TH~0020M~01B0~1EDDng~002F1");

        sets.ShouldContain("TH~0020M~01B0~1EDDng~002F1");
        sets.ShouldContain("OTHER");
        Told(list).ShouldBe([Of(record)]);
    }

    [Fact]
    public async Task Record_IsTheSameInMarcXml_AndHasItsElementsInDublinCore()
    {
        var library = await host.Api.Database.HasAsync(A.Library());
        var record = await host.Api.Database.HasAsync(MarcSample.Record(library, "Dế Mèn phiêu lưu ký", isbn: "9786042091961"));

        var marc = await AskAsync($"verb=GetRecord&metadataPrefix=marcxml&identifier={Of(record)}");
        var core = await AskAsync($"verb=GetRecord&metadataPrefix=oai_dc&identifier={Of(record)}");

        var xml = marc.Descendants(Oai + "metadata").Single().Elements().Single().ToString(SaveOptions.DisableFormatting);
        MarcRecord.ReadOne(System.Text.Encoding.UTF8.GetBytes(xml), MarcFormat.MarcXml).ShouldBe(MarcSample.Marc("Dế Mèn phiêu lưu ký", isbn: "9786042091961"));
        core.Descendants(Oai + "metadata").Single().Elements().Single().Elements().Select(e => $"{e.Name.LocalName}={e.Value}").ShouldBe(
        [
            "title=Dế Mèn phiêu lưu ký", "creator=Tô Hoài", "subject=Văn học thiếu nhi", "subject=895.922334", "publisher=Kim Đồng", "date=2020", "type=Text",
            "identifier=urn:isbn:9786042091961", "language=vie",
        ]);
    }

    [Theory]
    [InlineData(SharingLevel.SearchOnly, false)]
    [InlineData(SharingLevel.Paid, false)]
    [InlineData(SharingLevel.ReadOnline, true)]
    [InlineData(null, true)]
    public async Task Address_OfContent_GoesOutOnlyWhereItIsShared(SharingLevel? level, bool goesOut)
    {
        var library = await host.Api.Database.HasAsync(A.Library());
        var marc = MarcSample.Marc("Sách số");
        var record = await host.Api.Database.HasAsync(CatalogueMapping.NewRecord(
            MarcRecord.Create(marc.Leader, [.. marc.Fields, new DataField("856", '4', '0', new Subfield('u', "https://tv.example.vn/1.pdf"))]), library.Id, A.Noon));
        if (level is { } shared)
            await host.Api.Database.HasAsync(new UnionContribution { LibraryId = library.Id, RecordId = record.Id, Level = shared, ContributedOn = A.Today });

        foreach (var format in new[] { "marcxml", "oai_dc" })
        {
            var told = (await AskAsync($"verb=GetRecord&metadataPrefix={format}&identifier={Of(record)}")).ToString();
            told.ShouldContain("Sách số");
            told.Contains("1.pdf", StringComparison.Ordinal).ShouldBe(goesOut, format);
        }
    }

    [Fact]
    public async Task RecordThatIsSharedOtherwise_IsToldAgain_AndAWithdrawnOneIsToldAsDeleted()
    {
        var library = await host.Api.Database.HasAsync(A.Library("SHARED"));
        await host.Api.Database.HasAsync(A.Group([library]));
        var marc = MarcSample.Marc("Sách chung");
        var record = await host.Api.Database.HasAsync(CatalogueMapping.NewRecord(
            MarcRecord.Create(marc.Leader, [.. marc.Fields, new DataField("653", ' ', ' ', new Subfield('a', "truyện"))]), library.Id, A.Noon));
        var copy = A.Item(record);
        copy.CallNumber = "895.922";
        await host.Api.Database.HasAsync(copy);
        host.Api.Scope = RepositoryApi.At(Role.Librarian, library);
        var (input, list) = ($"libraryId: \"{GlobalId.Of("Library", library.Id)}\", recordId: \"{GlobalId.Of("BibliographicRecord", record.Id)}\", level: ", "verb=ListIdentifiers&metadataPrefix=oai_dc&set=SHARED&from=");

        host.Clock.Advance(TimeSpan.FromDays(1));
        var contribution = await host.Api.MutateAsync("contributeRecord", input + "SEARCH_ONLY", "contribution { id }");
        var atFirst = await AskAsync(list + Now());
        host.Clock.Advance(TimeSpan.FromDays(1));
        var unchanged = await AskAsync(list + Now());
        await host.Api.MutateAsync("contributeRecord", input + "DOWNLOAD", "contribution { id }");
        var atDownload = await AskAsync(list + Now());
        host.Clock.Advance(TimeSpan.FromDays(1));
        await host.Api.MutateAsync("withdrawContribution", $"contributionId: \"{contribution.GetProperty("contribution").GetProperty("id").GetString()}\"", "contribution { withdrawnOn }");
        var withdrawn = await AskAsync(list + Now());
        var one = await AskAsync($"verb=GetRecord&metadataPrefix=marcxml&identifier={Of(record)}");
        host.Clock.Advance(TimeSpan.FromDays(1));
        await host.Api.MutateAsync("contributeRecord", input + "DOWNLOAD", "contribution { withdrawnOn }");

        Told(atFirst).ShouldBe([Of(record)]);
        Told(unchanged).ShouldBeEmpty();
        Told(atDownload).ShouldBe([Of(record)]);
        Told(withdrawn).ShouldBe([Of(record) + " deleted"]);
        Told(one).ShouldBe([Of(record) + " deleted"]);
        Told(await AskAsync(list + Now())).ShouldBe([Of(record)]);

        string Now() => host.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("", "badVerb")]
    [InlineData("verb=Harvest", "badVerb")]
    [InlineData("verb=Identify&verb=Identify", "badVerb")]
    [InlineData("verb=Identify&set=a", "badArgument")]
    [InlineData("verb=GetRecord&identifier=oai:library.example.org:1", "badArgument")]
    [InlineData("verb=ListRecords", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&from=yesterday", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&from=2026-10-06&until=2026-10-05", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&from=2026-10-05&until=2026-10-05T08:00:00Z", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&set=a%20b", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=mods", "cannotDisseminateFormat")]
    [InlineData("verb=GetRecord&metadataPrefix=mods&identifier=oai:library.example.org:1", "cannotDisseminateFormat")]
    [InlineData("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:library.example.org:99", "idDoesNotExist")]
    [InlineData("verb=GetRecord&metadataPrefix=oai_dc&identifier=urn:x", "idDoesNotExist")]
    [InlineData("verb=ListMetadataFormats&identifier=oai:library.example.org:99", "idDoesNotExist")]
    [InlineData("verb=ListRecords&resumptionToken=nonsense", "badResumptionToken")]
    [InlineData("verb=ListSets&resumptionToken=nonsense", "badResumptionToken")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&set=nobody", "noRecordsMatch")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&until=1990-01-01", "noRecordsMatch")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&from=9999-12-31", "noRecordsMatch")]
    public async Task ErrorCondition_IsNamedByItsCode(string query, string code)
    {
        await host.Api.Database.HasAsync(MarcSample.Record(await host.Api.Database.HasAsync(A.Library()), "Một"));

        var answer = await AskAsync(query);

        answer.Descendants(Oai + "error").Single().Attribute("code")!.Value.ShouldBe(code);
        answer.Descendants(Oai + "request").Single().HasAttributes.ShouldBe(code is not ("badVerb" or "badArgument"));
    }

    [Fact]
    public async Task PostedForm_IsAnsweredAsTheQueryIs_AndAHugeOneRefused()
    {
        await host.Api.Database.HasAsync(A.Library("POSTED"));

        using var asked = await host.Api.Http.PostAsync("/oai", new FormUrlEncodedContent([new("verb", "ListSets")]));
        using var huge = await host.Api.Http.PostAsync("/oai", new FormUrlEncodedContent(Enumerable.Range(0, 100).Select(i => KeyValuePair.Create($"a{i}", "x"))));

        (await asked.Content.ReadAsStringAsync()).ShouldContain("<setSpec>POSTED</setSpec>");
        huge.StatusCode.ShouldBe(System.Net.HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task PerlHarvester_ReadsTheWholeRepository()
    {
        var library = await host.Api.Database.HasAsync(A.Library("PERL"));
        var last = 0L;
        for (var i = 0; i < 10; i++)
            last = (await host.Api.Database.HasAsync(MarcSample.Record(library, $"Tập {i}"))).Id;
        await ChangeAsync(last, record => record.DeletedAt = A.Noon);

        var output = await OutsideProgram.RunAsync("perl", OutsideProgram.Script("oai.pl"), new Uri(host.Api.Address, "/oai").ToString(), "PERL");

        output.ShouldContain("repository: Mục lục liên hợp thư viện trường học, deleted persistent");
        output.ShouldContain("formats: oai_dc marcxml");
        output.ShouldContain(" PERL");
        output.ShouldContain("records: 10, deleted 1, titles 9");
        output.ShouldContain("error: noRecordsMatch");
    }

    private async Task<XDocument> AskAsync(string query) => AnswerSchemas.Judged(XDocument.Parse(await host.Api.Http.GetStringAsync("/oai?" + query)));

    private async Task ChangeAsync(long id, Action<BibliographicRecord> change)
    {
        await using var db = host.Api.Database.Open();
        change(await db.Records.SingleAsync(r => r.Id == id));
        await db.SaveChangesAsync();
    }

    private static string Of(BibliographicRecord record) => string.Create(CultureInfo.InvariantCulture, $"oai:library.example.org:{record.Id}");

    private static string TokenOf(XDocument answer) => answer.Descendants(Oai + "resumptionToken").Single().Value;

    private static IEnumerable<string> Told(XDocument answer) => answer.Descendants(Oai + "header")
        .Select(h => h.Element(Oai + "identifier")!.Value + (h.Attribute("status") is { } status ? " " + status.Value : ""));
}
