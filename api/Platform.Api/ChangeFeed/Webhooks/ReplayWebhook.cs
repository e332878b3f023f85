using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.ChangeFeed.Webhooks;

namespace Platform.Api.ChangeFeed.Webhooks;

/// <summary>Sends a webhook everything after a sequence of the change feed again, or skips to it. Whether it is paused does not change.</summary>
[Requires(Permission.Administer)]
internal sealed class ReplayWebhook(LibraryDb db, TimeProvider clock) : IMutation<ReplayWebhookInput, ReplayWebhookPayload>
{
    public async Task<ReplayWebhookPayload> RunAsync(ReplayWebhookInput input, CancellationToken cancellationToken)
    {
        var webhook = await db.Webhooks.SingleOrDefaultAsync(w => w.Id == input.WebhookId.Key, cancellationToken);
        if (webhook is null)
            return new ReplayWebhookPayload { Errors = [NotFound.At("webhookId")] };
        webhook.MoveTo(input.After, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new ReplayWebhookPayload { Webhook = webhook.Id };
    }
}

/// <summary>Which webhook goes back, and where to.</summary>
internal sealed record ReplayWebhookInput : MutationInput
{
    /// <summary>The webhook.</summary>
    public required Ref<Webhook> WebhookId { get; init; }

    /// <summary>The sequence after which it goes on; 0 for the beginning of the change feed.</summary>
    public required long After { get; init; }
}

/// <summary>The webhook at its new place.</summary>
internal sealed record ReplayWebhookPayload : Payload
{
    /// <summary>The webhook.</summary>
    public Ref<Webhook>? Webhook { get; init; }
}
