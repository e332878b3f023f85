using Microsoft.EntityFrameworkCore;
using Platform.Model.Access;
using Platform.Model.ChangeFeed.Webhooks;

namespace Platform.Model;

/// <summary>Webhooks: seen by those who run the platform, and by nobody else.</summary>
public abstract partial class LibraryDb
{
    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<WebhookAttempt> WebhookAttempts => Set<WebhookAttempt>();

    private bool AdministersEverything { get; } = scope.ReachOf(Permission.Administer).Everywhere;

    private void FilterWebhooks(ModelBuilder model)
    {
        model.Entity<Webhook>().HasQueryFilter(ScopeFilter, w => AdministersEverything);
        model.Entity<WebhookAttempt>().HasQueryFilter(ScopeFilter, a => AdministersEverything);
    }
}
