using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Repository;
using Platform.Storage.Repository;

namespace Platform.Api.Tests.Repository;

/// <summary>An e-resource over GraphQL, from its draft to a pupil of another school.</summary>
public sealed class EResourceWayTests
{
    [Fact]
    public async Task Lesson_GoesFromDraftToAPupilOfAnotherSchool()
    {
        await using var api = await PlatformApi.StartAsync();
        var (home, member) = await GroupAsync(api);
        api.Scope = RepositoryApi.At(Role.Librarian, home);
        var id = await DraftAsync(api, home);
        var upload = await api.UploadedAsync(home, RepositoryApi.Pdf);

        (await StepAsync(api, "submitEResource", id)).Code().ShouldBe("NO_FILE");
        (await api.MutateAsync("addEResourceVersion", $"eResourceId: \"{id}\", uploadIds: [\"{upload}\"]", "eResource { newestVersion }")).Code().ShouldBeNull();
        (await StepAsync(api, "submitEResource", id)).Code().ShouldBeNull();
        (await StepAsync(api, "publishEResource", id)).Code().ShouldBe("WRONG_STATE");
        (await StepAsync(api, "recordAppraisal", id, "minutesNumber: \"03/BB-TT\", heldOn: \"2026-01-05\", members: [\"Nguyễn Thị Hoa\"]")).Code().ShouldBeNull();
        (await StepAsync(api, "publishEResource", id)).Code().ShouldBeNull();
        var contributed = await StepAsync(api, "contributeEResource", id);

        contributed.GetProperty("eResource").ToString().ShouldBe("""{"state":"CONTRIBUTED","countsAsElearning":true,"elearningReason":"APPRAISED_LESSON"}""");
        api.Scope = RepositoryApi.At(Role.Pupil, member);
        var link = await LinkAsync(api, await FileIdAsync(api, id), "DOWNLOAD");
        (await api.Http.GetByteArrayAsync(link.GetProperty("url").GetString())).ShouldBe(RepositoryApi.Pdf);
    }

    [Fact]
    public async Task TeacherOfTheSchool_CannotAppraiseTheOwnLesson_NorTouchOneOfAnotherSchool()
    {
        await using var api = await PlatformApi.StartAsync();
        var (home, member) = await GroupAsync(api);
        api.Scope = RepositoryApi.At(Role.Librarian, home);
        var id = await DraftAsync(api, home);

        api.Scope = RepositoryApi.At(Role.Teacher, home);
        (await api.AnswerAsync($"mutation {{ publishEResource(input: {{ eResourceId: \"{id}\" }}) {{ errors {{ __typename }} }} }}")).ToString().ShouldContain("FORBIDDEN");
        api.Scope = RepositoryApi.At(Role.Librarian, member);
        (await StepAsync(api, "submitEResource", id)).Code().ShouldBe("NOT_FOUND");
    }

