using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Model.Libraries;

internal sealed class LibraryTables :
    IEntityTypeConfiguration<Library>,
    IEntityTypeConfiguration<LibraryAsset>,
    IEntityTypeConfiguration<Organisation>,
    IEntityTypeConfiguration<LibraryParent>,
    IEntityTypeConfiguration<OrganisationParent>
{
    public void Configure(EntityTypeBuilder<Library> library)
    {
        library.Property(l => l.Code).HasMaxLength(20);
        library.Property(l => l.Name).HasMaxLength(200);
        library.Property(l => l.ShortName).HasMaxLength(80);
        library.Property(l => l.Place).HasMaxLength(100);
        library.Property(l => l.DocumentSuffix).HasMaxLength(20);
        library.Property(l => l.Principal).HasMaxLength(100);
        library.Property(l => l.Librarian).HasMaxLength(100);
        library.HasIndex(l => l.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<LibraryAsset> asset)
    {
        asset.Property(a => a.Name).HasMaxLength(200);
        asset.Property(a => a.Unit).HasMaxLength(20);
        asset.HasOne(a => a.Library).WithMany().HasForeignKey(a => a.LibraryId).OnDelete(DeleteBehavior.Restrict);
        asset.HasIndex(a => new { a.LibraryId, a.AcquiredOn });
        asset.ToTable(table => table.HasCheckConstraint("CK_LibraryAsset_Figures", "[Quantity] > 0 AND ([Cost] IS NULL OR [Cost] >= 0)"));
    }

    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.Property(o => o.Code).HasMaxLength(35);
        organisation.Property(o => o.Name).HasMaxLength(200);
        organisation.HasIndex(o => o.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<LibraryParent> parent)
    {
        parent.HasOne(p => p.Library).WithMany().HasForeignKey(p => p.LibraryId).OnDelete(DeleteBehavior.Restrict);
        parent.HasOne(p => p.Organisation).WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        parent.HasIndex(p => new { p.LibraryId, p.FromOn }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<OrganisationParent> parent)
    {
        parent.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        parent.HasOne<Organisation>().WithMany().HasForeignKey(p => p.ParentId).OnDelete(DeleteBehavior.Restrict);
        parent.HasIndex(p => new { p.OrganisationId, p.FromOn }).IsUnique();
    }
}
