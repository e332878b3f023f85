using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Api.Bulk;
using Platform.Marc;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Storage.Repository;
using Platform.Storage.Spreadsheets;

namespace Platform.Api.Tests.Bulk;

/// <summary>Bulk exports and imports over GraphQL and their links.</summary>
public sealed class BulkTests(BulkHost host) : IClassFixture<BulkHost>
{
    [Fact]
    public async Task SkippingImport_LeavesFaultyLinesOut_AndSaysWhyOfEach()
    {
        var library = await host.LibraryAsync();
        var job = await host.SendAsync(
            "CREATE_PATRON", "SKIP", Patron(library, "GV01"), "{ not json", "", Patron(library, "GV01"), new string(' ', 3000), """{"cardNumber":"x"}""",
            Patron(await host.Api.Database.HasAsync(A.Library()), "GV09"), """{"idempotencyKey":"a"}""", Patron(library, "GV02"));

        await host.WorkAsync();

        var (done, file) = await host.ResultAsync(job);
        done.ToString().ShouldBe("""{"state":"FINISHED","fault":null,"position":9,"done":2,"refused":6}""");
        BulkHost.Outcomes(file).ShouldBe(["1 DONE", "2 REFUSED NOT_JSON", "4 REFUSED DESK_REFUSED", "5 REFUSED LINE_TOO_LONG", "6 REFUSED INVALID_VALUE", "7 REFUSED NOT_PERMITTED", "8 REFUSED INVALID_INPUT", "9 DONE"]);
        BulkHost.Lines(file)[0].GetProperty("data").GetProperty("patron").GetProperty("id").GetString().ShouldNotBeNull();
        (await CardsAsync(library)).ShouldBe(["GV01", "GV02"]);
    }

    [Fact]
    public async Task StoppingImport_KeepsTheLinesBeforeTheFault()
    {
        var library = await host.LibraryAsync();
        var job = await host.SendAsync("CREATE_PATRON", "STOP", Patron(library, "GV01"), Patron(library, "GV01"), Patron(library, "GV02"));

        await host.WorkAsync();

        var (done, file) = await host.ResultAsync(job);
        done.ToString().ShouldBe("""{"state":"STOPPED","fault":"LINE_REFUSED","position":2,"done":1,"refused":1}""");
        BulkHost.Outcomes(file).ShouldBe(["1 DONE", "2 REFUSED DESK_REFUSED"]);
        (await CardsAsync(library)).ShouldBe(["GV01"]);
    }

    [Fact]
    public async Task AllOrNothing_DoesNothingWhenOneLineIsRefused_AndAllOtherwise()
    {
        var library = await host.LibraryAsync();
        var refused = await host.SendAsync("CREATE_PATRON", "ALL_OR_NOTHING", Patron(library, "GV01"), "[]", Patron(library, "GV02"));
        await host.WorkAsync();
        (await CardsAsync(library)).ShouldBeEmpty();
        var (job, file) = await host.ResultAsync(refused);
        job.ToString().ShouldBe("""{"state":"STOPPED","fault":"LINE_REFUSED","position":3,"done":0,"refused":1}""");
        BulkHost.Outcomes(file).ShouldBe(["1 UNDONE", "2 REFUSED NOT_JSON", "3 UNDONE"]);

        await host.SendAsync("CREATE_PATRON", "ALL_OR_NOTHING", Patron(library, "GV01"), Patron(library, "GV02"));
        var tooMany = await host.SendAsync("CREATE_PATRON", "ALL_OR_NOTHING", [.. Enumerable.Range(10, 6).Select(i => Patron(library, $"GV{i}"))]);
        await host.WorkAsync();

        (await CardsAsync(library)).ShouldBe(["GV01", "GV02"]);
        (await host.JobAsync(tooMany)).GetProperty("fault").GetString().ShouldBe("TOO_MANY_LINES");
    }

    [Fact]
    public async Task Records_GoInByLinesAndOutInEveryFormat()
    {
        var library = await host.LibraryAsync();
        string[] titles = ["=Dế Mèn phiêu lưu ký", "Đất rừng phương Nam"];
        await host.SendAsync("CREATE_RECORD", "STOP", [.. titles.Select(title => Record(library, title))]);
        await host.WorkAsync();

        foreach (var format in new[] { "MARC", "MARC_XML", "MARC_JSON" })
        {
            var (_, file) = await host.ExportAsync("RECORDS", format, library);
            var read = new List<string?>();
            await foreach (var reading in MarcReader.ReadAsync(new MemoryStream(file)))
                read.Add(reading.Record?.DataFields("245").Single()['a']);
            string.Join("|", read).ShouldBe(string.Join("|", titles), format);
        }
        var (job, lines) = await host.ExportAsync("RECORDS", "JSONL", library);
        job.ToString().ShouldBe("""{"state":"FINISHED","fault":null,"position":0,"done":2,"refused":0}""");
        BulkHost.Lines(lines).ConvertAll(line => line.GetProperty("title").GetString()).ShouldBe(titles);
        var sheet = Workbook.TryRead(new MemoryStream((await host.ExportAsync("RECORDS", "XLSX", library)).File))!.Sheets.Single(); // a workbook, as it was ordered
        var column = sheet.Rows[0].Cells.Single(cell => cell.Value == "title").Key;
        sheet.Rows.Skip(1).Select(row => row[column]).ShouldBe(titles);
    }

