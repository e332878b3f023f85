using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
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

    private static async Task<JsonElement> LargestCellAsync(PlatformApi api, string after)
    {
        var data = await api.DataAsync($$"""{ reportRuns(first: 1) { nodes { tables { rows { cells { value contributors(first: 1{{after}}) { nodes { label on subjectId } pageInfo { hasNextPage endCursor } } } } } } } }""");
        return data.GetProperty("reportRuns").GetProperty("nodes")[0].GetProperty("tables").EnumerateArray()
            .SelectMany(t => t.GetProperty("rows").EnumerateArray()).SelectMany(r => r.GetProperty("cells").EnumerateArray())
            .MaxBy(cell => cell.GetProperty("value").GetInt64()).GetProperty("contributors");
    }

    private static async Task ClosedReportAsync(PlatformApi api)
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
        var outcome = await runner.RunAsync(new ReportRequest("R-01", "HUB", "2026-09"), CancellationToken.None);
        outcome.Refusal.ShouldBeNull(outcome.Message);
        var commune = await api.Database.HasAsync(new Organisation { Code = "XA", Name = "UBND xã", Kind = OrganisationKind.Commune });
        await api.Database.HasAsync(new LibraryParent { LibraryId = library.Id, OrganisationId = commune.Id, FromOn = new DateOnly(2025, 7, 1) });
        await using var db = api.Database.Open();
        db.ReportRuns.Single().State = SubmissionState.Approved;
        await db.SaveChangesAsync();
    }
}
