using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Libraries;
using Platform.Model.Patrons;

namespace Platform.Api.Tests.Reporting;

/// <summary>A report on its whole way over GraphQL: closed, sent, rejected, corrected, approved; its files, its code, its history.</summary>
public sealed class SubmissionFlowTests
{
    private const string Errors = "errors { ... on Error { code message } }";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 2, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task RejectedReport_IsCorrectedAndApproved_AndItsHistoryIsReadable()
    {
        await using var api = await PlatformApi.StartAsync(clock: _clock);
        var (library, run) = await ClosedAsync(api);
        await DoAsync(api, "submitReport", new { reportRunId = run });
        await DoAsync(api, "reviewReport", new { reportRunId = run, decision = "REJECT", message = "Thiếu sách giáo khoa tháng 10." });
        await LateBookAsync(api);

        (await DoAsync(api, "correctReport", new { reportRunId = run, reason = "Bổ sung sách vào sổ muộn." })).ShouldBeEmpty();
        await DoAsync(api, "submitReport", new { reportRunId = run });
        await DoAsync(api, "reviewReport", new { reportRunId = run, decision = "APPROVE" });

        var report = (await api.DataAsync(
            """
            query ($run: ID!) { reportRun(id: $run) {
              state currentSnapshot changedSinceApproval changes { table row column before after }
              steps(first: 10) { nodes { action state snapshot message } } } }
            """, new { run })).GetProperty("reportRun");
        report.GetProperty("state").GetString().ShouldBe("APPROVED");
        report.GetProperty("changedSinceApproval").GetInt32().ShouldBe(0);
        report.GetProperty("changes").EnumerateArray().Select(c => $"{c.GetProperty("row")} {c.GetProperty("column")} {c.GetProperty("before")}→{c.GetProperty("after")}")
            .ShouldContain("SGK copies 0→1");
        report.GetProperty("steps").GetProperty("nodes").EnumerateArray().Select(s => $"{s.GetProperty("action")} {s.GetProperty("snapshot")} {s.GetProperty("message")}").ShouldBe(
            ["SUBMIT 1 ", "REJECT 1 Thiếu sách giáo khoa tháng 10.", "CORRECT 2 Bổ sung sách vào sổ muộn.", "SUBMIT 2 ", "APPROVE 2 "]);
        library.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("reviewReport", """{"decision":"APPROVE"}""", "SUBMISSION_NOT_TAKEN", "Trạng thái hiện tại của báo cáo không cho phép bước này.")]
    [InlineData("reviewReport", """{"decision":"REFUSE_UNLOCK","message":"Không"}""", "SUBMISSION_NOT_TAKEN", "Trạng thái hiện tại của báo cáo không cho phép bước này.")]
    [InlineData("correctReport", """{"reason":" "}""", "SUBMISSION_NOT_TAKEN", "Bước này cần ghi lý do.")]
    [InlineData("correctReport", """{"reason":"Thử"}""", "SUBMISSION_NOT_TAKEN", "Số liệu hiện tại không khác bản đã chốt: không có gì để đính chính.")]
    public async Task StepThatTheStateForbids_IsRefused(string mutation, string rest, string code, string message)
    {
        await using var api = await PlatformApi.StartAsync(clock: _clock);
        var (_, run) = await ClosedAsync(api);
        api.Http.DefaultRequestHeaders.Add("Accept-Language", "vi");
        var input = JsonSerializer.Deserialize<Dictionary<string, object>>(rest)!;
        input["reportRunId"] = run;

        (await DoAsync(api, mutation, input)).ShouldBe([$"{code} {message}"]);
    }

    [Fact]
    public async Task CodeOnPaper_IsVerifiedByAnybody_AndSupersededByACorrection()
    {
        await using var api = await PlatformApi.StartAsync(clock: _clock);
        var (_, run) = await ClosedAsync(api);
        var hash = (await api.DataAsync("query ($run: ID!) { reportRun(id: $run) { hash } }", new { run })).GetProperty("reportRun").GetProperty("hash").GetString()!;
        await LateBookAsync(api);

        (await VerdictAsync(api, hash)).ShouldBe("HOLDS R-01 2026-10 1");
        (await VerdictAsync(api, $"https://thuvien.example/verify?{hash.ToUpperInvariant().Insert(30, " ")}")).ShouldBe("HOLDS R-01 2026-10 1");
        await DoAsync(api, "correctReport", new { reportRunId = run, reason = "Sách vào sổ muộn." });

        (await VerdictAsync(api, hash)).ShouldBe("SUPERSEDED R-01 2026-10 1");
        (await VerdictAsync(api, new string('0', 64))).ShouldBe("UNKNOWN   ");
        (await VerdictAsync(api, "xin chào")).ShouldBe("UNREADABLE   ");
    }

