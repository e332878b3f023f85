using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Reading;
using Platform.Model.Bulk;
using Platform.Model.Libraries;
using Platform.Model.Patrons;

namespace Platform.Api.Tests.Bulk;

/// <summary>kill -9 of the real process in the middle of an import: the next one goes on, and each line is carried out once.</summary>
public sealed class BulkKillTests : IDisposable
{
    private const int Lines = 600;
    private readonly string _folder = Directory.CreateTempSubdirectory("platform-bulk-kill-").FullName;

    [Fact]
    public async Task KilledServer_GoesOnWhereItStood_AndCarriesEachLineOutOnce()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        var library = await database.HasAsync(A.Library());
        await database.HasAsync(A.Group(library));
        string job;
        await using (var api = await StartAsync(database))
        {
            await api.SignInAsync("demo-librarian");
            var payload = (await api.DataAsync("mutation { startImport(input: { kind: CREATE_PATRON, onFault: SKIP }) { job { id } uploadUrl } }")).GetProperty("startImport");
            job = payload.GetProperty("job").GetProperty("id").GetString()!; // not refused, so there is one
            using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(1, Lines).Select(i => LineOf(library, i)))));
            using var sent = await api.Client.PutAsync(new Uri(payload.GetProperty("uploadUrl").GetString()!, UriKind.Relative), file); // as above
            await UntilAsync(database, j => j.Done > 0);
            await api.KillAsync();
        }
        (await JobAsync(database)).State.ShouldBe(BulkJobState.Running);

        await using (var api = await StartAsync(database))
        {
            await UntilAsync(database, j => j.IsOver);
            await api.SignInAsync("demo-librarian");
            var link = (await api.DataAsync("mutation ($id: ID!) { requestBulkResult(input: { jobId: $id }) { url } }", new { id = job })).GetProperty("requestBulkResult").GetProperty("url").GetString();
            var lines = BulkHost.Lines(await api.Client.GetByteArrayAsync(new Uri(link!, UriKind.Relative))); // the job is over

            lines.Select(line => line.GetProperty("line").GetInt32()).ShouldBe(Enumerable.Range(1, Lines));
            lines.ShouldAllBe(line => line.GetProperty("outcome").GetString() == "DONE");
        }
        (await JobAsync(database)).Done.ShouldBe(Lines);
        await using var db = database.Open();
        var cards = await db.Patrons.Select(p => p.Id).ToListAsync();
        cards.Count.ShouldBe(Lines);
        (await db.ChangeFeed.Where(e => e.Entity == nameof(Patron)).OrderBy(e => e.EntityId).Select(e => e.EntityId).ToListAsync())
            .ShouldBe(cards.Order().ToList(), "the change feed has each card once: what was undone left no trace, and nothing was lost");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string LineOf(Library library, int number) =>
        JsonSerializer.Serialize(new { libraryId = GlobalId.Of(nameof(Library), library.Id), cardNumber = $"GV{number:000}", fullName = "Giàng A Páo", category = "TEACHER" });

    private static async Task<BulkJob> JobAsync(LibraryDatabase database)
    {
        await using var db = database.Open();
        return await db.BulkJobs.AsNoTracking().SingleAsync();
    }

    private static async Task UntilAsync(LibraryDatabase database, Func<BulkJob, bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!holds(await JobAsync(database)))
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
    }

    private Task<ApiProcess> StartAsync(LibraryDatabase database) => ApiProcess.StartAsync(_folder, new()
    {
        ["ConnectionStrings:Library"] = database.ConnectionString,
        ["Reporting:Scheduler"] = "Off",
        ["Bulk:LeaseSeconds"] = "2",
        ["Files:KeepFreeBytes"] = "0",
    });
}
