using Microsoft.EntityFrameworkCore;
using Platform.EducationSandbox;
using Platform.Model.Reporting.Delivery;

namespace Platform.Reporting.Tests.Delivery;

/// <summary>
/// Real worker processes that are killed at every step, and two that share a database: the sandbox accepts each delivery exactly once,
/// mostly as the simple receiver that does not recognise a repeat by its key, so that only the sender can prevent a double.
/// </summary>
public sealed class ExactlyOnceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public Task KilledBeforeSigningIn() => KilledAsync(recognisesRepeats: false, [new Cue(Act.Slow, Stage.Token, Seconds: 30)], async (sandbox, _, _) =>
    {
        await UntilAsync(() => sandbox.Script.Pending.Count == 0);
        sandbox.Holdings.Accepted.ShouldBeEmpty();
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task KilledWhileTheReceiverWorks_WhichThenAccepts(bool recognisesRepeats) => KilledAsync(recognisesRepeats, [new Cue(Act.Slow, Seconds: 1.5)], async (sandbox, _, _) =>
    {
        await UntilAsync(() => sandbox.Script.Pending.Count == 0);
        sandbox.Holdings.Accepted.ShouldBeEmpty();
    });

    [Fact]
    public Task KilledAfterTheReceiverAccepted_BeforeItsAnswer() => KilledAsync(
        recognisesRepeats: false, [new Cue(Act.SlowAnswer, Seconds: 30)], (sandbox, _, _) => UntilAsync(() => sandbox.Holdings.Accepted.Count == 1));

    [Fact]
    public Task KilledWithTheAnswerInHand_BeforeItIsWritten() => KilledAsync(recognisesRepeats: false, [new Cue(Act.Slow, Seconds: 1.5)], async (sandbox, office, worker) =>
    {
        await UntilAsync(() => sandbox.Script.Pending.Count == 0);
        // Whoever holds the database's write lock keeps the worker from writing what it was answered.
        await using var db = office.Database.Open();
        await using var held = await db.Database.BeginTransactionAsync();
        await UntilAsync(() => sandbox.Holdings.Accepted.Count == 1);
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        await worker.KillAsync();
        (await AcceptedAsync(office)).ShouldBe(0);
    });

    [Fact]
    public Task KilledWhileAskingForTheReceiptOfALostAnswer() => KilledAsync(recognisesRepeats: false, [new Cue(Act.DropAnswer), new Cue(Act.Slow, Stage.Ask, Seconds: 30)], async (sandbox, _, _) =>
    {
        await UntilAsync(() => sandbox.Script.Pending.Count == 0);
        sandbox.Holdings.Accepted.Count.ShouldBe(1);
    });

    [Fact]
    public Task KilledAfterTheOutcomeWasWritten() => KilledAsync(
        recognisesRepeats: false, [], (_, office, _) => UntilAsync(async () => await AcceptedAsync(office) == 1));

    [Fact]
    public async Task TwoWorkersOnOneDatabase_WithAReceiverInABadMood_AcceptedOnceEach()
    {
        await using var sandbox = await SandboxServer.StartAsync(recognisesRepeats: false);
        await using var office = await OpenAsync(sandbox, reports: 40);
        foreach (var act in new[] { Act.DropAnswer, Act.Fail, Act.FailAnswer, Act.Drop, Act.Busy, Act.DropAnswer, Act.FailAnswer })
            sandbox.Script.Add(new Cue(act, Seconds: 0));

        await using var one = WorkerProcess.Start(office);
        await using var two = WorkerProcess.Start(office);
        await UntilAsync(async () => await AcceptedAsync(office) == 40, () => one.Said + two.Said);

        sandbox.Holdings.Doubled.ShouldBeEmpty();
        sandbox.Holdings.Accepted.Count.ShouldBe(40);
    }

    [Fact]
    public async Task WorkersKilledAtRandom_AcceptedOnceEach()
    {
        const int Seed = 20260523;
        var random = new Random(Seed);
        await using var sandbox = await SandboxServer.StartAsync(recognisesRepeats: false);
        await using var office = await OpenAsync(sandbox, reports: 20);
        sandbox.Script.Add(new Cue(Act.Slow, Times: 20, Seconds: 0.1));
        sandbox.Script.Add(new Cue(Act.Slow, Stage.Ask, Times: 20, Seconds: 0.1));

        for (var kill = 0; kill < 5 && await AcceptedAsync(office) < 20; kill++)
        {
            await using var worker = WorkerProcess.Start(office);
            var before = sandbox.Holdings.Accepted.Count;
            await UntilAsync(() => sandbox.Holdings.Accepted.Count > before || worker.Said.Contains("Attempts", StringComparison.Ordinal), () => worker.Said);
            await Task.Delay(random.Next(400));
            await worker.KillAsync();
        }
        await using var last = WorkerProcess.Start(office);
        await UntilAsync(async () => await AcceptedAsync(office) == 20, () => last.Said);

        sandbox.Holdings.Doubled.ShouldBeEmpty($"seed {Seed}");
        sandbox.Holdings.Accepted.Count.ShouldBe(20);
        (await office.LedgerAsync()).ShouldContain(d => d.AttemptLog.Any(a => a.EndedAt == null), "no kill fell into an attempt");
    }

    private static async Task KilledAsync(bool recognisesRepeats, Cue[] cues, Func<SandboxServer, DeliveryOffice, WorkerProcess, Task> reachTheStep)
    {
        await using var sandbox = await SandboxServer.StartAsync(recognisesRepeats);
        await using var office = await OpenAsync(sandbox, reports: 1);
        foreach (var cue in cues)
            sandbox.Script.Add(cue);
        await using (var worker = WorkerProcess.Start(office))
        {
            try
            {
                await reachTheStep(sandbox, office, worker);
            }
            finally
            {
                await worker.KillAsync();
            }
        }
        sandbox.Script.Clear();

        await using var next = WorkerProcess.Start(office);
        await UntilAsync(async () => await AcceptedAsync(office) == 1, () => next.Said);

        var held = sandbox.Holdings.Accepted.ShouldHaveSingleItem();
        var line = (await office.LedgerAsync()).Single();
        (held.Key, held.Receipt, held.ContentHash).ShouldBe((line.Key, line.Receipt, line.ContentHash));
    }

    private static async Task<DeliveryOffice> OpenAsync(SandboxServer sandbox, int reports)
    {
        var office = sandbox.Serves(await DeliveryOffice.OpenAsync())
            .With("Delivery:Lease", "00:00:04")
            .With("Delivery:Timeout", "00:00:03")
            .With("Delivery:Interval", "00:00:00.2")
            .With("Delivery:FirstWait", "00:00:00.2")
            .With("Delivery:LongestWait", "00:00:00.5")
            .With("Delivery:MaxAttempts", "100");
        await office.TakesAsync(ChannelKind.Http, "deliveries");
        for (var number = 1; number <= reports; number++)
            await office.EnterAsync(period: $"K{number:00}");
        return office;
    }

    private static async Task<int> AcceptedAsync(DeliveryOffice office)
    {
        await using var db = office.Database.Open();
        return await db.Deliveries.CountAsync(d => d.State == DeliveryState.Accepted);
    }

    private static Task UntilAsync(Func<bool> reached, Func<string>? said = null) => UntilAsync(() => Task.FromResult(reached()), said);

    private static async Task UntilAsync(Func<Task<bool>> reached, Func<string>? said = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await reached())
        {
            if (patience.IsCancellationRequested)
                Assert.Fail($"Not reached within {Patience}: {said?.Invoke()}");
            await Task.Delay(100);
        }
    }
}
