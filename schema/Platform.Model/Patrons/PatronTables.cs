using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Model.Libraries;

namespace Platform.Model.Patrons;

internal sealed class PatronTables :
    IEntityTypeConfiguration<Patron>,
    IEntityTypeConfiguration<SchoolYear>,
    IEntityTypeConfiguration<SchoolClass>,
    IEntityTypeConfiguration<ClassMembership>
{
    /// <summary>Name of the index that keeps card numbers unique in a library.</summary>
    public const string CardNumber = "IX_Patrons_LibraryId_CardNumber";

    /// <summary>Name of the index that lets a pupil be in one class at a time.</summary>
    public const string OneClassAtATime = "UX_ClassMembership_OneAtATime";

    public void Configure(EntityTypeBuilder<Patron> patron)
    {
        patron.Property(p => p.CardNumber).HasMaxLength(30);
        patron.Property(p => p.FullName).HasMaxLength(100);
        patron.Property(p => p.NameKey).HasMaxLength(100).IsFolded();
        patron.Property(p => p.ClassName).HasMaxLength(20);
        patron.Property(p => p.MinistryCode).HasMaxLength(20);
        patron.HasOne(p => p.Library).WithMany().HasForeignKey(p => p.LibraryId).OnDelete(DeleteBehavior.Restrict);
        patron.HasIndex(p => new { p.LibraryId, p.CardNumber }).IsUnique();
        patron.HasIndex(p => new { p.LibraryId, p.NameKey });
        patron.HasIndex(p => new { p.LibraryId, p.MinistryCode }).IsUnique().HasFilter("[MinistryCode] IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<SchoolYear> year)
    {
        year.Ignore(y => y.Name);
        year.HasOne<Library>().WithMany().HasForeignKey(y => y.LibraryId).OnDelete(DeleteBehavior.Restrict);
        year.HasIndex(y => new { y.LibraryId, y.StartYear }).IsUnique().HasFilter("[LibraryId] IS NOT NULL");
        year.HasIndex(y => y.StartYear).IsUnique().HasFilter("[LibraryId] IS NULL");
    }

    public void Configure(EntityTypeBuilder<SchoolClass> schoolClass)
    {
        schoolClass.Property(c => c.Name).HasMaxLength(20);
        schoolClass.Property(c => c.MinistryCode).HasMaxLength(20);
        schoolClass.HasOne(c => c.Library).WithMany().HasForeignKey(c => c.LibraryId).OnDelete(DeleteBehavior.Restrict);
        schoolClass.HasOne<Patron>().WithMany().HasForeignKey(c => c.TeacherId).OnDelete(DeleteBehavior.Restrict);
        schoolClass.HasIndex(c => new { c.LibraryId, c.StartYear, c.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ClassMembership> membership)
    {
        membership.HasOne<Library>().WithMany().HasForeignKey(m => m.LibraryId).OnDelete(DeleteBehavior.Restrict);
        membership.HasOne(m => m.Patron).WithMany().HasForeignKey(m => m.PatronId).OnDelete(DeleteBehavior.Restrict);
        membership.HasOne(m => m.Class).WithMany().HasForeignKey(m => m.ClassId).OnDelete(DeleteBehavior.Restrict);
        membership.HasIndex(m => m.PatronId).IsUnique().HasDatabaseName(OneClassAtATime).HasFilter("[UntilOn] IS NULL");
        membership.HasIndex(m => new { m.ClassId, m.UntilOn });
    }
}
