using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Platform.Api.ChangeFeed.Webhooks;
using Platform.Api.GraphQL.Reading;
using Platform.Model.Access;
using Platform.Model.ChangeFeed.Webhooks;
using Platform.Model.Libraries;
using Platform.Model.Notices;

namespace Platform.Api.Tests.ChangeFeed;

/// <summary>Webhooks as an administrator registers them and a receiver gets them, over real HTTP.</summary>
public sealed class WebhookTests
{
    [Fact]
    public async Task Change_ArrivesSigned_AndIsNotSentTwice()
    {
        await using var world = await WorldAsync();
        var (_, secret) = await world.RegisterAsync();
        var record = await world.Api.Database.HasAsync(A.Record(world.Library));

        await world.SendAsync();
        await world.SendAsync();

        var message = world.Receiver.Messages.ShouldHaveSingleItem();
        message.IsSignedWith(secret).ShouldBeTrue();
        message.IsSignedWith(WebhookSignature.NewSecret()).ShouldBeFalse();
        message.Changes.Select(c => (c.Id, c.Kind)).ShouldBe([(GlobalId.Of("BibliographicRecord", record.Id), "CREATED")]);
        message.Json.GetProperty("type").GetString().ShouldBe("changes");
        (await world.LogAsync()).ShouldBe([(WebhookOutcome.Received, 204, 1)]);
    }

    [Fact]
    public async Task Webhook_IsToldOfItsTypesOnly()
    {
        await using var world = await WorldAsync();
        await world.RegisterAsync(new { types = new[] { "Item" } });
        var record = await world.Api.Database.HasAsync(A.Record(world.Library));
        await world.SendAsync();
        var item = await world.Api.Database.HasAsync(A.Item(record));

        await world.SendAsync();

        world.Receiver.Messages.SelectMany(m => m.Changes).Select(c => c.Id).ShouldBe([GlobalId.Of("Item", item.Id)]);
    }

    [Fact]
    public async Task NewNotice_IsToldByItsEvent_WithoutTheReaderOrTheWords_ToWhoRunsTheDesk()
    {
        await using var world = await WorldAsync();
        var librarian = await world.HasAccountAsync(Role.Librarian);
        await world.RegisterAsync(new { accountId = GlobalId.Of(nameof(Account), librarian.Id), types = new[] { "Notice" } });
        var reader = await world.Api.Database.HasAsync(A.Patron(world.Library));
        var notice = await world.Api.Database.HasAsync(new Notice { LibraryId = world.Library.Id, PatronId = reader.Id, Kind = NoticeKind.Overdue, Key = "loan/1/late/20261001/1", Address = "ph@example.vn", Subject = "Quá hạn", Body = "Giàng A Páo …", CreatedAt = A.Noon, NextAttemptAt = A.Noon });

        await world.SendAsync();

        var change = world.Receiver.Messages.ShouldHaveSingleItem().Json.GetProperty("changes").EnumerateArray().Single();
        change.EnumerateObject().Select(p => p.Name).ShouldBe(["sequence", "type", "kind", "id", "event", "at"]);
        (change.GetProperty("event").GetString(), change.GetProperty("id").GetString()).ShouldBe(("notice.overdue", GlobalId.Of("Notice", notice.Id)));
    }

    [Fact]
    public async Task Webhook_IsToldOfWhatItsAccountMaySee_AtTheTimeOfSending()
    {
        await using var world = await WorldAsync();
        var librarian = await world.HasAccountAsync(Role.Librarian);
        await world.RegisterAsync(new { accountId = GlobalId.Of(nameof(Account), librarian.Id), types = new[] { "Patron" } });
        var own = await world.Api.Database.HasAsync(A.Patron(world.Library));
        await world.Api.Database.HasAsync(A.Patron(await world.Api.Database.HasAsync(A.Library())));

        await world.SendAsync();
        await using (var db = world.Api.Database.Open())
            await db.RoleAssignments.Where(r => r.AccountId == librarian.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.UntilOn, new DateOnly(2020, 1, 1)));
        await world.Api.Database.HasAsync(A.Patron(world.Library));
        await world.SendAsync();

