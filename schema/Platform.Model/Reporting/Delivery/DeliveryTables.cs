using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Model.Reporting.Delivery;

/// <summary>Mapping of the delivery ledger.</summary>
public sealed class DeliveryTables :
    IEntityTypeConfiguration<ReportDelivery>,
    IEntityTypeConfiguration<DeliveryFile>,
    IEntityTypeConfiguration<DeliveryContent>,
    IEntityTypeConfiguration<DeliveryAttempt>,
    IEntityTypeConfiguration<DeliveryRecipient>
{
    /// <summary>Name of the index that lets a delivery be entered once.</summary>
    public const string OneDeliveryPerKey = "UX_Delivery_OnePerKey";

    /// <summary>Name of the index that keeps the same bytes once.</summary>
    public const string OneContentPerHash = "UX_DeliveryContent_OnePerHash";

    /// <summary>Greatest length of a receipt, a refusal or a fault.</summary>
    public const int MessageLength = 2000;

    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<ReportDelivery> builder)
    {
        builder.Property(d => d.Key).HasMaxLength(DeliveryKey.Length);
        builder.Property(d => d.Subject).HasMaxLength(DeliveryKey.Length);
        builder.Property(d => d.DefinitionCode).HasMaxLength(20).IsUnicode(false);
        builder.Property(d => d.Period).HasMaxLength(20).IsUnicode(false);
        builder.Property(d => d.Address).HasMaxLength(500);
        builder.Property(d => d.Title).HasMaxLength(300);
        builder.Property(d => d.ContentHash).HasMaxLength(HashLength).IsFixedLength().IsUnicode(false);
        builder.Property(d => d.LeasedBy).HasMaxLength(100);
        builder.Property(d => d.Receipt).HasMaxLength(MessageLength);
        builder.Property(d => d.ConfirmedBy).HasMaxLength(100);
        builder.Property(d => d.Message).HasMaxLength(MessageLength);
        // Whoever saves a delivery must still hold the lease it was read under.
        builder.Property(d => d.Fence).IsConcurrencyToken();
        builder.HasOne(d => d.Library).WithMany().HasForeignKey(d => d.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(d => d.Organisation).WithMany().HasForeignKey(d => d.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => d.Key).IsUnique().HasDatabaseName(OneDeliveryPerKey);
        builder.HasIndex(d => new { d.Subject, d.Edition });
        builder.HasIndex(d => new { d.State, d.NextAttemptAt });
        builder.HasIndex(d => new { d.LibraryId, d.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<DeliveryFile> builder)
    {
        builder.Property(f => f.Name).HasMaxLength(200);
        builder.Property(f => f.MediaType).HasMaxLength(100).IsUnicode(false);
        builder.Property(f => f.Hash).HasMaxLength(HashLength).IsFixedLength().IsUnicode(false);
        builder.HasOne<ReportDelivery>().WithMany(d => d.Files).HasForeignKey(f => f.DeliveryId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(f => f.Content).WithMany().HasForeignKey(f => f.ContentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => new { f.DeliveryId, f.Ordinal }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DeliveryContent> builder)
    {
        builder.Property(c => c.Hash).HasMaxLength(HashLength).IsFixedLength().IsUnicode(false);
        builder.HasIndex(c => c.Hash).IsUnique().HasDatabaseName(OneContentPerHash);
    }

    public void Configure(EntityTypeBuilder<DeliveryAttempt> builder)
    {
        builder.Property(a => a.Worker).HasMaxLength(100);
        builder.Property(a => a.Detail).HasMaxLength(MessageLength);
        builder.HasOne<ReportDelivery>().WithMany(d => d.AttemptLog).HasForeignKey(a => a.DeliveryId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(a => new { a.DeliveryId, a.Fence }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DeliveryRecipient> builder)
    {
        builder.Property(r => r.Address).HasMaxLength(500);
        builder.Property(r => r.DefinitionCode).HasMaxLength(20).IsUnicode(false);
        builder.HasOne(r => r.Organisation).WithMany().HasForeignKey(r => r.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.OrganisationId, r.Channel, r.DefinitionCode, r.FromOn }).IsUnique();
    }
}
