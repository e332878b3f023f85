using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Platform.Api.GraphQL.Reading;
using Platform.Api.Tests.Repository;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Repository;

namespace Platform.Api.Tests.Sharing;

/// <summary>A member's list of a semester on its way to the hub and back, the order of lenders, and a school that takes everything with it.</summary>
public sealed class SemesterListTests
{
    private const string Semester = "2026-2027-HK1";

    [Fact]
    public async Task List_IsClosedSentGivenBackSentAgainAndAcknowledged()
    {
        await using var api = await PlatformApi.StartAsync(clock: new FakeTimeProvider(new DateTimeOffset(2027, 1, 20, 3, 0, 0, TimeSpan.Zero)));
        var group = await GroupAsync(api);
        var lesson = A.Resource(group.Member);
        (lesson.CountsAsElearning, lesson.ElearningReason) = (true, ElearningReason.TaughtLesson);
        await api.Database.HasAsync(lesson);
        api.Scope = RepositoryApi.At(Role.Librarian, group.Member);
        var run = (await api.MutateAsync("closeReport", $"report: \"R-06\", libraryId: \"{Id(group.Member)}\", period: \"{Semester}\"", "reportRun { id }"))
            .GetProperty("reportRun").GetProperty("id").GetString()!;

        var sent = await SendAsync(api, run);
        sent.GetProperty("list").GetProperty("lines").GetInt32().ShouldBe(1);
        (await SendAsync(api, run)).Code().ShouldBe("INVALID_INPUT", "sent already");
        var list = sent.GetProperty("list").GetProperty("id").GetString()!;
        (await api.AnswerAsync($"mutation {{ answerSemesterList(input: {{ listId: \"{list}\", accepts: true }}) {{ errors {{ __typename }} }} }}")).ToString().ShouldContain("FORBIDDEN");
        api.Scope = group.Hub;
        (await AnswerAsync(api, list, "accepts: false")).Code().ShouldBe("INVALID_INPUT", "a reason is needed");
        (await AnswerAsync(api, list, "accepts: false, reason: \"Thiếu dấu\"")).Code().ShouldBeNull();
        api.Scope = RepositoryApi.At(Role.Librarian, group.Member);
        var scan = await api.UploadedAsync(group.Member, RepositoryApi.Pdf);
        (await api.MutateAsync("sendSemesterList", $"reportRunId: \"{run}\", scanUploadId: \"{Guid.NewGuid()}\"", "list { id }")).Code().ShouldBe("INVALID_INPUT", "no such upload");
        var again = await api.MutateAsync("sendSemesterList", $"reportRunId: \"{run}\", scanUploadId: \"{scan}\"", "list { scanName }");
        again.GetProperty("list").GetProperty("scanName").GetString().ShouldBe("Bài 1.pdf");
        api.Scope = group.Hub;
        var link = await api.MutateAsync("requestListScan", $"listId: \"{list}\"", "url expiresAt");
        (await api.Http.GetByteArrayAsync(link.GetProperty("url").GetString())).ShouldBe(RepositoryApi.Pdf);
        (await api.Http.GetAsync(link.GetProperty("url").GetString() + "x")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        api.Scope = RepositoryApi.At(Role.Librarian, await api.Database.HasAsync(A.Library()));
        (await api.MutateAsync("requestListScan", $"listId: \"{list}\"", "url")).Code().ShouldBe("NOT_FOUND");
        api.Scope = group.Hub;
        (await AnswerAsync(api, list, "accepts: true")).GetProperty("list").GetProperty("receivedAt").ValueKind.ShouldBe(JsonValueKind.String);
        (await AnswerAsync(api, list, "accepts: true")).Code().ShouldBe("INVALID_INPUT", "acknowledged already");
    }

    [Fact]
    public async Task OrderOfLenders_IsTheGroups_AndCountsTheWay()
    {
        await using var api = await PlatformApi.StartAsync(clock: new FakeTimeProvider(A.Noon));
        var group = await GroupAsync(api);
        var far = await api.Database.HasAsync(Placed(23.5));
        var near = await api.Database.HasAsync(Placed(22.1));
        var home = await api.Database.HasAsync(Placed(22.0));
        foreach (var library in new[] { far, near, home })
            await api.Database.HasAsync(new Model.Sharing.Membership { GroupId = group.Key, LibraryId = library.Id, IsHub = false, JoinedOn = new DateOnly(2026, 9, 1) });
        var record = await api.Database.HasAsync(A.Record(far));
        foreach (var library in new[] { far, far, near })
            await api.Database.HasAsync(A.Item(record, libraryId: library.Id));
        api.Scope = group.Hub;
        (await api.MutateAsync("setLenderOrder", $"groupId: \"{group.Id}\", criteria: [NEAREST, NEAREST]", "criteria")).Code().ShouldBe("INVALID_INPUT");
        (await api.MutateAsync("setLenderOrder", $"groupId: \"{group.Id}\", criteria: [NEAREST, MOST_COPIES]", "criteria")).GetProperty("criteria").ToString().ShouldBe("""["NEAREST","MOST_COPIES"]""");

        api.Scope = RepositoryApi.At(Role.Librarian, home);
        (await api.MutateAsync("requestInterLibraryLoan", $"libraryId: \"{Id(home)}\", recordId: \"{GlobalId.Of("BibliographicRecord", record.Id)}\"", "interLibraryLoan { id }")).Code().ShouldBeNull();

        api.Scope = RepositoryApi.At(Role.Librarian, near);
        var offers = await api.DataAsync("{ interLibraryLoans { nodes { offers { nodes { position reason } } } } }");
        offers.ToString().ShouldContain("""{"position":1,"reason":"Đã cho mượn 0 lượt trong học kỳ; còn 1 bản; cách 11.1 km."}""");
    }

    [Fact]
    public async Task SchoolThatLeaves_IsExported_ForAnAdministratorOnly()
    {
        await using var api = await PlatformApi.StartAsync();
        var group = await GroupAsync(api);
        await api.Database.HasAsync(A.Item(await api.Database.HasAsync(A.Record(group.Member))));
        api.Scope = new Scope { Actor = "administrator", SeesAllLibraries = true, Permissions = RolePermissions.Of(Role.SystemAdministrator) };

        var export = await api.MutateAsync("exportSchool", $"libraryId: \"{Id(group.Member)}\"", "url sha256 rows files");

        var archive = await api.Http.GetByteArrayAsync(export.GetProperty("url").GetString());
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(archive)).ShouldBe(export.GetProperty("sha256").GetString());
        export.GetProperty("rows").GetInt64().ShouldBeGreaterThan(4);
        api.Scope = group.Hub;
        (await api.Http.GetAsync(export.GetProperty("url").GetString())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await api.AnswerAsync($"mutation {{ exportSchool(input: {{ libraryId: \"{Id(group.Member)}\" }}) {{ url }} }}")).ToString().ShouldContain("FORBIDDEN");
    }

    private static Task<JsonElement> SendAsync(PlatformApi api, string run) => api.MutateAsync("sendSemesterList", $"reportRunId: \"{run}\"", "list { id lines }");

    private static Task<JsonElement> AnswerAsync(PlatformApi api, string list, string answer) => api.MutateAsync("answerSemesterList", $"listId: \"{list}\", {answer}", "list { receivedAt returnReason }");

    private static string Id(Library library) => GlobalId.Of("Library", library.Id);

    private static Library Placed(double latitude)
    {
        var library = A.Library();
        (library.Latitude, library.Longitude) = (latitude, 104);
        return library;
    }

    private static async Task<Members> GroupAsync(PlatformApi api)
    {
        var (hub, member) = (await api.Database.HasAsync(A.Library()), await api.Database.HasAsync(A.Library()));
        var group = await api.Database.HasAsync(A.Group(hub, member));
        return new Members(group.Id, GlobalId.Of("LibraryGroup", group.Id), member, RepositoryApi.At(Role.HubLibrarian, hub, member) with { GroupIds = [group.Id] });
    }

    private sealed record Members(long Key, string Id, Library Member, Scope Hub);
}
