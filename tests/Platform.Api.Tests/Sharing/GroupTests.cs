using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Platform.Api.GraphQL.Reading;
using Platform.Api.Tests.Repository;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Repository;
using Platform.Model.Sharing;
using Platform.Model.Sharing.InterLibrary;
using Platform.Storage.Sharing;

namespace Platform.Api.Tests.Sharing;

/// <summary>A group over GraphQL: agreement, members, contributions, guidance, and what each member owes.</summary>
public sealed class GroupTests
{
    private const string Semester = "2026-2027-HK1";

    [Fact]
    public async Task Agreement_KeepsItsFormerWording()
    {
        await using var api = await StartAsync();
        var group = await GroupAsync(api);
        (await ArticleAsync(api, group, "Trao đổi tài liệu in", "2024-12-06")).Code().ShouldBeNull();
        (await ArticleAsync(api, group, "Luân chuyển tài liệu in", "2026-09-01")).Code().ShouldBeNull();
        (await ArticleAsync(api, group, "Sớm hơn", "2025-09-01")).Code().ShouldBe("LATER_ARTICLE");

        var data = await api.DataAsync($$"""{ group(id: "{{group.Id}}") { articles(order: [{ fromOn: ASC }]) { nodes { number title fromOn untilOn } } } }""");

        data.GetProperty("group").GetProperty("articles").GetProperty("nodes").ToString().ShouldBe(
            """[{"number":2,"title":"Trao đổi tài liệu in","fromOn":"2024-12-06","untilOn":"2026-08-31"},{"number":2,"title":"Luân chuyển tài liệu in","fromOn":"2026-09-01","untilOn":null}]""");
    }

    [Fact]
    public async Task Members_AreSignedInAndOutByTheHub_AndKeepTheirPast()
    {
        await using var api = await StartAsync();
        var group = await GroupAsync(api);
        var newcomer = await api.Database.HasAsync(A.Library());
        (await AdmitAsync(api, group, newcomer, "2024-01-01")).Code().ShouldBe("OUTSIDE_AGREEMENT");
        var joined = await AdmitAsync(api, group, newcomer, "2026-09-01");
        (await AdmitAsync(api, group, newcomer, "2026-10-01")).Code().ShouldBe("ALREADY_MEMBER");
        var membership = joined.GetProperty("membership").GetProperty("id").GetString()!;
        var loan = await api.Database.HasAsync(await LoanAsync(api, group, newcomer));

        (await LeaveAsync(api, membership, "2026-10-05")).ToString().ShouldContain("1 items are still on their way");
        loan.State = InterLibraryState.Closed;
        await using (var db = api.Database.Open())
        {
            db.Update(loan);
            await db.SaveChangesAsync();
        }
        (await LeaveAsync(api, membership, "2026-10-05")).GetProperty("membership").GetProperty("leftOn").GetString().ShouldBe("2026-10-05");

        api.Scope = RepositoryApi.At(Role.Librarian, newcomer);
        (await AdmitAsync(api, group, newcomer, "2026-10-10", allowed: false)).ToString().ShouldContain("FORBIDDEN");
    }

    [Fact]
    public async Task HubOfAnotherGroup_ChangesNothing()
    {
        await using var api = await StartAsync();
        var group = await GroupAsync(api);
        api.Scope = api.Scope with { GroupIds = [group.Key + 1] };

        (await ArticleAsync(api, group, "Khác", "2026-09-01")).Code().ShouldBe("NOT_PERMITTED");
        (await AdmitAsync(api, group, group.Member, "2026-10-01")).Code().ShouldBe("NOT_PERMITTED");
        (await api.MutateAsync("sendGuidance", $"groupId: \"{group.Id}\", title: \"a\", text: \"b\"", "message { title }")).Code().ShouldBe("NOT_PERMITTED");
    }

    [Fact]
    public async Task Hub_IsHandedOver_AndTheFormerOneStaysInThePast()
    {
        await using var api = await StartAsync();
        var group = await GroupAsync(api);

        (await api.MutateAsync("handOverHub", $"groupId: \"{group.Id}\", libraryId: \"{Id(group.Member)}\"", "membership { isHub joinedOn }"))
            .GetProperty("membership").ToString().ShouldBe("""{"isHub":true,"joinedOn":"2026-10-05"}""");
        (await api.MutateAsync("handOverHub", $"groupId: \"{group.Id}\", libraryId: \"{Id(group.Member)}\"", "membership { isHub }")).Code().ShouldBe("ALREADY_HUB");

        var data = await api.DataAsync("{ groups { nodes { memberships(order: [{ joinedOn: ASC }]) { nodes { isHub joinedOn leftOn } } } } }");
        data.GetProperty("groups").GetProperty("nodes")[0].GetProperty("memberships").GetProperty("nodes").EnumerateArray().Select(m => m.ToString()).Order().ShouldBe(
        [
            """{"isHub":false,"joinedOn":"2024-12-06","leftOn":"2026-10-04"}""",
            """{"isHub":false,"joinedOn":"2026-10-05","leftOn":null}""",
            """{"isHub":true,"joinedOn":"2024-12-06","leftOn":"2026-10-04"}""",
            """{"isHub":true,"joinedOn":"2026-10-05","leftOn":null}""",
        ]);
    }

