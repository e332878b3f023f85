using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Platform.Api.GraphQL.Reading;
using Platform.Api.Tests.Repository;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Reporting.Definitions;
using Platform.Reporting.Runs;
using Platform.Reporting.Scheduling;
using Platform.Reporting.Snapshots;
using Platform.Storage;

namespace Platform.Api.Tests.Reporting;

/// <summary>A closed report read over GraphQL: every figure opens to the rows behind it.</summary>
public sealed class ReportRunTests
{
    private const string Query = """
        {
          reportRuns(first: 1) {
            nodes {
              id definitionCode period hash library { code }
              tables { code columns { code } rows { label cells { number value contributors(first: 100) { totalCount nodes { amount on label subjectId } } } } }
            }
          }
        }
        """;

    // Every figure with a hundred rows behind it is more than one operation may cost by default.
    private static Dictionary<string, string> ManyFigures => new() { ["Costs:MostPerOperation"] = "1000000", ["Costs:Reports:PointsPerMinute"] = "100000000", ["Costs:Portal:PointsPerMinute"] = "100000000", ["Costs:Desk:PointsPerMinute"] = "100000000", ["Costs:Sync:PointsPerMinute"] = "100000000" };

    [Fact]
    public async Task EveryFigure_IsTheSumOfItsContributors_AtTheSchoolAndAboveIt()
    {
        await using var api = await PlatformApi.StartAsync(ManyFigures);
        api.Scope = Scope.System;
        await ClosedReportAsync(api);

        var run = (await api.DataAsync(Query)).GetProperty("reportRuns").GetProperty("nodes")[0];

        run.GetProperty("period").GetString().ShouldBe("2026-09");
        var cells = run.GetProperty("tables").EnumerateArray().SelectMany(t => t.GetProperty("rows").EnumerateArray()).SelectMany(r => r.GetProperty("cells").EnumerateArray()).ToList();
        cells.ShouldContain(cell => cell.GetProperty("value").GetInt64() > 0);
        foreach (var cell in cells)
            cell.GetProperty("contributors").GetProperty("nodes").EnumerateArray().Sum(node => node.GetProperty("amount").GetInt64()).ShouldBe(cell.GetProperty("value").GetInt64());

        var summary = (await api.DataAsync("""{ reportSummary(report: "R-01", period: "2026-09", organisation: "XA") { reported expected missing tables { rows { cells { value parts { code value cell reportRunId } } } } } }""")).GetProperty("reportSummary");
        (summary.GetProperty("reported").GetInt32(), summary.GetProperty("expected").GetInt32(), summary.GetProperty("missing").GetArrayLength()).ShouldBe((1, 1, 0));
        var parts = summary.GetProperty("tables").EnumerateArray().SelectMany(t => t.GetProperty("rows").EnumerateArray()).SelectMany(r => r.GetProperty("cells").EnumerateArray()).SelectMany(c => c.GetProperty("parts").EnumerateArray())
            .Where(p => p.GetProperty("cell").ValueKind is JsonValueKind.Number).ToList();
        parts.ShouldContain(part => part.GetProperty("value").GetInt64() > 0);
        parts.ShouldAllBe(part => part.GetProperty("reportRunId").GetString() == run.GetProperty("id").GetString()
            && cells.Exists(cell => cell.GetProperty("number").GetInt32() == part.GetProperty("cell").GetInt32() && cell.GetProperty("value").GetInt64() == part.GetProperty("value").GetInt64()));
    }

    [Fact]
    public async Task Contributors_ArePagedByCursor()
    {
        await using var api = await PlatformApi.StartAsync(ManyFigures);
        api.Scope = Scope.System;
        await ClosedReportAsync(api);
        var cell = await LargestCellAsync(api, "");
        cell.GetProperty("nodes").GetArrayLength().ShouldBe(1);
        cell.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean().ShouldBeTrue();

        var next = await LargestCellAsync(api, $", after: \"{cell.GetProperty("pageInfo").GetProperty("endCursor").GetString()}\"");

        next.GetProperty("nodes")[0].ToString().ShouldNotBe(cell.GetProperty("nodes")[0].ToString());
    }

    [Fact]
    public async Task Report_IsReadWithAConstantNumberOfStatements()
    {
        await using var api = await PlatformApi.StartAsync(ManyFigures);
        api.Scope = Scope.System;
        await ClosedReportAsync(api);
        await api.DataAsync(Query);
        api.Database.Sql.Clear();

        await api.DataAsync(Query);

        api.Database.Sql.Count.ShouldBe(5); // runs, libraries, snapshots, the chunks of all cells, what these are about
    }