    [Theory]
    [InlineData("PDF", "application/pdf")]
    [InlineData("XML", "application/xml")]
    public async Task File_IsGivenToTheHolderOfTheLinkUntilItExpires(string format, string mediaType)
    {
        await using var api = await PlatformApi.StartAsync(clock: _clock);
        var (_, run) = await ClosedAsync(api);
        var url = (await api.DataAsync($"mutation ($input: RequestReportFileInput!) {{ requestReportFile(input: $input) {{ url {Errors} }} }}", new { input = new { reportRunId = run, format } }))
            .GetProperty("requestReportFile").GetProperty("url").GetString()!;
        api.Scope = Scope.Anonymous;

        using var file = await api.Http.GetAsync(new Uri(url, UriKind.Relative));
        using var changed = await api.Http.GetAsync(new Uri(url.Replace(".1.", ".2.", StringComparison.Ordinal), UriKind.Relative));
        _clock.Advance(TimeSpan.FromMinutes(16));
        using var late = await api.Http.GetAsync(new Uri(url, UriKind.Relative));

        file.Content.Headers.ContentType!.MediaType.ShouldBe(mediaType);
        (await file.Content.ReadAsByteArrayAsync()).Length.ShouldBeGreaterThan(500);
        ((int)changed.StatusCode, (int)late.StatusCode).ShouldBe((403, 403));
    }

    [Fact]
    public async Task Office_SeesWhoIsLate()
    {
        await using var api = await PlatformApi.StartAsync(clock: _clock);
        await ClosedAsync(api);
        await api.Database.HasAsync(A.Library(code: "HUB-2", name: "Trường THCS Bản Lầu"));
        _clock.Advance(TimeSpan.FromDays(4));

        var data = await api.DataAsync("""{ reportStandings(report: "R-01", period: "2026-10") { dueOn isDueConfirmed total closed late schools { code state isLate } } }""");

        data.ToString().ShouldBe("""{"reportStandings":{"dueOn":"2026-11-05","isDueConfirmed":false,"total":2,"closed":1,"late":2,"schools":[{"code":"HUB","state":"DRAFT","isLate":true},{"code":"HUB-2","state":null,"isLate":true}]}}""");
    }

    [Fact]
    public async Task ClassWithoutGrade_IsOneCauseForAllItsLoans()
    {
        await using var api = await PlatformApi.StartAsync(clock: _clock);
        var (libraryId, _) = await ClosedAsync(api);
        var library = api.Database.Open().Libraries.First();
        var record = await api.Database.HasAsync(A.Record(library));
        for (var pupil = 0; pupil < 4; pupil++)
        {
            var patron = A.Patron(library);
            (patron.Grade, patron.ClassName) = (null, "3A");
            await api.Database.HasAsync(patron);
            await api.Database.HasAsync(A.Loan(await api.Database.HasAsync(A.Item(record)), patron, new DateOnly(2026, 10, 5 + pupil)));
        }

        var data = await api.DataAsync("query ($id: ID!) { diagnoseReport(libraryId: $id, report: \"R-02\", period: \"2026-2027-HK1\") { cause clears vietnamese } }", new { id = libraryId });

        data.GetProperty("diagnoseReport").EnumerateArray().Where(f => f.GetProperty("cause").GetString() == "CLASS_WITHOUT_GRADE").Select(f => f.ToString()).ShouldBe(
            ["""{"cause":"CLASS_WITHOUT_GRADE","clears":4,"vietnamese":"Lớp 3A chưa ghi khối: 4 lượt mượn của 4 học sinh không xếp được vào khối nào."}"""]);
    }

