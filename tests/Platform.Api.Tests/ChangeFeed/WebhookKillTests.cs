using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Reading;
using Platform.Model.Catalogue;

namespace Platform.Api.Tests.ChangeFeed;

/// <summary>kill -9 of the real process in the middle of sending: what was committed is delivered at least once, each row's changes in order.</summary>
public sealed class WebhookKillTests : IDisposable
{
    private const int Rows = 5;
    private const int Rounds = 12;
    private const int Kills = 2;
    private readonly string _folder = Directory.CreateTempSubdirectory("platform-kill-test-").FullName;

    [Fact]
    public async Task KilledServer_DeliversEveryChangeAtLeastOnce_AndThoseOfARowInOrder()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        var library = await database.HasAsync(A.Library());
        await using var receiver = await Receiver.StartAsync();
        var secret = await RegisterAsync(database, receiver);
        var records = new List<BibliographicRecord>();
        for (var row = 0; row < Rows; row++)
            records.Add(await database.HasAsync(A.Record(library)));
        var writing = ChangeAsync(database, records);

        // The message has arrived and the answer has not: the server dies not knowing whether it was received.
        for (var kill = 0; kill < Kills; kill++)
        {
            var arrived = new TaskCompletionSource();
            receiver.Answer = (_, http) =>
            {
                arrived.TrySetResult();
                return Task.Delay(Timeout.Infinite, http.RequestAborted);
            };
            await using var api = await StartAsync(database);
            await arrived.Task;
            await api.KillAsync();
        }
        await writing;
        receiver.Answer = (_, http) => Receiver.With(http, 204);
        await using (await StartAsync(database))
            await AllArrivedAsync(database, receiver);

        receiver.Messages.ShouldAllBe(m => m.IsSignedWith(secret));
        var unanswered = receiver.Messages.Take(Kills).Select(m => m.Id).ToList();
        unanswered.ShouldAllBe(id => receiver.Messages.Count(m => m.Id == id) >= 2, "what was not answered for is sent again");
        foreach (var row in receiver.Messages.SelectMany(m => m.Changes).GroupBy(c => c.Id))
        {
            var firsts = row.Select(c => c.Sequence).Distinct().ToList();
            firsts.ShouldBe([.. firsts.Order()], $"the changes of {row.Key} come in order");
            firsts.Count.ShouldBe(Rounds + 1, "created, and each change");
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task ChangeAsync(LibraryDatabase database, List<BibliographicRecord> records)
    {
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var record in records)
            {
                await using var db = database.Open();
                var row = await db.Records.SingleAsync(r => r.Id == record.Id);
                row.Author = $"Tác giả {round}";
                await db.SaveChangesAsync();
            }
        }
    }

    private static async Task AllArrivedAsync(LibraryDatabase database, Receiver receiver)
    {
        await using var db = database.Open();
        var wanted = (await db.ChangeFeed.Where(e => e.Entity == nameof(BibliographicRecord)).Select(e => e.Sequence).ToListAsync()).ToHashSet();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!wanted.IsSubsetOf(receiver.Messages.SelectMany(m => m.Changes).Select(c => c.Sequence)))
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
    }

    private async Task<string> RegisterAsync(LibraryDatabase database, Receiver receiver)
    {
        await using var api = await StartAsync(database);
        await api.SignInAsync("demo-admin");
        var payload = (await api.DataAsync(
            "mutation ($input: RegisterWebhookInput!) { registerWebhook(input: $input) { secret webhook { id } errors { ... on Error { message } } } }",
            new { input = new { title = "Cổng", address = receiver.Address, types = new[] { nameof(BibliographicRecord) } } })).GetProperty("registerWebhook");
        GlobalId.TryRead(payload.GetProperty("webhook").GetProperty("id").GetString(), out _, out _).ShouldBeTrue(payload.ToString());
        return payload.GetProperty("secret").GetString()!; // shown once, now
    }

    private Task<ApiProcess> StartAsync(LibraryDatabase database) => ApiProcess.StartAsync(_folder, new()
    {
        ["ConnectionStrings:Library"] = database.ConnectionString,
        ["Reporting:Scheduler"] = "Off",
        ["Webhooks:AllowedNetworks:0"] = "127.0.0.0/8",
        ["Webhooks:AnswerSeconds"] = "1",
        ["Webhooks:FirstRetrySeconds"] = "1",
    });
}
