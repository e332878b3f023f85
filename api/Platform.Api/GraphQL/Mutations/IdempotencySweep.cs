using Microsoft.EntityFrameworkCore;
using Platform.Model.Access;
using Platform.Storage;

namespace Platform.Api.GraphQL.Mutations;

/// <summary>Forgets answers of idempotent calls that are past their days, once an hour.</summary>
internal sealed class IdempotencySweep(LibraryDbFactory databases, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var oldest = clock.GetUtcNow().AddDays(-IdempotentCall.KeptDays);
            await using var db = databases.For(Scope.System);
            await db.IdempotentCalls.Where(c => c.At < oldest).ExecuteDeleteAsync(stoppingToken);
        }
    }
}