    [Fact]
    public async Task ContributionsAndGuidance_ReachTheMembers_AndNobodyElse()
    {
        await using var api = await StartAsync();
        var group = await GroupAsync(api);
        (await ContributeAsync(api, group, 0, 0)).Code().ShouldBe("INVALID_INPUT");
        (await ContributeAsync(api, group, 2_000_000, 3)).Code().ShouldBeNull();
        (await api.MutateAsync("sendGuidance", $"groupId: \"{group.Id}\", title: \"Biên mục\", text: \"Dùng DDC 23.\"", "message { title }")).Code().ShouldBeNull();
        const string Asked = "{ memberContributions { nodes { amount staffDays } } guidanceMessages { nodes { title } } }";

        api.Scope = RepositoryApi.At(Role.Librarian, group.Member);
        (await api.DataAsync(Asked)).ToString().ShouldBe("""{"memberContributions":{"nodes":[{"amount":2000000,"staffDays":3}]},"guidanceMessages":{"nodes":[{"title":"Biên mục"}]}}""");
        api.Scope = RepositoryApi.At(Role.Librarian, await api.Database.HasAsync(A.Library()));
        (await api.DataAsync(Asked)).ToString().ShouldBe("""{"memberContributions":{"nodes":[]},"guidanceMessages":{"nodes":[]}}""");
    }

    [Fact]
    public async Task Obligations_AreCountedForEachMember_AndOneStatementServesOneOrFifty()
    {
        await using var api = await StartAsync();
        var group = await GroupAsync(api);
        (await DutyAsync(api, group, "2026-2027")).Code().ShouldBe("INVALID_INPUT");
        (await DutyAsync(api, group, Semester)).Code().ShouldBeNull();
        await HasCountedAsync(api, group.Member, A.Today);
        await HasCountedAsync(api, group.Member, new DateOnly(2026, 7, 31)); // the semester before
        var asked = $$"""{ semesterObligations(groupId: "{{group.Id}}", semester: "{{Semester}}") { libraryCode duties { kind required done isMet isOverdue } } }""";

        var all = (await api.DataAsync(asked)).GetProperty("semesterObligations");

        all.GetArrayLength().ShouldBe(2);
        all.EnumerateArray().Single(m => m.GetProperty("libraryCode").GetString() == group.Member.Code).GetProperty("duties").ToString().ShouldBe(
            """
            [{"kind":"E_RESOURCES","required":2,"done":1,"isMet":false,"isOverdue":false},{"kind":"ROTATION","required":1,"done":0,"isMet":false,"isOverdue":false},{"kind":"E_RESOURCE_LIST","required":1,"done":0,"isMet":false,"isOverdue":false},{"kind":"INTER_LIBRARY_LIST","required":1,"done":0,"isMet":false,"isOverdue":false}]
            """.Trim());
        api.Scope = new Scope { Actor = "administrator", SeesAllLibraries = true, Permissions = RolePermissions.Of(Role.SystemAdministrator) };
        var few = await StatementsAsync(api, asked);
        for (var i = 0; i < 48; i++)
            await api.Database.HasAsync(new Membership { GroupId = group.Key, LibraryId = (await api.Database.HasAsync(A.Library())).Id, IsHub = false, JoinedOn = new DateOnly(2026, 9, 1) });
        (await StatementsAsync(api, asked)).ShouldBe(few);
        (await api.DataAsync(asked)).GetProperty("semesterObligations").GetArrayLength().ShouldBe(50);
        api.Scope = RepositoryApi.At(Role.Librarian, group.Member);
        (await api.DataAsync(asked)).GetProperty("semesterObligations").GetArrayLength().ShouldBe(1, "another member's progress is not shown to a member");
    }