    [Fact]
    public async Task WorkWithOneCopy_IsReadInTurn()
    {
        await using var api = await PlatformApi.StartAsync();
        var (home, member) = await GroupAsync(api);
        var work = await api.SharedAsync(home, SharingLevel.ReadOnline, RightsBasis.LibraryCopy);
        await using (var db = api.Database.Open())
            await new ReadingSeats(db, TimeProvider.System).SetCopiesAsync(work.Id, 1, CancellationToken.None);
        api.Scope = RepositoryApi.At(Role.Pupil, home);
        var file = await FileIdAsync(api, null);

        var first = await LinkAsync(api, file, "READ_ONLINE");
        api.Scope = RepositoryApi.At(Role.Pupil, member);
        var second = await LinkAsync(api, file, "READ_ONLINE");
        await api.MutateAsync("endReading", $"turnId: \"{first.GetProperty("turnId").GetString()}\"", "ended");
        var third = await LinkAsync(api, file, "READ_ONLINE");

        second.Code().ShouldBe("ALL_COPIES_ARE_READ");
        (await api.Http.GetAsync(first.GetProperty("url").GetString())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await api.Http.GetAsync(third.GetProperty("url").GetString())).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task LevelRoleLibraryAction_AreAsReviewed()
    {
        await using var api = await PlatformApi.StartAsync(clock: new FakeTimeProvider(A.Noon));
        var (home, member) = await GroupAsync(api);
        var stranger = await api.Database.HasAsync(A.Library());
        (string Name, Scope Scope)[] callers =
        [
            ("own librarian", RepositoryApi.At(Role.Librarian, home)), ("own teacher", RepositoryApi.At(Role.Teacher, home)), ("own pupil", RepositoryApi.At(Role.Pupil, home)),
            ("member librarian", RepositoryApi.At(Role.Librarian, member)), ("member teacher", RepositoryApi.At(Role.Teacher, member)), ("member pupil", RepositoryApi.At(Role.Pupil, member)),
            ("hub", RepositoryApi.At(Role.HubLibrarian, home, member)), ("portal of the group", RepositoryApi.At(Role.Portal, home, member)),
            ("office", RepositoryApi.At(Role.EducationOffice, home, member)), ("strange librarian", RepositoryApi.At(Role.Librarian, stranger)),
            ("strange pupil", RepositoryApi.At(Role.Pupil, stranger)), ("anonymous", Scope.Anonymous),
        ];
        var table = new List<string> { "level;caller;search;preview;read online;download;export;report" };
        foreach (var level in Enum.GetValues<SharingLevel>())
        {
            var resource = await api.SharedAsync(home, level);
            foreach (var (name, scope) in callers)
            {
                api.Scope = scope;
                table.Add(string.Join(
                    ';', level, name, await FoundAsync(api, resource), await GivenAsync(api, resource, "THUMBNAIL"), await GivenAsync(api, resource, "READ_ONLINE"),
                    await GivenAsync(api, resource, "DOWNLOAD"), await ExportedAsync(api, resource), await ReportedAsync(api)));
            }
        }

        Golden.Match(string.Join('\n', table), "tests/Platform.Api.Tests/Repository/access-matrix.csv");
    }

    private static async Task<string> FoundAsync(PlatformApi api, EResource resource)
    {
        var found = await api.DataAsync("query($id: ID!) { eResource(id: $id) { title } }", new { id = IdOf("EResource", resource.Id) });
        return found.GetProperty("eResource").ValueKind is JsonValueKind.Null ? "no" : "yes";
    }

    private static async Task<string> ExportedAsync(PlatformApi api, EResource resource)
    {
        var found = await api.DataAsync("query($id: ID!) { eResource(id: $id) { dublinCore { value } marc { text } } }", new { id = IdOf("EResource", resource.Id) });
        var told = await api.Http.GetStringAsync($"/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:library.example.org:e{resource.Id}");
        var shown = found.GetProperty("eResource");
        var isThere = shown.ValueKind is not JsonValueKind.Null && shown.GetProperty("dublinCore").GetArrayLength() > 5 && shown.GetProperty("marc").GetProperty("text").GetString()!.Contains("=856", StringComparison.Ordinal);
        told.Contains("<dc:title>", StringComparison.Ordinal).ShouldBe(isThere, "OAI-PMH tells what GraphQL shows");
        return isThere ? "yes" : told.Contains("status=\"deleted\"", StringComparison.Ordinal) ? "no" : told;
    }

    private static async Task<string> ReportedAsync(PlatformApi api)
    {
        var answer = await api.AnswerAsync("{ managementFigures(measure: CONTRIBUTED_E_RESOURCES, period: \"2026-10\", groupBy: []) { value } }");
        if (answer.TryGetProperty("errors", out var denied))
            return denied[0].GetProperty("extensions").GetProperty("code").GetString()!;
        return answer.GetProperty("data").GetProperty("managementFigures").GetArrayLength() > 0 ? "yes" : "no";
    }

    private static async Task<string> GivenAsync(PlatformApi api, EResource resource, string use)
    {
        var file = IdOf("EResourceFile", resource.Versions.Single().Files.Single().Id);
        var answer = await api.AnswerAsync($"mutation {{ requestFileLink(input: {{ fileId: \"{file}\", use: {use} }}) {{ url errors {{ ... on Error {{ code }} }} }} }}");
        if (answer.TryGetProperty("errors", out var denied))
            return denied[0].GetProperty("extensions").GetProperty("code").GetString()!;
        var payload = answer.GetProperty("data").GetProperty("requestFileLink");
        return payload.Code() ?? (await api.Http.GetAsync(payload.GetProperty("url").GetString())).StatusCode.ToString();
    }

    private static async Task<(Library Home, Library Member)> GroupAsync(PlatformApi api)
    {
        var (home, member) = (await api.Database.HasAsync(A.Library()), await api.Database.HasAsync(A.Library()));
        await api.Database.HasAsync(A.Group(home, member));
        return (home, member);
    }

    private static async Task<string> DraftAsync(PlatformApi api, Library home)
    {
        var added = await api.MutateAsync(
            "addEResource",
            $"""
            libraryId: "{IdOf("Library", home.Id)}", kind: E_LESSON, title: "Phép cộng có nhớ", subject: "Toán", gradeFrom: 2, author: "Lương Thị Thơm",
            rights: TEACHER_MADE, licence: GROUP_SCHOOLS, consentOn: "2026-01-02", level: DOWNLOAD, audience: GROUP
            """,
            "eResource { id state }");
        added.Code().ShouldBeNull();
        return added.GetProperty("eResource").GetProperty("id").GetString()!;
    }

    private static Task<JsonElement> StepAsync(PlatformApi api, string step, string id, string more = "") =>
        api.MutateAsync(step, $"eResourceId: \"{id}\" {more}", "eResource { state countsAsElearning elearningReason }");

    private static Task<JsonElement> LinkAsync(PlatformApi api, string file, string use) =>
        api.MutateAsync("requestFileLink", $"fileId: \"{file}\", use: {use}", "url turnId expiresAt");

    private static async Task<string> FileIdAsync(PlatformApi api, string? resource)
    {
        var data = await api.DataAsync("{ eResources { nodes { id versions { nodes { files { nodes { id } } } } } } }");
        var node = data.GetProperty("eResources").GetProperty("nodes").EnumerateArray().Single(n => resource is null || n.GetProperty("id").GetString() == resource);
        return node.GetProperty("versions").GetProperty("nodes")[0].GetProperty("files").GetProperty("nodes")[0].GetProperty("id").GetString()!;
    }

    private static string IdOf(string type, long key) => Platform.Api.GraphQL.Reading.GlobalId.Of(type, key);
}
