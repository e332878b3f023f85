using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Model.Catalogue.Editing;

internal sealed class EditingTables : IEntityTypeConfiguration<CataloguingDefaults>
{
    public void Configure(EntityTypeBuilder<CataloguingDefaults> defaults)
    {
        defaults.ToTable("CataloguingDefaults");
        defaults.HasKey(d => d.LibraryId);
        defaults.Property(d => d.LibraryId).ValueGeneratedNever();
        defaults.Property(d => d.Agency).HasMaxLength(50);
        defaults.Property(d => d.DescriptionLanguage).HasMaxLength(3);
        defaults.Property(d => d.Rules).HasMaxLength(20);
        defaults.Property(d => d.Language).HasMaxLength(3);
        defaults.Property(d => d.Country).HasMaxLength(3);
        defaults.HasOne(d => d.Library).WithMany().HasForeignKey(d => d.LibraryId).OnDelete(DeleteBehavior.Restrict);
    }
}
