using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.ChangeFeed.Webhooks;

namespace Platform.Api.ChangeFeed.Webhooks;

/// <summary>Sends to a webhook again, from where it stands.</summary>
[Requires(Permission.Administer)]
internal sealed class ResumeWebhook(LibraryDb db, TimeProvider clock) : IMutation<ResumeWebhookInput, ResumeWebhookPayload>
{
    public async Task<ResumeWebhookPayload> RunAsync(ResumeWebhookInput input, CancellationToken cancellationToken)
    {
        var webhook = await db.Webhooks.SingleOrDefaultAsync(w => w.Id == input.WebhookId.Key, cancellationToken);
        if (webhook is null)
            return new ResumeWebhookPayload { Errors = [NotFound.At("webhookId")] };
        webhook.Resume(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new ResumeWebhookPayload { Webhook = webhook.Id };
    }
}

/// <summary>Which webhook goes on.</summary>
internal sealed record ResumeWebhookInput : MutationInput
{
    /// <summary>The webhook.</summary>
    public required Ref<Webhook> WebhookId { get; init; }
}

/// <summary>The active webhook.</summary>
internal sealed record ResumeWebhookPayload : Payload
{
    /// <summary>The webhook.</summary>
    public Ref<Webhook>? Webhook { get; init; }
}
