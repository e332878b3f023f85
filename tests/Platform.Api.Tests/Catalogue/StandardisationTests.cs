using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Reading;
using Platform.Api.Tests.Catalogue.Editing;
using Platform.Api.Tests.Repository;
using Platform.Model.Catalogue;

namespace Platform.Api.Tests.Catalogue;

/// <summary>Review lists: previewed, decided by people where it needs them, applied, undone exactly.</summary>
public sealed class StandardisationTests
{
    private const string AllRules = "CHARACTERS, HEADING_FORMS, PUBLICATION_FORMS, SUBJECT_FORMS, NAMES_AND_ROLES, TITLE_PARTS, DDC, LEGACY_NUMBERS, DUPLICATES";

    [Fact]
    public async Task SafeLinesAreAccepted_OthersWaitForAPerson_AndUndoGivesEveryRecordBack()
    {
        await using var api = await PlatformApi.StartAsync();
        var one = await Cataloguer.AtAsync(api);
        var record = await one.HasAsync(Thin);
        var before = await TextAsync(api, record);

        var job = await PreviewAsync(api, one, AllRules);
        (await LinesAsync(api, job)).ShouldBe("PUBLICATION_FORMS ACCEPTED, TITLE_PARTS OPEN, NAMES_AND_ROLES OPEN, DDC OPEN, LEGACY_NUMBERS OPEN");
        (await TextAsync(api, record)).ShouldBe(before);
        await DecideAsync(api, job, "NAMES_AND_ROLES", "ACCEPTED");
        await DecideAsync(api, job, "TITLE_PARTS", "ACCEPTED");
        await DecideAsync(api, job, "DDC", "REJECTED");
        (await ApplyAsync(api, job, 1)).GetProperty("changed").GetInt32().ShouldBe(1);

        (await TextAsync(api, record)).Split('\n').Skip(1).ShouldBe(
        [
            "=020    $a7", "=082    $a4", "=100  0 $aDaniel Goleman", "=245  10$aTrí tuệ xã hội :$bMôn khoa học mới /$cDaniel Goleman; Hồng Việt dịch",
            "=260    $aH. :$bLao động", "=700  0 $aHồng Việt,$edịch",
        ]);
        (await ApplyAsync(api, job, 2)).Code().ShouldBe("WRONG_STATE");
        (await ApplyAsync(api, job, 2, ", undoes: true")).GetProperty("left").GetInt32().ShouldBe(0);
        (await TextAsync(api, record)).ShouldBe(before);
    }

    [Fact]
    public async Task RecordWorkedOnInBetween_StaysAsItIs()
    {
        await using var api = await PlatformApi.StartAsync();
        var one = await Cataloguer.AtAsync(api);
        var (first, second) = (await one.HasAsync(Thin), await one.HasAsync(m => { Thin(m); m.Data("500", "##", "abản khác"); }));
        var job = await PreviewAsync(api, one, "PUBLICATION_FORMS");
        (await one.EditAsync(first, 1, """{ kind: ADD_FIELD, tag: "500", subfields: [{ code: "a", value: "sửa" }] }""")).Code().ShouldBeNull();

        (await ApplyAsync(api, job, 1)).GetProperty("changed").GetInt32().ShouldBe(1);
        (await one.EditAsync(second, 2, """{ kind: ADD_FIELD, tag: "501", subfields: [{ code: "a", value: "sửa" }] }""")).Code().ShouldBeNull();
        (await ApplyAsync(api, job, 2, ", undoes: true")).GetProperty("left").GetInt32().ShouldBe(1);

        (await TextAsync(api, first)).ShouldContain("=260    $aHà Nội$bNxb Lao động");
        (await TextAsync(api, second)).ShouldContain("=501");
    }

