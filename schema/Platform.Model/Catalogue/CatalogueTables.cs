using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Model.Catalogue;

internal sealed class CatalogueTables :
    IEntityTypeConfiguration<BibliographicRecord>,
    IEntityTypeConfiguration<RecordContent>,
    IEntityTypeConfiguration<Item>
{
    public void Configure(EntityTypeBuilder<BibliographicRecord> record)
    {
        record.Property(r => r.ControlNumber).HasMaxLength(100);
        record.Property(r => r.Title).HasMaxLength(Lengths.Title);
        record.Property(r => r.Author).HasMaxLength(Lengths.Line);
        record.Property(r => r.Responsibility).HasMaxLength(Lengths.Title);
        record.Property(r => r.Edition).HasMaxLength(Lengths.Line);
        record.Property(r => r.PublicationPlace).HasMaxLength(Lengths.Line);
        record.Property(r => r.Publisher).HasMaxLength(Lengths.Line);
        record.Property(r => r.Extent).HasMaxLength(Lengths.Line);
        record.Property(r => r.Series).HasMaxLength(Lengths.Line);
        record.Property(r => r.Isbn).HasMaxLength(13);
        record.Property(r => r.Ddc).HasMaxLength(50);
        record.Property(r => r.Language).HasMaxLength(10);
        record.Property(r => r.TitleKey).HasMaxLength(Lengths.Key).IsFolded();
        record.Property(r => r.SearchText).IsFolded();
        record.Property(r => r.Fingerprint).HasMaxLength(64).IsFixedLength().IsUnicode(false);
        record.HasOne(r => r.Library).WithMany().HasForeignKey(r => r.LibraryId).OnDelete(DeleteBehavior.Restrict);
        record.HasOne(r => r.Content).WithOne().HasForeignKey<RecordContent>(c => c.RecordId).OnDelete(DeleteBehavior.Cascade);
        record.HasIndex(r => new { r.LibraryId, r.Fingerprint }).IsUnique();
        record.HasIndex(r => new { r.TitleKey, r.Id });
        record.HasIndex(r => new { r.PublicationYear, r.Id });
        record.HasIndex(r => r.Isbn);
        record.HasIndex(r => r.ControlNumber);
    }

    public void Configure(EntityTypeBuilder<RecordContent> content)
    {
        content.HasKey(c => c.RecordId);
        content.Property(c => c.RecordId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<Item> item)
    {
        item.Property(i => i.RegistrationNumber).HasMaxLength(50);
        item.Property(i => i.WithdrawalDecision).HasMaxLength(50);
        item.Property(i => i.CallNumber).HasMaxLength(100);
        item.Property(i => i.Location).HasMaxLength(200);
        item.HasOne(i => i.Record).WithMany(r => r.Items).HasForeignKey(i => i.RecordId).OnDelete(DeleteBehavior.Restrict);
        item.HasOne(i => i.Library).WithMany().HasForeignKey(i => i.LibraryId).OnDelete(DeleteBehavior.Restrict);
        item.HasIndex(i => new { i.LibraryId, i.RegistrationNumber }).IsUnique();
        item.HasIndex(i => new { i.LibraryId, i.AcquiredOn });
        // No foreign key: SQLite would rebuild the table for it, and lose its triggers.
        item.HasIndex(i => i.ImportBatchId);
        item.HasIndex(i => i.FormerItemId).IsUnique().HasDatabaseName("UX_Item_OneFormer").HasFilter("[FormerItemId] IS NOT NULL");
        item.HasIndex(i => i.RecordId);
    }
}