    [Fact]
    public async Task Evaluation_SaysTheGapAndTheTrialClosesIt()
    {
        await using var api = await PlatformApi.StartAsync(clock: _clock);
        var (libraryId, _) = await ClosedAsync(api);
        await api.Database.HasAsync(A.Patron(api.Database.Open().Libraries.First(), PatronCategory.Pupil));
        const string query = """
            query ($id: ID!, $add: [StandardAdditionInput!]) { evaluateLibrary(libraryId: $id, period: "2026-2027", add: $add) {
              criteria { code value perValue verdict gap } shortestPath { level input amount } } }
            """;

        var now = (await api.DataAsync(query, new { id = libraryId })).GetProperty("evaluateLibrary");
        var trial = (await api.DataAsync(query, new { id = libraryId, add = new[] { new { input = "BOOKS", amount = 3 } } })).GetProperty("evaluateLibrary");

        // A primary school asks three books a pupil; there is one pupil and no book.
        now.GetProperty("criteria")[0].ToString().ShouldBe("""{"code":"1.1.1","value":0,"perValue":1,"verdict":"NOT_MET","gap":"thiếu 3 bản sách"}""");
        now.GetProperty("shortestPath")[0].ToString().ShouldBe("""{"level":1,"input":"BOOKS","amount":3}""");
        trial.GetProperty("criteria")[0].ToString().ShouldBe("""{"code":"1.1.1","value":3,"perValue":1,"verdict":"MET","gap":null}""");
    }

    [Fact]
    public async Task Narrative_IsVersionedAndGoesIntoTheReport()
    {
        await using var api = await PlatformApi.StartAsync(clock: _clock);
        var (libraryId, run) = await ClosedAsync(api);
        var section = (await api.DataAsync("{ reportDefinitions { code narratives { code } } }")).GetProperty("reportDefinitions").EnumerateArray()
            .First(d => d.GetProperty("code").GetString() == "R-01").GetProperty("narratives")[0].GetProperty("code").GetString()!;
        object Input(string text, int after) => new { libraryId, report = "R-01", period = "2026-10", section, text, after };

        (await DoAsync(api, "writeNarrative", Input("Bản nháp", 0))).ShouldBeEmpty();
        (await DoAsync(api, "writeNarrative", Input("Đề nghị bổ sung sách thiếu nhi.", 1))).ShouldBeEmpty();
        (await DoAsync(api, "writeNarrative", Input("Người khác", 1))).Single().ShouldStartWith("STALE_VERSION");
        (await DoAsync(api, "correctReport", new { reportRunId = run, reason = "Thêm đề nghị." })).ShouldBeEmpty();

        (await api.DataAsync("{ reportNarratives { nodes { number text } } }")).GetProperty("reportNarratives").GetProperty("nodes").GetArrayLength().ShouldBe(2);
    }

    private static async Task<string> VerdictAsync(PlatformApi api, string hash)
    {
        var v = (await api.DataAsync("query ($hash: String!) { verifyReport(hash: $hash) { verdict report period snapshot } }", new { hash })).GetProperty("verifyReport");
        return $"{v.GetProperty("verdict")} {v.GetProperty("report")} {v.GetProperty("period")} {v.GetProperty("snapshot")}";
    }

    private static async Task LateBookAsync(PlatformApi api)
    {
        await using var db = api.Database.Open();
        var item = A.Item(await api.Database.HasAsync(A.Record(db.Libraries.First())), ItemType.Textbook, "GK.00099");
        item.AcquiredOn = new DateOnly(2026, 10, 15);
        await api.Database.HasAsync(item);
    }

    private static async Task<(string LibraryId, string RunId)> ClosedAsync(PlatformApi api)
    {
        await api.Database.HasAsync(A.Library("HUB", "Trường Tiểu học Bản Lầu", SchoolLevel.Primary));
        api.Scope = Scope.System;
        var libraryId = (await api.DataAsync("{ library(code: \"HUB\") { id } }")).GetProperty("library").GetProperty("id").GetString()!;
        var data = await api.DataAsync(
            $"mutation ($input: CloseReportInput!) {{ closeReport(input: $input) {{ reportRun {{ id }} {Errors} }} }}", new { input = new { report = "R-01", libraryId, period = "2026-10" } });
        return (libraryId, data.GetProperty("closeReport").GetProperty("reportRun").GetProperty("id").GetString()!);
    }

    private static async Task<List<string>> DoAsync(PlatformApi api, string mutation, object input)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..];
        var data = await api.DataAsync($"mutation ($input: {type}Input!) {{ {mutation}(input: $input) {{ {Errors} }} }}", new { input });
        return [.. data.GetProperty(mutation).GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("code")} {e.GetProperty("message")}")];
    }
}
