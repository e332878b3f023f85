using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.ChangeFeed.Webhooks;

namespace Platform.Api.ChangeFeed.Webhooks;

/// <summary>What the API shows of a webhook: all but its secret.</summary>
internal sealed class WebhookFields : EntityType<Webhook>
{
    public WebhookFields()
        : base(Permission.Administer, w => w.Id)
    {
        Column(w => w.Title).Sortable();
        Column(w => w.Address);
        Computed<IReadOnlyList<string>>(
            "types", "Names of the types whose changes it is told of; empty for all.", [Hidden(w => w.Types)],
            values => ((string)values[0]!).Split(' ', StringSplitOptions.RemoveEmptyEntries)); // the column is required
        Column(w => w.State).Filterable();
        Column(w => w.PausedBecause);
        Column(w => w.PausedAt);
        Column(w => w.Position);
        Column(w => w.FailedAttempts);
        Column(w => w.NextAttemptAt);
        Column(w => w.CreatedAt).Sortable();
        One<Account>("account", "The account on whose behalf it listens.", w => w.AccountId).Filterable();
        Many("attempts", "What was tried, for 30 days.", (WebhookAttempt attempt) => attempt.WebhookId);
    }
}

/// <summary>What the API shows of an attempt to send.</summary>
internal sealed class WebhookAttemptFields : EntityType<WebhookAttempt>
{
    public WebhookAttemptFields()
        : base(Permission.Administer, a => a.Id)
    {
        Column(a => a.At).Sortable().Filterable();
        Column(a => a.IsTest).Filterable();
        Column(a => a.FirstSequence);
        Column(a => a.LastSequence);
        Column(a => a.Changes);
        Column(a => a.Outcome).Filterable();
        Column(a => a.Status);
        Column(a => a.Milliseconds);
    }
}
