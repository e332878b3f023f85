using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Platform.Model.Reporting.Delivery;
using Platform.Reporting.Delivery;
using Platform.Storage;
using Platform.Testing.SqlServer;

namespace Platform.Reporting.Tests.Delivery;

/// <summary>Leases: one worker at a time, and only the holder writes.</summary>
public sealed class DeliveryQueueTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    [Theory, EachDatabase]
    public async Task ManyWorkers_TakeEveryDeliveryOnce(DatabaseProvider provider)
    {
        await using var office = await DeliveryOffice.OpenAsync(provider: provider);
        await office.TakesAsync(ChannelKind.Http, "deliveries");
        for (var month = 1; month <= 40; month++)
            await office.EnterAsync(period: $"K{month:00}");
        var queue = office.Services.GetRequiredService<DeliveryQueue>();
        var taken = new ConcurrentBag<DeliveryLease>();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(worker => Task.Run(async () =>
        {
            while (await queue.TakeAsync($"w{worker}", Lease, default) is { } lease)
                taken.Add(lease);
        })));

        taken.Count.ShouldBe(40);
        taken.Select(lease => lease.DeliveryId).Distinct().Count().ShouldBe(40);
        (await office.LedgerAsync()).ShouldAllBe(d => d.State == DeliveryState.Sending && d.Attempts == 1 && d.Fence == 1 && d.AttemptLog.Count == 1);
    }

    [Theory, EachDatabase]
    public async Task WorkerWhoseLeaseRanOut_CanNoLongerWrite(DatabaseProvider provider)
    {
        var clock = new FakeTimeProvider(A.Noon);
        await using var office = await DeliveryOffice.OpenAsync(clock, provider);
        await office.TakesAsync(ChannelKind.Http, "deliveries");
        await office.EnterAsync();
        var queue = office.Services.GetRequiredService<DeliveryQueue>();
        var stopped = (await queue.TakeAsync("stopped", Lease, default)).ShouldNotBeNull();
        (await queue.TakeAsync("early", Lease, default)).ShouldBeNull();

        clock.Advance(Lease);
        var next = (await queue.TakeAsync("next", Lease, default)).ShouldNotBeNull();
        var late = await queue.SettleAsync(stopped, new DeliveryOutcome.TryAgain("late"), RetryPlan.Default, default);
        var settled = await queue.SettleAsync(next, new DeliveryOutcome.Accepted("BN1"), RetryPlan.Default, default);
        var afterwards = await queue.SettleAsync(next, new DeliveryOutcome.Accepted("BN2"), RetryPlan.Default, default);

        next.Fence.ShouldBe(stopped.Fence + 1);
        late.ShouldBeNull();
        settled!.State.ShouldBe(DeliveryState.Accepted);
        afterwards.ShouldBeNull();
        var line = (await office.LedgerAsync()).Single();
        (line.Receipt, line.Attempts, line.LeasedBy).ShouldBe(("BN1", 2, null));
        line.AttemptLog.OrderBy(a => a.Fence).Select(a => (a.Worker, a.Result)).ShouldBe([("stopped", null), ("next", DeliveryState.Accepted)]);
    }

    [Theory, EachDatabase]
    public async Task FailedAttempt_ComesBackWhenItsWaitIsOver(DatabaseProvider provider)
    {
        var clock = new FakeTimeProvider(A.Noon);
        await using var office = await DeliveryOffice.OpenAsync(clock, provider);
        await office.TakesAsync(ChannelKind.Http, "deliveries");
        await office.EnterAsync();
        var queue = office.Services.GetRequiredService<DeliveryQueue>();
        var lease = (await queue.TakeAsync("w", Lease, default)).ShouldNotBeNull();
        await queue.SettleAsync(lease, new DeliveryOutcome.TryAgain("503"), RetryPlan.Default, default);
        var due = (await office.LedgerAsync()).Single().NextAttemptAt;

        clock.SetUtcNow(due.AddMilliseconds(-1));
        (await queue.TakeAsync("w", Lease, default)).ShouldBeNull();
        clock.SetUtcNow(due);
        (await queue.TakeAsync("w", Lease, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Claim_IsSoundTSql_AndTakesNoLockHints()
    {
        var rehearsal = new SqlServerRehearsal();
        await using var db = rehearsal.Open();

        await db.Deliveries.Due(A.Noon).Where(d => d.Id == 1 && d.Fence == 0)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DeliveryState.Sending).SetProperty(d => d.Fence, d => d.Fence + 1));

        rehearsal.Errors.ShouldBeEmpty();
        rehearsal.Commands.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            sql => sql.ShouldContain("UPDATE"),
            sql => sql.ShouldNotContain("UPDLOCK"));
    }
}