    [Fact]
    public async Task ReportOfAnotherLibrary_IsNotThere()
    {
        await using var api = await PlatformApi.StartAsync(ManyFigures);
        api.Scope = Scope.System;
        await ClosedReportAsync(api);
        var id = (await api.DataAsync("{ reportRuns { nodes { id } } }")).GetProperty("reportRuns").GetProperty("nodes")[0].GetProperty("id").GetString();
        api.Scope = new Scope { Actor = "other", LibraryIds = [999], Permissions = new HashSet<Permission> { Permission.ReadCatalogue, Permission.ReadReports } };

        (await api.DataAsync("query ($id: ID!) { reportRun(id: $id) { id } node(id: $id) { id } reportRuns { totalCount } }", new { id })).ToString()
            .ShouldBe("""{"reportRun":null,"node":null,"reportRuns":{"totalCount":0}}""");
    }

    [Fact]
    public async Task FiguresAboutReaders_OpenAtTheSchoolOnly_AndOthersToWhomNothingWasSentSeeNone()
    {
        await using var api = await PlatformApi.StartAsync(ManyFigures);
        api.Scope = Scope.System;
        await ClosedReportAsync(api);
        await using var db = api.Database.Open();
        var library = db.Libraries.Single();
        var id = GlobalId.Of("ReportRun", db.ReportRuns.Single().Id);

        api.Scope = RepositoryApi.At(Role.Librarian, library);
        (await LoansOfPupilsAsync(api)).ShouldBe("""3 of 3 rows, withheld: False; left out: """);
        api.Scope = RepositoryApi.At(Role.EducationOffice, library);
        (await LoansOfPupilsAsync(api)).ShouldBe("""3 of 0 rows, withheld: True; left out: """, "the form is the office's, what single children did is not");
        (await FileAsync(api, id)).ShouldStartWith("/files/reports/");
        api.Scope = RepositoryApi.At(Role.HubLibrarian, library);
        (await LoansOfPupilsAsync(api)).ShouldBe("no figure; left out: use", "month, semester and year overlap");
        (await StockAsync(api)).ShouldBeGreaterThan(0, "what is about books is for all");
        (await FileAsync(api, id)).ShouldBe("REPORT_WITHHELD");
        (await SummaryFiguresAsync(api)).ShouldBe((0, true));

        db.ReportRuns.Single().State = SubmissionState.Draft;
        await db.SaveChangesAsync();
        api.Scope = RepositoryApi.At(Role.EducationOffice, library);
        (await LoansOfPupilsAsync(api)).ShouldBe("no figure; left out: use", "a draft was sent to nobody");
        (await FileAsync(api, id)).ShouldBe("REPORT_WITHHELD");
    }

    [Fact]
    public async Task RegisterOfReaders_StaysAtTheSchool()
    {
        await using var api = await PlatformApi.StartAsync(ManyFigures);
        api.Scope = Scope.System;
        await ClosedReportAsync(api, "S-06");
        await using var db = api.Database.Open();
        var (library, run) = (db.Libraries.Single(), db.ReportRuns.Single());
        const string rows = "{ reportRuns { nodes { tables { rows { label isTotal } } } } }";

        api.Scope = RepositoryApi.At(Role.Librarian, library);
        (await api.DataAsync(rows)).ToString().ShouldContain("K6-001");
        api.Scope = RepositoryApi.At(Role.EducationOffice, library);
        (await api.DataAsync(rows)).ToString().ShouldNotContain("\"isTotal\":false");
        (await FileAsync(api, GlobalId.Of("ReportRun", run.Id))).ShouldBe("REPORT_WITHHELD");
    }

