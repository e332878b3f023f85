using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Model.Libraries;

namespace Platform.Model.Repository;

/// <summary>Tables of reading under copyright, of uses and of payment, and the names of their indexes.</summary>
public sealed class ReadingTables :
    IEntityTypeConfiguration<ReadingSeat>,
    IEntityTypeConfiguration<EResourceUse>,
    IEntityTypeConfiguration<PaidAccess>
{
    /// <summary>Name of the index that gives a reader one seat only.</summary>
    public const string OneSeatPerReader = "UX_ReadingSeat_OnePerReader";

    /// <summary>Name of the index that counts a use once for each person and session.</summary>
    public const string OneUsePerSession = "UX_EResourceUse_OnePerSession";

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<ReadingSeat> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("ReadingSeats", table => table.HasCheckConstraint("CK_ReadingSeat_Number", "[Number] > 0"));
        builder.Property(s => s.Reader).HasMaxLength(64).IsUnicode(false);
        builder.HasOne(s => s.Resource).WithMany().HasForeignKey(s => s.ResourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.ResourceId, s.Number }).IsUnique();
        builder.HasIndex(s => new { s.ResourceId, s.Reader }).IsUnique().HasDatabaseName(OneSeatPerReader).HasFilter("[Reader] IS NOT NULL");
        builder.HasIndex(s => s.LeaseId);
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<EResourceUse> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("EResourceUses");
        builder.Property(u => u.SessionKey).HasMaxLength(64).IsUnicode(false);
        builder.HasOne(u => u.Resource).WithMany().HasForeignKey(u => u.ResourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Library>().WithMany().HasForeignKey(u => u.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Library>().WithMany().HasForeignKey(u => u.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(u => new { u.ResourceId, u.Kind, u.SessionKey }).IsUnique().HasDatabaseName(OneUsePerSession);
        builder.HasIndex(u => new { u.LibraryId, u.UsedOn });
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<PaidAccess> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("PaidAccesses", table => table.HasCheckConstraint("CK_PaidAccess_Amount", "[Amount] >= 0"));
        builder.HasOne(p => p.Resource).WithMany().HasForeignKey(p => p.ResourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Library>().WithMany().HasForeignKey(p => p.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Library>().WithMany().HasForeignKey(p => p.PayerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.ResourceId, p.PayerId, p.FromOn }).IsUnique();
    }
}
