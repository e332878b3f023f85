using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Api.Tests.Repository;
using Platform.Model.Access;
using Platform.Model.ChangeFeed;

namespace Platform.Api.Tests.Catalogue.Editing;

/// <summary>Cataloguing over GraphQL: create, edit by subfields, delete, validate, templates.</summary>
public sealed class EditingTests
{
    private static readonly string Sound = string.Join(", ",
        Cataloguer.Field("082", "04", "a895.922", "223"), Cataloguer.Field("100", "0#", "aNguyễn Nhật Ánh"),
        Cataloguer.Field("245", "10", "aMắt biếc :", "btruyện dài"), Cataloguer.Field("260", "##", "aH. :", "bTrẻ,", "c2012"), Cataloguer.Field("650", "#4", "aVăn học"));

    [Fact]
    public async Task Record_IsCreatedWithItsFields_AndHintsForTheRest()
    {
        await using var api = await PlatformApi.StartAsync();
        var cataloguer = await Cataloguer.AtAsync(api);

        var created = await cataloguer.CreateAsync(Sound);

        created.Code().ShouldBeNull();
        var record = created.GetProperty("record");
        (record.GetProperty("title").GetString(), record.GetProperty("author").GetString(), record.GetProperty("version").GetInt32()).ShouldBe(("Mắt biếc : truyện dài", "Nguyễn Nhật Ánh", 1));
        record.GetProperty("marc").GetProperty("text").GetString()!.ShouldContain("=245  10$aMắt biếc :$btruyện dài");
        created.GetProperty("problems").EnumerateArray().Select(p => p.GetProperty("rule").GetString()).ShouldBe(["FIXED_FIELD", "AGENCY_MISSING", "LANGUAGE", "COUNTRY", "EXTENT_MISSING"]);
    }

    [Fact]
    public async Task RecordWithoutTitle_IsRefused_WithEveryProblem()
    {
        await using var api = await PlatformApi.StartAsync();
        var cataloguer = await Cataloguer.AtAsync(api);

        var data = await api.DataAsync($$"""
            mutation { createRecord(input: { libraryId: "{{cataloguer.LibraryId}}", fields: [{{Cataloguer.Field("020", "##", "a8935036691234")}}] }) {
              record { id } errors { __typename ... on RecordInvalid { code problems { rule path severity mendVietnamese } } } } }
            """);

        var error = data.GetProperty("createRecord").GetProperty("errors")[0];
        error.GetProperty("code").GetString().ShouldBe("RECORD_INVALID");
        error.GetProperty("problems")[0].ToString().ShouldBe("""{"rule":"TITLE_MISSING","path":"245","severity":"ERROR","mendVietnamese":"Nhập nhan đề chính vào 245 $a."}""");
        error.GetProperty("problems").EnumerateArray().ShouldContain(p => p.GetProperty("path").GetString() == "020[1]$a[1]");
    }

    [Fact]
    public async Task PublicationThatTheUnionCatalogueHas_IsPointedTo_UnlessConfirmedToBeAnother()
    {
        await using var api = await PlatformApi.StartAsync();
        var first = await Cataloguer.AtAsync(api);
        var id = (await first.CreateAsync(Sound)).GetProperty("record").GetProperty("id").GetString();
        var second = await Cataloguer.AtAsync(api);

        var data = await api.DataAsync($$"""
            mutation { createRecord(input: { libraryId: "{{second.LibraryId}}", fields: [{{Sound}}] }) { errors { ... on DuplicateRecord { code recordId reason } } } }
            """);

        data.GetProperty("createRecord").GetProperty("errors")[0].ToString()
            .ShouldBe($$"""{"code":"DUPLICATE_RECORD","recordId":"{{id}}","reason":"same title, same author, same publisher, same year"}""");
        (await second.CreateAsync(Sound, ", isAnotherPublication: true")).Code().ShouldBeNull();
    }

    [Fact]
    public async Task Subfields_AreChanged_AndAStaleVersionLosesNothing()
    {
        await using var api = await PlatformApi.StartAsync();
        var cataloguer = await Cataloguer.AtAsync(api);
        var record = await cataloguer.HasAsync(m => m.Data("245", "10", "aMat biec").Data("700", "0#", "aA").Data("700", "0#", "aB", "edịch"));

        var edited = await cataloguer.EditAsync(record, 1, """
            { kind: SET_SUBFIELD, tag: "245", code: "a", value: "Mắt biếc" }, { kind: ADD_SUBFIELD, tag: "245", code: "c", value: "Nguyễn Nhật Ánh" },
            { kind: REMOVE_SUBFIELD, tag: "700", occurrence: 2, code: "e" }, { kind: REMOVE_FIELD, tag: "700" },
            { kind: ADD_FIELD, tag: "100", indicators: "0#", subfields: [{ code: "a", value: "Nguyễn Nhật Ánh" }] }
            """);
        var stale = await cataloguer.EditAsync(record, 1, """{ kind: SET_SUBFIELD, tag: "245", code: "a", value: "Khác" }""");

        edited.Code().ShouldBeNull();
        var lines = edited.GetProperty("record").GetProperty("marc").GetProperty("text").GetString()!.Split('\n');
        lines.Where(l => !l.StartsWith("=005", StringComparison.Ordinal)).Skip(1).ShouldBe(["=100  0 $aNguyễn Nhật Ánh", "=245  10$aMắt biếc$cNguyễn Nhật Ánh", "=700  0 $aB"]);
        edited.GetProperty("record").GetProperty("version").GetInt32().ShouldBe(2);
        stale.Code().ShouldBe("STALE_VERSION");
        (await api.DataAsync($$"""{ record(id: "{{Cataloguer.IdOf(record)}}") { title version } }""")).GetProperty("record").ToString().ShouldBe("""{"title":"Mắt biếc","version":2}""");
    }

