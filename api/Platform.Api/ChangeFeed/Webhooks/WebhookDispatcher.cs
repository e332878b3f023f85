using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.ChangeFeed.Webhooks;
using Platform.Storage;

namespace Platform.Api.ChangeFeed.Webhooks;

/// <summary>
/// Sends each webhook its next message, one at a time: the following message waits until this one was received, so that all changes (and
/// so those of one row) arrive in order. Where it stands is saved after the answer: a server that dies in between sends again.
/// </summary>
internal sealed class WebhookDispatcher(LibraryDbFactory databases, WebhookFeed feed, WebhookSender sender, IOptions<WebhookOptions> options, TimeProvider clock)
{
    private const int MostAtOnce = 8;

    /// <summary>Sends what is due now.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        List<long> due;
        await using (var db = databases.For(Scope.System))
        {
            due = await Due(db, clock.GetUtcNow())
                .Where(w => db.ChangeFeed.Any(e => e.Sequence > w.Position))
                .OrderBy(w => w.NextAttemptAt).Select(w => w.Id).ToListAsync(cancellationToken);
        }
        var work = new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(due, work, async (id, token) =>
        {
            while (await SendNextAsync(id, token))
            {
                // The feed goes on behind the message.
            }
        });
    }

    private static IQueryable<Webhook> Due(LibraryDb db, DateTimeOffset now) => db.Webhooks.Where(w =>
        w.State == WebhookState.Active && w.NextAttemptAt <= now && (w.LeasedUntil == null || w.LeasedUntil <= now));

    /// <summary>Whether it was received and there is more.</summary>
    private async Task<bool> SendNextAsync(long id, CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System);
        if (await Due(db, clock.GetUtcNow()).AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, cancellationToken) is not { } webhook)
            return false;
        if (await feed.ScopeOfAsync(db, webhook, cancellationToken) is not { } scope)
        {
            await PauseAsync(db, webhook, WebhookPause.AccountLocked, cancellationToken);
            return false;
        }
        var message = await feed.NextAsync(db, webhook, scope, cancellationToken);
        if (message.Through == webhook.Position)
            return false;
        if (message.Changes.Count == 0)
            return await PassAsync(db, webhook, message, cancellationToken) && message.HasMore;
        var lease = Guid.NewGuid().ToString("N");
        if (!await TakeAsync(db, webhook, message, lease, cancellationToken))
            return false;
        var answer = await sender.SendAsync(webhook, message, cancellationToken);
        return await SettleAsync(db, webhook, message, lease, answer, cancellationToken) && message.HasMore;
    }

    // One statement decides between servers: who takes it must have read the place where it still stands.
    private async Task<bool> TakeAsync(LibraryDb db, Webhook webhook, WebhookMessage message, string lease, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await Due(db, now).Where(w => w.Id == webhook.Id && w.Position == webhook.Position && w.SendingUpTo == webhook.SendingUpTo)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(w => w.Lease, lease)
                    .SetProperty(w => w.LeasedUntil, now + options.Value.Lease)
                    .SetProperty(w => w.SendingUpTo, message.Through),
                cancellationToken) == 1;
    }

    // Nothing in the stretch is for this webhook: it need not hear of it.
    private async Task<bool> PassAsync(LibraryDb db, Webhook webhook, WebhookMessage message, CancellationToken cancellationToken) =>
        await Due(db, clock.GetUtcNow()).Where(w => w.Id == webhook.Id && w.Position == webhook.Position)
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.Position, message.Through).SetProperty(w => w.SendingUpTo, (long?)null), cancellationToken) == 1;

    private Task<int> PauseAsync(LibraryDb db, Webhook webhook, WebhookPause because, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return db.Webhooks.Where(w => w.Id == webhook.Id && w.State == WebhookState.Active).ExecuteUpdateAsync(
            set => set.SetProperty(w => w.State, WebhookState.Paused).SetProperty(w => w.PausedBecause, because).SetProperty(w => w.PausedAt, now),
            cancellationToken);
    }

    private async Task<bool> SettleAsync(
        LibraryDb db, Webhook webhook, WebhookMessage message, string lease, WebhookAnswer answer, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var standing = WebhookRule.After(webhook.Id, webhook.FailedAttempts, answer.Outcome, options.Value.Plan, now);
        var received = answer.Outcome is WebhookOutcome.Received;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var settled = await db.Webhooks.Where(w => w.Id == webhook.Id && w.Lease == lease).ExecuteUpdateAsync(
            set => set
                .SetProperty(w => w.Position, w => received ? message.Through : w.Position)
                .SetProperty(w => w.SendingUpTo, w => received ? null : w.SendingUpTo)
                .SetProperty(w => w.FailedAttempts, standing.FailedAttempts)
                .SetProperty(w => w.NextAttemptAt, standing.NextAttemptAt)
                .SetProperty(w => w.Lease, (string?)null)
                .SetProperty(w => w.LeasedUntil, (DateTimeOffset?)null),
            cancellationToken);
        if (standing.Pause is { } because && settled == 1)
            await PauseAsync(db, webhook, because, cancellationToken);
        db.WebhookAttempts.Add(Attempt(webhook, message, answer, now));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return settled == 1 && received;
    }

    private static WebhookAttempt Attempt(Webhook webhook, WebhookMessage message, WebhookAnswer answer, DateTimeOffset now) => new()
    {
        WebhookId = webhook.Id,
        At = now,
        FirstSequence = message.Changes[0].Sequence,
        LastSequence = message.Changes[^1].Sequence,
        Changes = message.Changes.Count,
        Outcome = answer.Outcome,
        Status = answer.Status,
        Milliseconds = answer.Milliseconds,
    };
}
