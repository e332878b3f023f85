using Microsoft.EntityFrameworkCore;
using Platform.Api.Access;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.ChangeFeed;
using Platform.Model.ChangeFeed.Webhooks;
using Platform.Model.Notices;
using Platform.Storage.ChangeFeed;

namespace Platform.Api.ChangeFeed.Webhooks;

/// <summary>Reads what a webhook is to be told next: what its account may see at this time, of the types it asked for.</summary>
internal sealed class WebhookFeed(PlatformSchema schema, TimeProvider clock)
{
    private const int EntriesAtOnce = 500;

    /// <summary>Whether the account on whose behalf the webhook listens is open; its scope then.</summary>
    public Task<Scope?> ScopeOfAsync(LibraryDb db, Webhook webhook, CancellationToken cancellationToken) =>
        BearerScopes.AccountScopeAsync(db, webhook.AccountId, clock.Today(), cancellationToken);

    /// <summary>The next message from the place where the webhook stands; without changes when there is nothing for it up to there.</summary>
    public async Task<WebhookMessage> NextAsync(LibraryDb db, Webhook webhook, Scope scope, CancellationToken cancellationToken)
    {
        var entries = await FeedReader.ReadAfterAsync(db, webhook.Position, EntriesAtOnce, cancellationToken);
        var stretch = webhook.SendingUpTo is { } end ? entries.Where(e => e.Sequence <= end).ToList() : entries;
        // Of webhooks themselves no webhook is told: a message would be about the message before.
        var told = stretch.Where(e => e.Entity != nameof(Webhook) && webhook.WantsType(e.Entity) && RowChange.IsSeenBy(scope, schema.Entities, e))
            .Take(WebhookMessage.MostChanges).Select(RowChange.Of).ToList();
        var through = webhook.SendingUpTo ?? (told.Count == WebhookMessage.MostChanges ? told[^1].Sequence : stretch.Count > 0 ? stretch[^1].Sequence : webhook.Position);
        return new WebhookMessage(WebhookMessage.IdOf(webhook, through), told, through, entries.Count > 0 && entries[^1].Sequence > through || entries.Count == EntriesAtOnce)
        {
            Notices = await NoticesAsync(db, told, cancellationToken),
        };
    }

    private static async Task<IReadOnlyDictionary<long, NoticeKind>> NoticesAsync(LibraryDb db, List<RowChange> told, CancellationToken cancellationToken)
    {
        var keys = told.Where(c => c is { Type: nameof(Notice), Kind: ChangeKind.Created }).Select(c => c.Key).ToList();
        return keys.Count == 0
            ? new Dictionary<long, NoticeKind>()
            : await db.Notices.IgnoreQueryFilters([LibraryDb.ScopeFilter]).Where(n => keys.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Kind, cancellationToken); // told: the account may see them
    }
}