    [Fact]
    public async Task TwoEditorsAtOnce_OneOfThemIsToldSo()
    {
        await using var api = await PlatformApi.StartAsync();
        var cataloguer = await Cataloguer.AtAsync(api);
        var record = await cataloguer.HasAsync(m => m.Data("245", "10", "aMắt biếc"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() =>
            cataloguer.EditAsync(record, 1, $$"""{ kind: ADD_FIELD, tag: "500", subfields: [{ code: "a", value: "Ghi chú {{i}}" }] }"""))));

        answers.Count(a => a.Code() is null).ShouldBe(1);
        answers.Count(a => a.Code() == "STALE_VERSION").ShouldBe(5);
    }

    [Theory]
    [InlineData("""{ kind: SET_SUBFIELD, tag: "245", occurrence: 2, code: "a", value: "x" }""", "changes.0")]
    [InlineData("""{ kind: ADD_FIELD, tag: "500", subfields: [{ code: "a", value: "x" }] }, { kind: REMOVE_SUBFIELD, tag: "245", code: "z" }""", "changes.1")]
    [InlineData("""{ kind: ADD_FIELD, tag: "24", subfields: [{ code: "a", value: "x" }] }""", "changes.0")]
    [InlineData("""{ kind: SET_LEADER, tag: "LDR", value: "short" }""", "changes.0")]
    public async Task ChangeThatCannotBeMade_MakesNone(string changes, string field)
    {
        await using var api = await PlatformApi.StartAsync();
        var cataloguer = await Cataloguer.AtAsync(api);
        var record = await cataloguer.HasAsync(m => m.Data("245", "10", "aMắt biếc"));

        var data = await api.DataAsync($$"""mutation { editRecord(input: { recordId: "{{Cataloguer.IdOf(record)}}", version: 1, changes: [{{changes}}] }) { record { id } errors { ... on InvalidInput { field } } } }""");

        data.GetProperty("editRecord").ToString().ShouldBe($$"""{"record":null,"errors":[{"field":"{{field}}"}]}""");
    }

    [Fact]
    public async Task RecordOfAnotherLibrary_IsNotTheCallersToChange()
    {
        await using var api = await PlatformApi.StartAsync();
        var owner = await Cataloguer.AtAsync(api);
        var record = await owner.HasAsync(m => m.Data("245", "10", "aMắt biếc"));
        var other = await Cataloguer.AtAsync(api);

        (await other.EditAsync(record, 1, """{ kind: SET_SUBFIELD, tag: "245", code: "a", value: "Khác" }""")).Code().ShouldBe("NOT_PERMITTED");
        (await api.MutateAsync("deleteRecord", $"recordId: \"{Cataloguer.IdOf(record)}\", version: 1", "deletedRecordId")).Code().ShouldBe("NOT_PERMITTED");
        api.Scope = RepositoryApi.At(Role.Pupil, owner.Library);
        (await api.AnswerAsync($$"""mutation { deleteRecord(input: { recordId: "{{Cataloguer.IdOf(record)}}", version: 1 }) { deletedRecordId } }""")).ToString().ShouldContain("FORBIDDEN");
    }

    [Fact]
    public async Task Deleting_IsRefusedWhileCopiesHangOnIt_AndLeavesATombstone()
    {
        await using var api = await PlatformApi.StartAsync();
        var cataloguer = await Cataloguer.AtAsync(api);
        var held = await cataloguer.HasAsync(m => m.Data("245", "10", "aCó bản"));
        await api.Database.HasAsync(A.Item(held));
        var free = await cataloguer.HasAsync(m => m.Data("245", "10", "aKhông có bản"));

        (await api.MutateAsync("deleteRecord", $"recordId: \"{Cataloguer.IdOf(held)}\", version: 1", "deletedRecordId")).Code().ShouldBe("RECORD_IN_USE");
        (await api.MutateAsync("deleteRecord", $"recordId: \"{Cataloguer.IdOf(free)}\", version: 1", "deletedRecordId")).Code().ShouldBeNull();

        (await api.DataAsync($$"""{ record(id: "{{Cataloguer.IdOf(free)}}") { id } }""")).GetProperty("record").ValueKind.ShouldBe(JsonValueKind.Null);
        await using var db = api.Database.Open();
        (await db.ChangeFeed.OrderBy(e => e.Sequence).LastAsync()).Kind.ShouldBe(ChangeKind.Deleted);
    }

    [Fact]
    public async Task Validation_SaysEveryProblemOfWhatIsTyped_AndSavesNothing()
    {
        await using var api = await PlatformApi.StartAsync();
        await Cataloguer.AtAsync(api);
        var fields = string.Join(", ", Cataloguer.Field("020", "##", "a9786042051234"), Cataloguer.Field("041", "0#", "aVIE"), Cataloguer.Field("082", "04", "a4"),
            Cataloguer.Field("100", "0#", "aDaniel Goleman; Nguyễn Trang, Hồng Việt dịch"), Cataloguer.Field("245", "1x", "aTrí tuệ xã hội: Môn khoa học mới", "qx"));

        var data = await api.DataAsync($$"""{ validateRecord(input: { fields: [{{fields}}] }) { fault score problems { rule severity path } } }""");
        var broken = await api.DataAsync("""{ validateRecord(input: { fields: [{ tag: "1", value: "x" }] }) { fault score } }""");

        var found = data.GetProperty("validateRecord").GetProperty("problems").EnumerateArray().Select(p => $"{p.GetProperty("rule").GetString()} {p.GetProperty("path").GetString()}").ToList();
        foreach (var expected in new[] { "ISBN 020[1]$a[1]", "LANGUAGE 041[1]$a[1]", "DDC_FORM 082[1]$a[1]", "NAMES_UNPARTED 100[1]$a[1]", "TITLE_UNPARTED 245[1]$a[1]", "INDICATOR 245[1]", "UNKNOWN_SUBFIELD 245[1]$q[1]" })
            found.ShouldContain(expected);
        broken.GetProperty("validateRecord").ToString().ShouldBe("""{"fault":"changes.0: '1' is no tag of three digits.","score":0}""");
        await using var db = api.Database.Open();
        (await db.Records.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("TEXTBOOK", "am")]
    [InlineData("PERIODICAL", "as")]
    [InlineData("MAP", "em")]
    [InlineData("KIT", "om")]
    public async Task Template_HasTheLibrarysDefaults_AndIsARecordWithoutErrors(string kind, string type)
    {
        await using var api = await PlatformApi.StartAsync();
        var cataloguer = await Cataloguer.AtAsync(api);
        (await api.MutateAsync("setCataloguingDefaults", $"libraryId: \"{cataloguer.LibraryId}\", agency: \"VN-TB\", rules: \"rda\"", "agency")).Code().ShouldBeNull();

        var template = (await api.DataAsync($$"""{ recordTemplate(libraryId: "{{cataloguer.LibraryId}}", kind: {{kind}}) { marc { leader text fields { tag value } } prompts } }""")).GetProperty("recordTemplate");

        var marc = template.GetProperty("marc");
        marc.GetProperty("leader").GetString()![6..8].ShouldBe(type);
        marc.GetProperty("fields")[0].GetProperty("value").GetString()!.Length.ShouldBe(40);
        marc.GetProperty("fields")[0].GetProperty("value").GetString()![35..38].ShouldBe("vie");
        foreach (var line in new[] { "=040    $aVN-TB$bvie$erda", "=041  0 $avie", "=044    $avm" })
            marc.GetProperty("text").GetString()!.ShouldContain(line);
        template.GetProperty("prompts").EnumerateArray().ShouldContain(p => p.GetString()!.StartsWith("245", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RepeatedCallWithOneKey_CreatesOneRecord()
    {
        await using var api = await PlatformApi.StartAsync();
        var cataloguer = await Cataloguer.AtAsync(api);

        var first = await cataloguer.CreateAsync(Sound, ", idempotencyKey: \"k1\"");
        var again = await cataloguer.CreateAsync(Sound, ", idempotencyKey: \"k1\"");

        again.GetProperty("record").GetProperty("id").GetString().ShouldBe(first.GetProperty("record").GetProperty("id").GetString());
        await using var db = api.Database.Open();
        (await db.Records.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task MarcOfOneAndOfFiftyRecords_IsReadWithTheSameStatements()
    {
        await using var api = await PlatformApi.StartAsync();
        var cataloguer = await Cataloguer.AtAsync(api);
        for (var i = 0; i < 50; i++)
            await cataloguer.HasAsync(m => m.Data("245", "10", $"aSách {i}"));
        const string Query = "query ($n: Int) { records(first: $n) { nodes { marc { leader } problems { rule } } } }";

        api.Database.Sql.Clear();
        await api.DataAsync(Query, new { n = 1 });
        var one = api.Database.Sql.Count;
        api.Database.Sql.Clear();
        await api.DataAsync(Query, new { n = 50 });

        api.Database.Sql.Count.ShouldBe(one);
    }
}
