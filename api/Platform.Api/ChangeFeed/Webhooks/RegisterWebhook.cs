using System.Text.Json.Serialization;
using Platform.Api.Access.Accounts;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.ChangeFeed.Webhooks;
using Platform.Storage.ChangeFeed;

namespace Platform.Api.ChangeFeed.Webhooks;

/// <summary>
/// Registers an address that is told of committed changes: by id, signed, in order, at least once. It is told of what its account may
/// see, and of nothing else.
/// </summary>
[Requires(Permission.Administer)]
internal sealed class RegisterWebhook(LibraryDb db, AccountOffice office, WebhookCheck inputs, WebhookSecrets secrets, TimeProvider clock)
    : IMutation<RegisterWebhookInput, RegisterWebhookPayload>
{
    public async Task<RegisterWebhookPayload> RunAsync(RegisterWebhookInput input, CancellationToken cancellationToken)
    {
        if (inputs.FaultOf(input.Title, input.Address, input.Types) is { } fault)
            return No(fault);
        if ((input.AccountId?.Key ?? db.Scope.AccountId) is not { } accountId)
            return No(NotPermitted.SignedInOnly);
        var (account, denied) = await office.ManagedAsync(accountId, "accountId", cancellationToken);
        if (account is null)
            return No(denied!); // one or the other
        var (secret, now) = (WebhookSignature.NewSecret(), clock.GetUtcNow());
        var webhook = new Webhook
        {
            AccountId = account.Id,
            Title = input.Title,
            Address = input.Address,
            Types = string.Join(' ', input.Types ?? []),
            ProtectedSecret = secrets.Protect(secret),
            Position = input.After ?? await FeedReader.LastAsync(db, cancellationToken),
            NextAttemptAt = now,
            CreatedAt = now,
        };
        db.Webhooks.Add(webhook);
        await db.SaveChangesAsync(cancellationToken);
        return new RegisterWebhookPayload { Webhook = webhook.Id, Secret = secret };
    }

    private static RegisterWebhookPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>The webhook to register.</summary>
internal sealed record RegisterWebhookInput : MutationInput
{
    /// <summary>What it is for, in words; at most 100 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Where messages are posted to: a public https:// address.</summary>
    public required string Address { get; init; }

    /// <summary>Names of the types whose changes it is told of, as <c>__typename</c> has them; all when nothing is said.</summary>
    public IReadOnlyList<string>? Types { get; init; }

    /// <summary>The account on whose behalf it listens; the caller's own when nothing is said.</summary>
    public Ref<Account>? AccountId { get; init; }

    /// <summary>Begin after this sequence of the change feed; with what happens from now on when nothing is said.</summary>
    public long? After { get; init; }
}

/// <summary>The registered webhook.</summary>
[FailsWith(typeof(AccountRefused))]
internal sealed record RegisterWebhookPayload : Payload
{
    /// <summary>The webhook.</summary>
    public Ref<Webhook>? Webhook { get; init; }

    /// <summary>The key of its signatures, shown this once: a repeated call with the same idempotency key does not show it again.</summary>
    [JsonIgnore]
    public string? Secret { get; init; }
}