    private static async Task<string> LoansOfPupilsAsync(PlatformApi api)
    {
        var data = await api.DataAsync("{ reportRuns { nodes { tables { code rows { code withheld cells { value metric contributors(first: 5) { totalCount isWithheld nodes { label } } } } } } } }");
        var row = data.GetProperty("reportRuns").GetProperty("nodes")[0].GetProperty("tables").EnumerateArray().Single(t => t.GetProperty("code").GetString() == "use")
            .GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("code").GetString() == "HS");
        var leftOut = string.Join(" ", row.GetProperty("withheld").EnumerateArray().Select(_ => "use").Distinct());
        var cells = row.GetProperty("cells").EnumerateArray().ToList();
        if (cells.Count == 0)
            return $"no figure; left out: {leftOut}";
        var largest = cells.MaxBy(cell => cell.GetProperty("value").GetInt64());
        var rows = largest.GetProperty("contributors");
        rows.GetProperty("nodes").GetArrayLength().ShouldBe(rows.GetProperty("totalCount").GetInt32());
        return $"{largest.GetProperty("value")} of {rows.GetProperty("totalCount")} rows, withheld: {rows.GetProperty("isWithheld").GetBoolean()}; left out: {leftOut}";
    }

    private static async Task<long> StockAsync(PlatformApi api)
    {
        var data = await api.DataAsync("{ reportRuns { nodes { tables { rows { cells { value metric contributors(first: 5) { totalCount isWithheld } } } } } } }");
        var cells = data.GetProperty("reportRuns").GetProperty("nodes")[0].GetProperty("tables").EnumerateArray().SelectMany(t => t.GetProperty("rows").EnumerateArray()).SelectMany(r => r.GetProperty("cells").EnumerateArray()).ToList();
        cells.ShouldAllBe(cell => !cell.GetProperty("contributors").GetProperty("isWithheld").GetBoolean());
        return cells.Count;
    }

    private static async Task<(int Loans, bool IsLeftOut)> SummaryFiguresAsync(PlatformApi api)
    {
        var data = await api.DataAsync("""{ reportSummary(report: "R-01", period: "2026-09", organisation: "XA") { tables { code rows { code withheld cells { value } } } } }""");
        var row = data.GetProperty("reportSummary").GetProperty("tables").EnumerateArray().Single(t => t.GetProperty("code").GetString() == "use")
            .GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("code").GetString() == "HS");
        return (row.GetProperty("cells").GetArrayLength(), row.GetProperty("withheld").GetArrayLength() > 0);
    }

    private static async Task<string> FileAsync(PlatformApi api, string id)
    {
        var payload = (await api.DataAsync("mutation ($id: ID!) { requestReportFile(input: { reportRunId: $id, format: PDF }) { url errors { ... on Error { code } } } }", new { id })).GetProperty("requestReportFile");
        return payload.GetProperty("url").GetString() ?? payload.GetProperty("errors")[0].GetProperty("code").GetString()!; // no link, so an error
    }

    private static async Task<JsonElement> LargestCellAsync(PlatformApi api, string after)
    {
        var data = await api.DataAsync($$"""{ reportRuns(first: 1) { nodes { tables { rows { cells { value contributors(first: 1{{after}}) { nodes { label on subjectId } pageInfo { hasNextPage endCursor } } } } } } } }""");
        return data.GetProperty("reportRuns").GetProperty("nodes")[0].GetProperty("tables").EnumerateArray()
            .SelectMany(t => t.GetProperty("rows").EnumerateArray()).SelectMany(r => r.GetProperty("cells").EnumerateArray())
            .MaxBy(cell => cell.GetProperty("value").GetInt64()).GetProperty("contributors");
    }

    private static async Task ClosedReportAsync(PlatformApi api, string report = "R-01")
    {
        var library = await api.Database.HasAsync(A.Library(code: "HUB"));
        var record = await api.Database.HasAsync(A.Record(library));
        var patron = await api.Database.HasAsync(A.Patron(library));
        for (var day = 1; day <= 3; day++)
        {
            var loan = A.Loan(await api.Database.HasAsync(A.Item(record)), patron, new DateOnly(2026, 9, day));
            await api.Database.HasAsync(loan);
        }
        var databases = new LibraryDbFactory(
            Options.Create(new StorageOptions { ConnectionString = api.Database.ConnectionString }), TimeProvider.System, NullLoggerFactory.Instance);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 10, 5, 0, 0, 0, TimeSpan.Zero));
        var catalogue = DefinitionCatalogue.Load();
        var runner = new ReportRunner(databases, catalogue, new SnapshotBuilder(catalogue), Options.Create(new ReportingOptions()), clock, NullLogger<ReportRunner>.Instance);
        var outcome = await runner.RunAsync(new ReportRequest(report, "HUB", "2026-09"), CancellationToken.None);
        outcome.Refusal.ShouldBeNull(outcome.Message);
        var commune = await api.Database.HasAsync(new Organisation { Code = "XA", Name = "UBND xã", Kind = OrganisationKind.Commune });
        await api.Database.HasAsync(new LibraryParent { LibraryId = library.Id, OrganisationId = commune.Id, FromOn = new DateOnly(2025, 7, 1) });
        await using var db = api.Database.Open();
        db.ReportRuns.Single().State = SubmissionState.Approved;
        await db.SaveChangesAsync();
    }
}
