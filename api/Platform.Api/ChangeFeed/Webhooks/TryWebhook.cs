using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.ChangeFeed.Webhooks;

namespace Platform.Api.ChangeFeed.Webhooks;

/// <summary>Posts a signed message of type <c>test</c>, without changes, and says how it was taken. Where the webhook stands does not change.</summary>
[Requires(Permission.Administer)]
[SavesByItself]
internal sealed class TryWebhook(LibraryDb db, WebhookSender sender, TimeProvider clock) : IMutation<TryWebhookInput, TryWebhookPayload>
{
    public async Task<TryWebhookPayload> RunAsync(TryWebhookInput input, CancellationToken cancellationToken)
    {
        var webhook = await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(w => w.Id == input.WebhookId.Key, cancellationToken);
        if (webhook is null)
            return new TryWebhookPayload { Errors = [NotFound.At("webhookId")] };
        var answer = await sender.SendAsync(webhook, WebhookMessage.Test(webhook), cancellationToken);
        var attempt = new WebhookAttempt
        {
            WebhookId = webhook.Id,
            At = clock.GetUtcNow(),
            IsTest = true,
            Outcome = answer.Outcome,
            Status = answer.Status,
            Milliseconds = answer.Milliseconds,
        };
        db.WebhookAttempts.Add(attempt);
        await db.SaveChangesAsync(cancellationToken);
        return new TryWebhookPayload { Attempt = attempt.Id };
    }
}

/// <summary>Which webhook is tried.</summary>
internal sealed record TryWebhookInput : MutationInput
{
    /// <summary>The webhook.</summary>
    public required Ref<Webhook> WebhookId { get; init; }
}

/// <summary>How the test was taken.</summary>
internal sealed record TryWebhookPayload : Payload
{
    /// <summary>The attempt.</summary>
    public Ref<WebhookAttempt>? Attempt { get; init; }
}
