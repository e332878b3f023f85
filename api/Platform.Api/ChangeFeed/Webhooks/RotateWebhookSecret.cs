using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.ChangeFeed.Webhooks;

namespace Platform.Api.ChangeFeed.Webhooks;

/// <summary>Gives a webhook a new secret; from the next attempt on messages are signed with it alone. Let the receiver take both for a while.</summary>
[Requires(Permission.Administer)]
internal sealed class RotateWebhookSecret(LibraryDb db, WebhookSecrets secrets) : IMutation<RotateWebhookSecretInput, RotateWebhookSecretPayload>
{
    public async Task<RotateWebhookSecretPayload> RunAsync(RotateWebhookSecretInput input, CancellationToken cancellationToken)
    {
        var webhook = await db.Webhooks.SingleOrDefaultAsync(w => w.Id == input.WebhookId.Key, cancellationToken);
        if (webhook is null)
            return new RotateWebhookSecretPayload { Errors = [NotFound.At("webhookId")] };
        var secret = WebhookSignature.NewSecret();
        webhook.ProtectedSecret = secrets.Protect(secret);
        await db.SaveChangesAsync(cancellationToken);
        return new RotateWebhookSecretPayload { Webhook = webhook.Id, Secret = secret };
    }
}

/// <summary>Which webhook gets a new secret.</summary>
internal sealed record RotateWebhookSecretInput : MutationInput
{
    /// <summary>The webhook.</summary>
    public required Ref<Webhook> WebhookId { get; init; }
}

/// <summary>The webhook and its new secret.</summary>
internal sealed record RotateWebhookSecretPayload : Payload
{
    /// <summary>The webhook.</summary>
    public Ref<Webhook>? Webhook { get; init; }

    /// <summary>The new key of its signatures, shown this once: a repeated call with the same idempotency key does not show it again.</summary>
    [JsonIgnore]
    public string? Secret { get; init; }
}
