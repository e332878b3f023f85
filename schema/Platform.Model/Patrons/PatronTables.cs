using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Model.Patrons;

internal sealed class PatronTables : IEntityTypeConfiguration<Patron>
{
    public void Configure(EntityTypeBuilder<Patron> patron)
    {
        patron.Property(p => p.CardNumber).HasMaxLength(30);
        patron.Property(p => p.FullName).HasMaxLength(100);
        patron.Property(p => p.NameKey).HasMaxLength(100).IsFolded();
        patron.Property(p => p.ClassName).HasMaxLength(20);
        patron.HasOne(p => p.Library).WithMany().HasForeignKey(p => p.LibraryId).OnDelete(DeleteBehavior.Restrict);
        patron.HasIndex(p => new { p.LibraryId, p.CardNumber }).IsUnique();
        patron.HasIndex(p => new { p.LibraryId, p.NameKey });
    }
}
