using Microsoft.EntityFrameworkCore;
using Platform.Model.Access;
using Platform.Model.Reporting.Delivery;
using Platform.Storage;

namespace Platform.Reporting.Delivery;

/// <summary>The ledger as workers see it: take a lease, read, write the outcome. Any number of workers on any number of machines share it.</summary>
internal sealed class DeliveryQueue(LibraryDbFactory databases, TimeProvider clock)
{
    /// <summary>Leases the delivery that has been due longest; null when none is due.</summary>
    public async Task<DeliveryLease?> TakeAsync(string worker, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System);
        while (true)
        {
            var now = clock.GetUtcNow();
            var next = await db.Deliveries.Due(now)
                .OrderBy(d => d.NextAttemptAt).ThenBy(d => d.Id)
                .Select(d => new DeliveryLease(d.Id, d.Fence))
                .FirstOrDefaultAsync(cancellationToken);
            if (next is null)
                return null;

            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            // One statement decides between workers: only the fence that was read can be raised, and it can be raised once.
            var taken = await db.Deliveries.Due(now).Where(d => d.Id == next.DeliveryId && d.Fence == next.Fence)
                .ExecuteUpdateAsync(
                    set => set
                        .SetProperty(d => d.State, DeliveryState.Sending)
                        .SetProperty(d => d.Fence, d => d.Fence + 1)
                        .SetProperty(d => d.Attempts, d => d.Attempts + 1)
                        .SetProperty(d => d.Version, d => d.Version + 1)
                        .SetProperty(d => d.LeasedBy, worker)
                        .SetProperty(d => d.LeasedUntil, now + lease),
                    cancellationToken);
            if (taken == 0)
                continue; // another worker was faster

            db.Add(new DeliveryAttempt { DeliveryId = next.DeliveryId, Fence = next.Fence + 1, Worker = worker, StartedAt = now });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return next with { Fence = next.Fence + 1 };
        }
    }

    /// <summary>How many deliveries were given up and wait for a person.</summary>
    public async Task<int> DeadAsync(CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System);
        return await db.Deliveries.CountAsync(d => d.State == DeliveryState.Dead, cancellationToken);
    }

    /// <summary>The leased delivery with its files and their bytes.</summary>
    public async Task<ReportDelivery> ReadAsync(DeliveryLease lease, CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System);
        return await db.Deliveries.AsNoTracking()
            .Include(d => d.Files.OrderBy(f => f.Ordinal)).ThenInclude(f => f.Content)
            .Include(d => d.Library)
            .Include(d => d.Organisation)
            .SingleAsync(d => d.Id == lease.DeliveryId, cancellationToken);
    }

    /// <summary>Writes what came of the attempt, if the worker still holds the lease.</summary>
    /// <returns>What became of the delivery; null when the lease was lost: then whoever took it up writes the outcome.</returns>
    public async Task<Settlement?> SettleAsync(DeliveryLease lease, DeliveryOutcome outcome, RetryPlan plan, CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System);
        var delivery = await db.Deliveries
            .Include(d => d.AttemptLog.Where(a => a.Fence == lease.Fence))
            .SingleAsync(d => d.Id == lease.DeliveryId, cancellationToken);
        if (delivery.Fence != lease.Fence || delivery.State is not DeliveryState.Sending)
            return null;

        var superseded = await db.Deliveries.LaterThan(delivery).AnyAsync(cancellationToken);
        var settlement = DeliveryRule.Settle(delivery, outcome, superseded, plan, clock.GetUtcNow());
        Write(delivery, settlement);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return settlement;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }

    private void Write(ReportDelivery delivery, Settlement settlement)
    {
        var now = clock.GetUtcNow();
        delivery.State = settlement.State;
        delivery.LeasedUntil = null;
        delivery.LeasedBy = null;
        delivery.NextAttemptAt = settlement.NextAttemptAt ?? delivery.NextAttemptAt;
        delivery.Receipt = Fit(settlement.Receipt) ?? delivery.Receipt;
        delivery.ReceivedAt = settlement.State is DeliveryState.Accepted or DeliveryState.Rejected ? now : delivery.ReceivedAt;
        delivery.Message = Fit(settlement.Message);
        foreach (var attempt in delivery.AttemptLog)
        {
            attempt.EndedAt = now;
            attempt.Result = settlement.State;
            attempt.Detail = Fit(settlement.Receipt ?? settlement.Message);
        }
    }

    private static string? Fit(string? text) =>
        text is { Length: > DeliveryTables.MessageLength } ? text[..DeliveryTables.MessageLength] : text;
}
