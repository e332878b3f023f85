using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Model.ChangeFeed.Webhooks;

internal sealed class WebhookTables : IEntityTypeConfiguration<Webhook>, IEntityTypeConfiguration<WebhookAttempt>
{
    public void Configure(EntityTypeBuilder<Webhook> webhook)
    {
        webhook.Property(w => w.Title).HasMaxLength(Webhook.LongestTitle);
        webhook.Property(w => w.Address).HasMaxLength(Webhook.LongestAddress);
        webhook.Property(w => w.Types).HasMaxLength(2000).IsUnicode(false);
        webhook.Property(w => w.ProtectedSecret).HasMaxLength(500).IsUnicode(false);
        webhook.Property(w => w.Lease).HasMaxLength(32).IsUnicode(false);
        webhook.HasOne(w => w.Account).WithMany().HasForeignKey(w => w.AccountId).OnDelete(DeleteBehavior.Restrict);
        webhook.HasIndex(w => new { w.State, w.NextAttemptAt });
    }

    public void Configure(EntityTypeBuilder<WebhookAttempt> attempt)
    {
        attempt.HasOne(a => a.Webhook).WithMany(w => w.Attempts).HasForeignKey(a => a.WebhookId).OnDelete(DeleteBehavior.Restrict);
        attempt.HasIndex(a => a.At);
    }
}
