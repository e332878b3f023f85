using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Model.Libraries;

namespace Platform.Model.Patrons;

/// <summary>The patrons' tables, and the names of the indexes that hold their invariants.</summary>
public sealed class PatronTables :
    IEntityTypeConfiguration<Patron>,
    IEntityTypeConfiguration<SchoolYear>,
    IEntityTypeConfiguration<SchoolClass>,
    IEntityTypeConfiguration<ClassMembership>,
    IEntityTypeConfiguration<ClassPromotion>,
    IEntityTypeConfiguration<PatronLook>
{
    /// <summary>Name of the index that keeps card numbers unique in a library.</summary>
    public const string CardNumber = "IX_Patrons_LibraryId_CardNumber";

    /// <summary>Name of the index that lets a pupil be in one class at a time.</summary>
    public const string OneClassAtATime = "UX_ClassMembership_OneAtATime";

    /// <summary>Name of the index that lets a school year be promoted once.</summary>
    public const string OnePromotionAYear = "UX_ClassPromotion_OneAYear";

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<Patron> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(p => p.CardNumber).HasMaxLength(30);
        builder.Property(p => p.FullName).HasMaxLength(100);
        builder.Property(p => p.NameKey).HasMaxLength(100).IsFolded();
        builder.Property(p => p.ClassName).HasMaxLength(20);
        builder.Property(p => p.MinistryCode).HasMaxLength(20);
        builder.HasOne(p => p.Library).WithMany().HasForeignKey(p => p.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.LibraryId, p.CardNumber }).IsUnique();
        builder.HasIndex(p => new { p.LibraryId, p.NameKey });
        builder.HasIndex(p => new { p.LibraryId, p.MinistryCode }).IsUnique().HasFilter("[MinistryCode] IS NOT NULL");
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<SchoolYear> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Ignore(y => y.Name);
        builder.HasOne<Library>().WithMany().HasForeignKey(y => y.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(y => new { y.LibraryId, y.StartYear }).IsUnique().HasFilter("[LibraryId] IS NOT NULL");
        builder.HasIndex(y => y.StartYear).IsUnique().HasFilter("[LibraryId] IS NULL");
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<SchoolClass> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(c => c.Name).HasMaxLength(20);
        builder.Property(c => c.MinistryCode).HasMaxLength(20);
        builder.HasOne(c => c.Library).WithMany().HasForeignKey(c => c.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Patron>().WithMany().HasForeignKey(c => c.TeacherId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.LibraryId, c.StartYear, c.Name }).IsUnique();
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<ClassMembership> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.HasOne<Library>().WithMany().HasForeignKey(m => m.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(m => m.Patron).WithMany().HasForeignKey(m => m.PatronId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(m => m.Class).WithMany().HasForeignKey(m => m.ClassId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => m.PatronId).IsUnique().HasDatabaseName(OneClassAtATime).HasFilter("[UntilOn] IS NULL");
        builder.HasIndex(m => new { m.ClassId, m.UntilOn });
        builder.HasOne<ClassPromotion>().WithMany().HasForeignKey(m => m.PromotionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ClassPromotion>().WithMany().HasForeignKey(m => m.ClosedByPromotionId).OnDelete(DeleteBehavior.Restrict);
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<ClassPromotion> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.HasOne<Library>().WithMany().HasForeignKey(p => p.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.LibraryId, p.FromStartYear }).IsUnique().HasDatabaseName(OnePromotionAYear).HasFilter("[RevertedAt] IS NULL");
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<PatronLook> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(l => l.Actor).HasMaxLength(100);
        builder.HasOne<Library>().WithMany().HasForeignKey(l => l.LibraryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Patron>().WithMany().HasForeignKey(l => l.PatronId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => new { l.PatronId, l.At });
    }
}
