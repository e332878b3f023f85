using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.ChangeFeed.Webhooks;

namespace Platform.Api.ChangeFeed.Webhooks;

/// <summary>Stops sending to a webhook. What happens meanwhile waits in the change feed; nothing is lost.</summary>
[Requires(Permission.Administer)]
internal sealed class PauseWebhook(LibraryDb db, TimeProvider clock) : IMutation<PauseWebhookInput, PauseWebhookPayload>
{
    public async Task<PauseWebhookPayload> RunAsync(PauseWebhookInput input, CancellationToken cancellationToken)
    {
        var webhook = await db.Webhooks.SingleOrDefaultAsync(w => w.Id == input.WebhookId.Key, cancellationToken);
        if (webhook is null)
            return new PauseWebhookPayload { Errors = [NotFound.At("webhookId")] };
        webhook.Pause(WebhookPause.Asked, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new PauseWebhookPayload { Webhook = webhook.Id };
    }
}

/// <summary>Which webhook is paused.</summary>
internal sealed record PauseWebhookInput : MutationInput
{
    /// <summary>The webhook.</summary>
    public required Ref<Webhook> WebhookId { get; init; }
}

/// <summary>The paused webhook.</summary>
internal sealed record PauseWebhookPayload : Payload
{
    /// <summary>The webhook.</summary>
    public Ref<Webhook>? Webhook { get; init; }
}
