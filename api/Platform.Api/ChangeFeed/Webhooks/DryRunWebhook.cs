using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.ChangeFeed.Webhooks;

namespace Platform.Api.ChangeFeed.Webhooks;

/// <summary>Shows what a webhook would be sent next. Nothing is sent, and nothing is moved.</summary>
[Requires(Permission.Administer)]
internal sealed class DryRunWebhook(LibraryDb db, WebhookFeed feed) : IMutation<DryRunWebhookInput, DryRunWebhookPayload>
{
    public async Task<DryRunWebhookPayload> RunAsync(DryRunWebhookInput input, CancellationToken cancellationToken)
    {
        var webhook = await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(w => w.Id == input.WebhookId.Key, cancellationToken);
        if (webhook is null)
            return new DryRunWebhookPayload { Errors = [NotFound.At("webhookId")] };
        if (input.After is { } after)
            (webhook.Position, webhook.SendingUpTo) = (after, null);
        if (await feed.ScopeOfAsync(db, webhook, cancellationToken) is not { } scope)
            return new DryRunWebhookPayload { Changes = 0 };
        var message = await feed.NextAsync(db, webhook, scope, cancellationToken);
        return new DryRunWebhookPayload
        {
            Changes = message.Changes.Count,
            Body = message.Changes.Count == 0 ? null : Encoding.UTF8.GetString(message.Body()),
            LastSequence = message.Through,
        };
    }
}

/// <summary>Which webhook is looked at.</summary>
internal sealed record DryRunWebhookInput : MutationInput
{
    /// <summary>The webhook.</summary>
    public required Ref<Webhook> WebhookId { get; init; }

    /// <summary>As if it stood at this sequence of the change feed; where it stands when nothing is said.</summary>
    public long? After { get; init; }
}

/// <summary>What would be sent.</summary>
internal sealed record DryRunWebhookPayload : Payload
{
    /// <summary>How many changes the message would tell of; 0 when there are none, or when its account is locked.</summary>
    public int? Changes { get; init; }

    /// <summary>The body, byte for byte; null when nothing would be sent.</summary>
    public string? Body { get; init; }

    /// <summary>Where the webhook would stand afterwards.</summary>
    public long? LastSequence { get; init; }
}
