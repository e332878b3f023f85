using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Platform.Model.Access;

namespace Platform.Api.Tests.Reporting;

/// <summary>Closing a period over GraphQL, and how a mutation answers.</summary>
public sealed class CloseReportTests
{
    private const string Mutation = """
        mutation ($input: CloseReportInput!) {
          closeReport(input: $input) { reportRun { period library { code } } errors { __typename ... on Error { code message } ... on ReportNotClosed { reason } } }
        }
        """;

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 10, 5, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task EndedPeriod_IsClosedOnce()
    {
        await using var api = await PlatformApi.StartAsync(clock: _clock);
        api.Scope = Scope.System;
        var input = new { report = "R-01", libraryId = await LibraryIdAsync(api), period = "2026-09" };

        var first = await api.DataAsync(Mutation, new { input });
        var second = await api.DataAsync(Mutation, new { input });

        first.ToString().ShouldBe("""{"closeReport":{"reportRun":{"period":"2026-09","library":{"code":"HUB"}},"errors":[]}}""");
        second.ToString().ShouldBe(first.ToString());
        (await api.DataAsync("{ reportRuns { totalCount } }")).ToString().ShouldBe("""{"reportRuns":{"totalCount":1}}""");
    }

    [Theory]
    [InlineData("en", "The period '2026-10' ends on 2026-10-31: it can be closed from the day after.")]
    [InlineData("vi-VN, en;q=0.5", "Kỳ báo cáo chưa kết thúc: có thể chốt từ ngày hôm sau.")]
    public async Task PeriodThatIsNotOver_IsRefusedInTheLanguageAskedFor(string language, string message)
    {
        await using var api = await PlatformApi.StartAsync(clock: _clock);
        api.Scope = Scope.System;
        api.Http.DefaultRequestHeaders.Add("Accept-Language", language);

        var data = await api.DataAsync(Mutation, new { input = new { report = "R-01", libraryId = await LibraryIdAsync(api), period = "2026-10" } });

        data.ToString().ShouldBe($$$"""{"closeReport":{"reportRun":null,"errors":[{"__typename":"ReportNotClosed","code":"REPORT_NOT_CLOSED","message":"{{{message}}}","reason":"PERIOD_NOT_OVER"}]}}""");
    }

    [Fact]
    public async Task LibraryOfOthers_IsNotPermitted()
    {
        await using var api = await PlatformApi.StartAsync(clock: _clock);
        var libraryId = await LibraryIdAsync(api);
        api.Scope = new Scope { Actor = "librarian", LibraryIds = [99], Permissions = new HashSet<Permission> { Permission.ReadCatalogue, Permission.ReadReports, Permission.EditReports } };

        var data = await api.DataAsync(Mutation, new { input = new { report = "R-01", libraryId, period = "2026-09" } });

        data.GetProperty("closeReport").GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("NOT_PERMITTED");
    }

    [Fact]
    public async Task AnonymousCaller_IsToldToSignIn()
    {
        await using var api = await PlatformApi.StartAsync(clock: _clock);

        using var response = await api.PostAsync(Mutation, new { input = new { report = "R-01", libraryId = await LibraryIdAsync(api), period = "2026-09" } });

        ((int)response.StatusCode).ShouldBe(401);
        (await response.Content.ReadAsStringAsync()).ShouldContain("Mutation.closeReport needs the permission EDIT_REPORTS: sign in.");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("SXRlbTox")]
    public async Task IdOfAnotherType_IsRefusedBeforeAnythingRuns(string libraryId)
    {
        await using var api = await PlatformApi.StartAsync(clock: _clock);
        api.Scope = Scope.System;

        using var response = await api.PostAsync(Mutation, new { input = new { report = "R-01", libraryId, period = "2026-09" } });
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        ((int)response.StatusCode).ShouldBe(400);
        answer.GetProperty("errors")[0].GetProperty("message").GetString()!.ShouldContain($"'{libraryId}' is no id of a Library.");
    }

    private static async Task<string> LibraryIdAsync(PlatformApi api)
    {
        await api.Database.HasAsync(A.Library(code: "HUB"));
        return (await api.DataAsync("{ library(code: \"HUB\") { id } }")).GetProperty("library").GetProperty("id").GetString()!;
    }
}