    [Fact]
    public async Task Reminders_AreRaisedOnceForEachStep()
    {
        var clock = new FakeTimeProvider(A.Noon);
        await using var api = await StartAsync(clock);
        var group = await GroupAsync(api);
        (await DutyAsync(api, group, Semester, "2026-10-15")).Code().ShouldBeNull();
        await HasCountedAsync(api, group.Member, A.Today);
        await HasCountedAsync(api, group.Member, A.Today);
        var reminding = new Reminding(api.Database.Databases, clock);

        (await reminding.RunAsync(CancellationToken.None)).ShouldBe(7, "four duties of the hub, three of the member");
        (await reminding.RunAsync(CancellationToken.None)).ShouldBe(0);
        clock.Advance(TimeSpan.FromDays(8));
        (await reminding.RunAsync(CancellationToken.None)).ShouldBe(7);

        api.Scope = RepositoryApi.At(Role.Librarian, group.Member);
        var data = await api.DataAsync("{ reminders(order: [{ raisedAt: ASC }], where: { kind: { eq: ROTATION } }) { nodes { text dueOn } } }");
        data.GetProperty("reminders").GetProperty("nodes")[0].ToString().ShouldBe(
            """{"text":"Học kỳ 2026-2027-HK1: thư viện chưa tham gia luân chuyển tài liệu in. Hạn: 15/10/2026.","dueOn":"2026-10-15"}""");
    }

    private static async Task<int> StatementsAsync(PlatformApi api, string query)
    {
        var before = api.Database.Sql.Count;
        await api.DataAsync(query);
        return api.Database.Sql.Count - before;
    }

    private static Task<JsonElement> ArticleAsync(PlatformApi api, Members group, string title, string from) => api.MutateAsync(
        "setAgreementArticle", $"groupId: \"{group.Id}\", number: 2, title: \"{title}\", text: \"Mỗi học kỳ.\", fromOn: \"{from}\"", "article { title }");

    private static async Task<JsonElement> AdmitAsync(PlatformApi api, Members group, Library library, string on, bool allowed = true)
    {
        var input = $"groupId: \"{group.Id}\", libraryCode: \"{library.Code}\", joinedOn: \"{on}\"";
        return allowed
            ? await api.MutateAsync("admitMember", input, "membership { id }")
            : await api.AnswerAsync($"mutation {{ admitMember(input: {{ {input} }}) {{ errors {{ __typename }} }} }}");
    }

    private static Task<JsonElement> LeaveAsync(PlatformApi api, string membership, string on) =>
        api.MutateAsync("endMembership", $"membershipId: \"{membership}\", leftOn: \"{on}\"", "membership { leftOn }");

    private static Task<JsonElement> ContributeAsync(PlatformApi api, Members group, long amount, int days) => api.MutateAsync(
        "recordContribution",
        $"groupId: \"{group.Id}\", libraryId: \"{Id(group.Member)}\", schoolYear: 2026, amount: {amount}, staffDays: {days}, givenOn: \"2026-10-01\"",
        "contribution { amount }");

    private static Task<JsonElement> DutyAsync(PlatformApi api, Members group, string semester, string due = "2027-01-10") => api.MutateAsync(
        "setSemesterDuty", $"groupId: \"{group.Id}\", semester: \"{semester}\", fewestEResources: 2, rotates: true, listsDueOn: \"{due}\"", "duty { semester }");

    private static async Task HasCountedAsync(PlatformApi api, Library library, DateOnly on)
    {
        var resource = A.Resource(library);
        (resource.ContributedOn, resource.CountsAsElearning, resource.ElearningReason) = (on, true, ElearningReason.TaughtLesson);
        await api.Database.HasAsync(resource);
    }

    private static async Task<InterLibraryLoan> LoanAsync(PlatformApi api, Members group, Library lender)
    {
        var record = await api.Database.HasAsync(A.Record(lender));
        return new InterLibraryLoan { GroupId = group.Key, BorrowerId = group.Member.Id, LenderId = lender.Id, RecordId = record.Id, RequestedOn = A.Today, State = InterLibraryState.Arrived };
    }

    private static string Id(Library library) => GlobalId.Of("Library", library.Id);

    private static Task<PlatformApi> StartAsync(TimeProvider? clock = null) => PlatformApi.StartAsync(clock: clock ?? new FakeTimeProvider(A.Noon));

    /// <summary>A hub and a member; the hub's librarian asks.</summary>
    private static async Task<Members> GroupAsync(PlatformApi api)
    {
        var (hub, member) = (await api.Database.HasAsync(A.Library()), await api.Database.HasAsync(A.Library()));
        var group = await api.Database.HasAsync(A.Group(hub, member));
        api.Scope = RepositoryApi.At(Role.HubLibrarian, hub, member) with { GroupIds = [group.Id] };
        return new Members(group.Id, GlobalId.Of("LibraryGroup", group.Id), hub, member);
    }

    private sealed record Members(long Key, string Id, Library Hub, Library Member);
}