    [Fact]
    public async Task Export_HoldsWhatTheTokenAllowsAndNoMore()
    {
        var library = await host.LibraryAsync();
        await host.Api.Database.HasAsync(A.Item(await host.Api.Database.HasAsync(A.Record(library))));
        var (_, own) = await host.ExportAsync("ITEMS", "JSONL", library);
        host.Api.Scope = host.Api.Scope with { Permissions = new HashSet<Permission> { Permission.ReadCatalogue } };
        var (_, narrow) = await host.ExportAsync("ITEMS", "JSONL", library);
        var patrons = await host.Api.DataAsync("mutation { startExport(input: { kind: PATRONS, format: JSONL }) { errors { ... on Error { code } } } }");

        BulkHost.Lines(own).Single().GetProperty("price").GetInt64().ShouldBe(25_000);
        BulkHost.Lines(narrow).Single().TryGetProperty("price", out _).ShouldBeFalse();
        patrons.ToString().ShouldContain("NOT_PERMITTED");
    }

    [Fact]
    public async Task Jobs_AreLimited_CancelledAndSeenByTheirAccountOnly()
    {
        var library = await host.LibraryAsync();
        var jobs = new List<string>();
        for (var i = 0; i < 5; i++)
            jobs.Add(await host.SendAsync("CREATE_PATRON", "SKIP", Patron(library, $"GV{i:00}")));
        (await host.StartAsync("CREATE_PATRON", "SKIP")).ToString().ShouldContain("TOO_MANY_BULK_JOBS");
        await host.Api.DataAsync("mutation ($id: ID!) { cancelBulkJob(input: { jobId: $id }) { job { state } } }", new { id = jobs[0] });
        await host.WorkAsync();

        (await host.JobAsync(jobs[0])).GetProperty("state").GetString().ShouldBe("CANCELLED");
        (await CardsAsync(library)).ShouldBe(["GV01", "GV02", "GV03", "GV04"]);
        await host.LibraryAsync();
        (await host.JobAsync(jobs[0])).ValueKind.ShouldBe(JsonValueKind.Null);
        (await host.Api.DataAsync("mutation ($id: ID!) { requestBulkResult(input: { jobId: $id }) { errors { ... on Error { code } } } }", new { id = jobs[1] })).ToString().ShouldContain("NOT_FOUND");
    }

    [Fact]
    public async Task Links_TakeOneFileOfItsSize_AndAreWorthNothingOnceOver()
    {
        await host.LibraryAsync();
        var upload = new Uri((await host.StartAsync("CREATE_PATRON", "SKIP")).GetProperty("uploadUrl").GetString()!, UriKind.Relative); // not refused, so there is one
        var links = host.Api.Services.GetRequiredService<SignedLinks>();

        (await StatusOfAsync(upload, 20_001)).ShouldBe(413);
        (await StatusOfAsync(upload, 100)).ShouldBe(202);
        (await StatusOfAsync(upload, 100)).ShouldBe(409);
        (await StatusOfAsync(new Uri(BulkEndpoints.Path + links.Seal(BulkEndpoints.Sending, 1, DateTimeOffset.UnixEpoch), UriKind.Relative), 100)).ShouldBe(403);
        (await StatusOfAsync(new Uri(BulkEndpoints.Path + links.Seal(BulkEndpoints.Fetching, 1, A.Noon.AddYears(100)), UriKind.Relative), 100)).ShouldBe(403, "a link for fetching sends nothing");
        await host.WorkAsync();
    }

    [Fact]
    public async Task Job_IsTakenByOneServerOnly_AndAServerThatLostItSavesNothing()
    {
        var library = await host.LibraryAsync();
        var id = await host.SendAsync("CREATE_PATRON", "SKIP", Patron(library, "GV01"));
        var ledger = host.Api.Services.GetRequiredService<BulkLedger>();

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ledger.TakeAsync(CancellationToken.None)));
        var first = taken.OfType<BulkRun>().Single();
        await using (var db = host.Api.Database.Open())
            await db.BulkJobs.Where(j => j.Id == first.Job.Id).ExecuteUpdateAsync(set => set.SetProperty(j => j.LeasedUntil, DateTimeOffset.UnixEpoch));
        await host.WorkAsync();

        (await ledger.SaveAsync(first, CancellationToken.None)).ShouldBeFalse();
        (await host.JobAsync(id)).GetProperty("done").GetInt64().ShouldBe(1);
    }

    private async Task<int> StatusOfAsync(Uri link, int bytes)
    {
        using var file = new ByteArrayContent(new byte[bytes]);
        using var answer = await host.Api.Http.PutAsync(link, file);
        return (int)answer.StatusCode;
    }

    private async Task<List<string>> CardsAsync(Library library)
    {
        await using var db = host.Api.Database.Open();
        return await db.Patrons.Where(p => p.LibraryId == library.Id).OrderBy(p => p.CardNumber).Select(p => p.CardNumber).ToListAsync();
    }

    private static string Patron(Library library, string card) =>
        JsonSerializer.Serialize(new { libraryId = BulkHost.IdOf(library), cardNumber = card, fullName = "Giàng A Páo", category = "TEACHER" });

    private static string Record(Library library, string title) => JsonSerializer.Serialize(new
    {
        libraryId = BulkHost.IdOf(library),
        isAnotherPublication = true,
        fields = new object[]
        {
            new { tag = "008", value = "260101s2019    vm a     b    000 0 vie d" },
            new { tag = "245", indicators = "10", subfields = new[] { new { code = "a", value = title } } },
        },
    });
}