    [Fact]
    public async Task Duplicates_AreListedWithTheReason()
    {
        await using var api = await PlatformApi.StartAsync();
        var one = await Cataloguer.AtAsync(api);
        var first = await one.HasAsync(m => m.Data("100", "0#", "aTô Hoài").Data("245", "10", "aDế Mèn phiêu lưu ký").Data("260", "##", "c2010"));
        await one.HasAsync(m => m.Data("100", "0#", "aTô Hoài").Data("245", "10", "aDế mèn phiêu lưu kí").Data("260", "##", "c2010"));

        var job = await PreviewAsync(api, one, "DUPLICATES");

        var line = (await api.DataAsync("query ($id: ID!) { node(id: $id) { ... on StandardisationJob { lines { nodes { reason otherRecord { id } } } } } }", new { id = job })).GetProperty("node").GetProperty("lines").GetProperty("nodes");
        line.ToString().ShouldBe($$$"""[{"reason":"certain (90: same title, same author, same year)","otherRecord":{"id":"{{{Cataloguer.IdOf(first)}}}"}}]""");
    }

    [Fact]
    public async Task ListOfAnotherLibrary_IsNotTheCallers()
    {
        await using var api = await PlatformApi.StartAsync();
        var one = await Cataloguer.AtAsync(api);
        await one.HasAsync(Thin);
        var job = await PreviewAsync(api, one, "TITLE_PARTS");
        var other = await Cataloguer.AtAsync(api);

        (await ApplyAsync(api, job, 1)).Code().ShouldBe("NOT_FOUND");
        (await api.MutateAsync("previewStandardisation", $"libraryId: \"{one.LibraryId}\", rules: [TITLE_PARTS]", "job { id }")).Code().ShouldBe("NOT_PERMITTED");
        (await api.MutateAsync("previewStandardisation", $"libraryId: \"{other.LibraryId}\", rules: []", "job { id }")).Code().ShouldBe("INVALID_INPUT");
        (await api.DataAsync("{ standardisationJobs { totalCount } }")).GetProperty("standardisationJobs").GetProperty("totalCount").GetInt32().ShouldBe(0);
    }

    private static void Thin(Platform.Marc.MarcRecordBuilder marc) => marc.Data("020", "##", "a7").Data("082", "##", "a4").Data("100", "0#", "aDaniel Goleman; Hồng Việt dịch")
        .Data("245", "00", "aTrí tuệ xã hội: Môn khoa học mới").Data("260", "##", "aHà Nội", "bNxb Lao động");

    private static async Task<string> PreviewAsync(PlatformApi api, Cataloguer one, string rules)
    {
        var answer = await api.MutateAsync("previewStandardisation", $"libraryId: \"{one.LibraryId}\", rules: [{rules}]", "job { id } hasMore");
        answer.Code().ShouldBeNull();
        answer.GetProperty("hasMore").GetBoolean().ShouldBeFalse();
        return answer.GetProperty("job").GetProperty("id").GetString()!;
    }

    private static async Task<string> LinesAsync(PlatformApi api, string job)
    {
        var data = await api.DataAsync("query ($id: ID!) { node(id: $id) { ... on StandardisationJob { lines { nodes { rule decision } } } } }", new { id = job });
        return string.Join(", ", data.GetProperty("node").GetProperty("lines").GetProperty("nodes").EnumerateArray().Select(l => $"{l.GetProperty("rule").GetString()} {l.GetProperty("decision").GetString()}"));
    }

    private static async Task DecideAsync(PlatformApi api, string job, string rule, string decision) =>
        (await api.MutateAsync("decideStandardisation", $"jobId: \"{job}\", rule: {rule}, decision: {decision}", "decided")).GetProperty("decided").GetInt32().ShouldBe(1);

    private static Task<JsonElement> ApplyAsync(PlatformApi api, string job, int version, string more = "") =>
        api.MutateAsync("applyStandardisation", $"jobId: \"{job}\", version: {version}{more}", "changed left");

    private static async Task<string> TextAsync(PlatformApi api, BibliographicRecord record)
    {
        GlobalId.TryRead(Cataloguer.IdOf(record), out _, out var key);
        await using var db = api.Database.Open();
        return (await db.RecordContents.SingleAsync(c => c.RecordId == key)).ToMarc().ToString();
    }
}