        world.Receiver.Messages.SelectMany(m => m.Changes).Select(c => c.Id).ShouldBe([GlobalId.Of("Patron", own.Id)]);
    }

    [Fact]
    public async Task LockedAccount_PausesItsWebhook()
    {
        await using var world = await WorldAsync();
        var librarian = await world.HasAccountAsync(Role.Librarian);
        await world.RegisterAsync(new { accountId = GlobalId.Of(nameof(Account), librarian.Id) });
        await using (var db = world.Api.Database.Open())
            await db.Accounts.Where(a => a.Id == librarian.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.ClosedAt, world.Clock.GetUtcNow()));
        await world.Api.Database.HasAsync(A.Record(world.Library));

        await world.SendAsync();

        world.Receiver.Messages.ShouldBeEmpty();
        (await world.WebhookAsync()).PausedBecause.ShouldBe(WebhookPause.AccountLocked);
    }

    [Fact]
    public async Task FailingReceiver_IsTriedAtGrowingIntervals_ThenPaused_AndLosesNothing()
    {
        await using var world = await WorldAsync();
        var (id, _) = await world.RegisterAsync();
        world.Receiver.Answer = (_, http) => Receiver.With(http, StatusCodes.Status500InternalServerError);
        await world.Api.Database.HasAsync(A.Record(world.Library));

        for (var minute = 0; minute <= 300; minute += 2)
        {
            await world.SendAsync();
            world.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        world.Receiver.Messages.Count.ShouldBe(8);
        world.Receiver.Messages.Select(m => (m.Id, Convert.ToHexString(m.Body))).Distinct().Count().ShouldBe(1, "every attempt sends the same");
        (await world.WebhookAsync()).ShouldSatisfyAllConditions(w => w.State.ShouldBe(WebhookState.Paused), w => w.PausedBecause.ShouldBe(WebhookPause.Failing));
        world.Receiver.Answer = (_, http) => Receiver.With(http, StatusCodes.Status200OK);
        await world.Api.Database.HasAsync(A.Record(world.Library));
        await world.DoAsync("resumeWebhook", new { webhookId = id });
        await world.SendAsync();
        world.Receiver.Messages.Skip(8).SelectMany(m => m.Changes).Count().ShouldBe(2);
    }

    [Fact]
    public async Task MessageThatFailed_IsSentAgainAsItWas_BeforeWhatCameAfter()
    {
        await using var world = await WorldAsync();
        await world.RegisterAsync();
        world.Receiver.Answer = (_, http) => Receiver.With(http, StatusCodes.Status503ServiceUnavailable);
        var first = await world.Api.Database.HasAsync(A.Record(world.Library));
        await world.SendAsync();
        var second = await world.Api.Database.HasAsync(A.Record(world.Library));
        world.Receiver.Answer = (_, http) => Receiver.With(http, StatusCodes.Status200OK);
        world.Clock.Advance(TimeSpan.FromHours(1));

        await world.SendAsync();

        world.Receiver.Messages.Select(m => string.Join(' ', m.Changes.Select(c => c.Id)))
            .ShouldBe([.. new[] { first, first, second }.Select(r => GlobalId.Of("BibliographicRecord", r.Id))]);
        world.Receiver.Messages[0].Id.ShouldBe(world.Receiver.Messages[1].Id);
    }

    [Fact]
    public async Task ReceiverThatDoesNotAnswer_IsNotWaitedFor()
    {
        await using var world = await WorldAsync(new() { ["Webhooks:AnswerSeconds"] = "1" });
        await world.RegisterAsync();
        world.Receiver.Answer = (_, http) => Task.Delay(Timeout.Infinite, http.RequestAborted);
        await world.Api.Database.HasAsync(A.Record(world.Library));

        await world.SendAsync();

        (await world.LogAsync()).ShouldBe([(WebhookOutcome.NoAnswer, null, 1)]);
    }

    [Fact]
    public async Task Replay_SendsEverythingAfterTheSequenceAgain()
    {
        await using var world = await WorldAsync();
        var (id, _) = await world.RegisterAsync(new { types = new[] { "BibliographicRecord" } });
        for (var i = 0; i < 3; i++)
            await world.Api.Database.HasAsync(A.Record(world.Library));
        await world.SendAsync();
        var sequences = world.Receiver.Messages.SelectMany(m => m.Changes).Select(c => c.Sequence).ToList();

        await world.DoAsync("replayWebhook", new { webhookId = id, after = sequences[0] });
        await world.SendAsync();

        world.Receiver.Messages[^1].Changes.Select(c => c.Sequence).ShouldBe(sequences[1..]);
    }

    [Fact]
    public async Task ReplayDuringAnAttempt_IsNotUndoneByIt()
    {
        await using var world = await WorldAsync();
        var (id, _) = await world.RegisterAsync();
        var (arrived, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        world.Receiver.Answer = async (_, http) =>
        {
            arrived.TrySetResult();
            await go.Task;
            http.Response.StatusCode = StatusCodes.Status200OK;
        };
        await world.Api.Database.HasAsync(A.Record(world.Library));
        var sending = world.SendAsync();
        await arrived.Task;

        await world.DoAsync("replayWebhook", new { webhookId = id, after = 0 });
        go.SetResult();
        await sending;

        (await world.WebhookAsync()).Position.ShouldBe(0);
    }

    [Fact]
    public async Task DryRun_ShowsTheMessage_AndSendsNothing()
    {
        await using var world = await WorldAsync();
        var (id, _) = await world.RegisterAsync();
        var record = await world.Api.Database.HasAsync(A.Record(world.Library));

        var shown = await world.DoAsync("dryRunWebhook", new { webhookId = id }, "changes body lastSequence");
        await world.SendAsync();

        shown.GetProperty("body").GetString()!.ShouldContain(GlobalId.Of("BibliographicRecord", record.Id));
        var sent = world.Receiver.Messages.ShouldHaveSingleItem();
        shown.GetProperty("body").GetString().ShouldBe(System.Text.Encoding.UTF8.GetString(sent.Body));
    }

    [Fact]
    public async Task Try_PostsASignedTest_AndSaysHowItWasTaken()
    {
        await using var world = await WorldAsync();
        var (id, secret) = await world.RegisterAsync();
        world.Receiver.Answer = (_, http) => Receiver.With(http, StatusCodes.Status404NotFound);

        var tried = await world.DoAsync("tryWebhook", new { webhookId = id }, "attempt { isTest outcome status changes }");

        tried.GetProperty("attempt").ToString().ShouldBe("""{"isTest":true,"outcome":"REFUSED","status":404,"changes":0}""");
        world.Receiver.Messages.Single().IsSignedWith(secret).ShouldBeTrue();
        world.Receiver.Messages.Single().Json.GetProperty("type").GetString().ShouldBe("test");
    }

    [Fact]
    public async Task PausedWebhook_WaitsInTheFeed()
    {
        await using var world = await WorldAsync();
        var (id, _) = await world.RegisterAsync();
        await world.DoAsync("pauseWebhook", new { webhookId = id });
        await world.Api.Database.HasAsync(A.Record(world.Library));
        await world.SendAsync();
        world.Receiver.Messages.ShouldBeEmpty();

        await world.DoAsync("resumeWebhook", new { webhookId = id });
        await world.SendAsync();

        world.Receiver.Messages.Single().Changes.Count().ShouldBe(1);
    }

    [Fact]
    public async Task Secret_IsShownOnce_AndKeptEncrypted()
    {
        await using var world = await WorldAsync();
        var (id, secret) = await world.RegisterAsync(new { idempotencyKey = "k" });
        var (_, again) = await world.RegisterAsync(new { idempotencyKey = "k" });
        var rotated = (await world.DoAsync("rotateWebhookSecret", new { webhookId = id }, "secret")).GetProperty("secret").GetString()!;

        again.ShouldBeNull();
        rotated.ShouldNotBe(secret);
        await using var db = world.Api.Database.Open();
        var stored = (await db.Webhooks.SingleAsync()).ProtectedSecret + string.Concat(await db.IdempotentCalls.Select(c => c.Answer).ToListAsync());
        stored.ShouldNotContain(secret["whsec_".Length..]);
        stored.ShouldNotContain(rotated["whsec_".Length..]);
        await world.Api.Database.HasAsync(A.Record(world.Library));
        await world.SendAsync();
        world.Receiver.Messages.Single().IsSignedWith(rotated).ShouldBeTrue();
    }

    [Fact]
    public async Task AddressOrTypeThatCannotBe_IsNamed()
    {
        await using var world = await WorldAsync();

        var address = await world.DoAsync("registerWebhook", new { title = "x", address = "https://10.1.2.3/" }, refused: true);
        var type = await world.DoAsync("registerWebhook", new { title = "x", address = "https://portal.test/", types = new[] { "Nothing" } }, refused: true);

        address.GetProperty("errors").ToString().ShouldContain("Nothing can be sent to 'https://10.1.2.3/'");
        type.GetProperty("errors").ToString().ShouldContain("There is no type 'Nothing'.");
    }

    [Fact]
    public async Task ListOfWebhooksAndAttempts_CostsTheSameForOneAndFifty()
    {
        await using var world = await WorldAsync();
        const string Query = "{ webhooks(first: 50) { nodes { title account { name } attempts(first: 50) { nodes { outcome } } } } }";
        await world.RegisterAsync();
        await world.DoAsync("tryWebhook", new { webhookId = GlobalId.Of(nameof(Webhook), (await world.WebhookAsync()).Id) });

        var before = world.Api.Database.Sql.Count;
        await world.Api.DataAsync(Query);
        var one = world.Api.Database.Sql.Count - before;
        for (var i = 0; i < 49; i++)
            await world.Api.Database.HasAsync(new WebhookAttempt { WebhookId = (await world.WebhookAsync()).Id, At = A.Noon, Outcome = WebhookOutcome.Received, Milliseconds = 1 });
        before = world.Api.Database.Sql.Count;
        await world.Api.DataAsync(Query);

        (world.Api.Database.Sql.Count - before).ShouldBe(one);
    }

    private static async Task<World> WorldAsync(Dictionary<string, string>? settings = null)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var api = await PlatformApi.StartAsync(
            new(settings ?? []) { ["Webhooks:Sends"] = "false", ["Webhooks:AllowedNetworks:0"] = "127.0.0.0/8" }, clock: clock);
        var world = new World(api, clock, await api.Database.HasAsync(A.Library()), await Receiver.StartAsync());
        var administrator = await world.HasAccountAsync(Role.SystemAdministrator);
        api.Scope = ScopeOf.Account(administrator.Id, administrator.Roles, new LibraryTree([], [], []), new DateOnly(2100, 1, 1));
        return world;
    }

    private sealed class World(PlatformApi api, FakeTimeProvider clock, Library library, Receiver receiver) : IAsyncDisposable
    {
        public PlatformApi Api { get; } = api;

        public FakeTimeProvider Clock { get; } = clock;

        public Library Library { get; } = library;

        public Receiver Receiver { get; } = receiver;

        public Task<Account> HasAccountAsync(Role role) => Api.Database.HasAsync(new Account
        {
            Name = role.ToString(),
            NameKey = AccountName.KeyOf(role.ToString()),
            Kind = AccountKind.Service,
            LibraryId = role is Role.Librarian ? Library.Id : null,
            Roles = [new RoleAssignment { Role = role, LibraryId = role is Role.Librarian ? Library.Id : null, FromOn = new DateOnly(2020, 1, 1) }],
        });

        public Task SendAsync() => Api.Services.GetRequiredService<WebhookDispatcher>().RunAsync(TestContext.Current.CancellationToken);

        public async Task<(string Id, string Secret)> RegisterAsync(object? more = null)
        {
            var input = JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
            input["title"] = "Cổng xã";
            input["address"] = Receiver.Address;
            var payload = await DoAsync("registerWebhook", input, "webhook { id } secret");
            return (payload.GetProperty("webhook").GetProperty("id").GetString()!, payload.GetProperty("secret").GetString()!);
        }

        public async Task<JsonElement> DoAsync(string mutation, object input, string fields = "", bool refused = false)
        {
            var payload = (await Api.DataAsync(
                $"mutation ($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ {fields} errors {{ ... on Error {{ code message }} }} }} }}",
                new { input })).GetProperty(mutation);
            payload.GetProperty("errors").GetArrayLength().ShouldBe(refused ? 1 : 0, payload.ToString());
            return payload;
        }

        public async Task<Webhook> WebhookAsync()
        {
            await using var db = Api.Database.Open();
            return await db.Webhooks.SingleAsync();
        }

        public async Task<List<(WebhookOutcome Outcome, int? Status, int Changes)>> LogAsync()
        {
            await using var db = Api.Database.Open();
            return [.. (await db.WebhookAttempts.OrderBy(a => a.Id).ToListAsync()).Select(a => (a.Outcome, a.Status, a.Changes))];
        }

        public async ValueTask DisposeAsync()
        {
            await Api.DisposeAsync();
            await Receiver.DisposeAsync();
        }
    }
}
