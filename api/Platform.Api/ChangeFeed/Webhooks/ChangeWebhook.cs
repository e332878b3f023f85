using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.ChangeFeed.Webhooks;

namespace Platform.Api.ChangeFeed.Webhooks;

/// <summary>Changes what a webhook is told of, or where. What is not given stays.</summary>
[Requires(Permission.Administer)]
internal sealed class ChangeWebhook(LibraryDb db, WebhookCheck inputs) : IMutation<ChangeWebhookInput, ChangeWebhookPayload>
{
    public async Task<ChangeWebhookPayload> RunAsync(ChangeWebhookInput input, CancellationToken cancellationToken)
    {
        if (inputs.FaultOf(input.Title, input.Address, input.Types) is { } fault)
            return No(fault);
        var webhook = await db.Webhooks.SingleOrDefaultAsync(w => w.Id == input.WebhookId.Key, cancellationToken);
        if (webhook is null)
            return No(NotFound.At("webhookId"));
        if (input.Version is { } version && version != webhook.Version)
            return No(StaleVersion.Now);
        (webhook.Title, webhook.Address) = (input.Title ?? webhook.Title, input.Address ?? webhook.Address);
        webhook.Types = input.Types is null ? webhook.Types : string.Join(' ', input.Types);
        await db.SaveChangesAsync(cancellationToken);
        return new ChangeWebhookPayload { Webhook = webhook.Id };
    }

    private static ChangeWebhookPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>What changes.</summary>
internal sealed record ChangeWebhookInput : MutationInput
{
    /// <summary>The webhook.</summary>
    public required Ref<Webhook> WebhookId { get; init; }

    /// <summary>What it is for, in words; at most 100 characters.</summary>
    public string? Title { get; init; }

    /// <summary>Where messages are posted to: a public https:// address.</summary>
    public string? Address { get; init; }

    /// <summary>Names of the types whose changes it is told of; an empty list for all.</summary>
    public IReadOnlyList<string>? Types { get; init; }

    /// <summary>The version that the caller has read; when somebody saved the webhook since, nothing is done.</summary>
    public int? Version { get; init; }
}

/// <summary>The changed webhook.</summary>
internal sealed record ChangeWebhookPayload : Payload
{
    /// <summary>The webhook.</summary>
    public Ref<Webhook>? Webhook { get; init; }
}
