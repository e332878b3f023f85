using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Model.Libraries;

namespace Platform.Model.Repository;

internal sealed class FileTables : IEntityTypeConfiguration<FileContent>, IEntityTypeConfiguration<FileReading>, IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<FileContent> content)
    {
        content.ToTable("FileContents");
        content.Property(c => c.Sha256).HasMaxLength(64).IsFixedLength().IsUnicode(false);
        content.HasIndex(c => c.Sha256).IsUnique();
        content.HasIndex(c => c.CheckedAt);
    }

    public void Configure(EntityTypeBuilder<FileReading> reading)
    {
        reading.ToTable("FileReadings");
        reading.HasKey(r => r.ContentId);
        reading.Property(r => r.ContentId).ValueGeneratedNever();
        reading.Property(r => r.ThumbnailSha256).HasMaxLength(64).IsFixedLength().IsUnicode(false);
        reading.HasOne(r => r.Content).WithOne(c => c.Reading).HasForeignKey<FileReading>(r => r.ContentId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Upload> upload)
    {
        upload.ToTable("Uploads");
        upload.Property(u => u.Id).ValueGeneratedNever();
        upload.Property(u => u.Actor).HasMaxLength(100);
        upload.Property(u => u.FileName).HasMaxLength(FileName.MostCharacters);
        upload.HasOne(u => u.Content).WithMany().HasForeignKey(u => u.ContentId).OnDelete(DeleteBehavior.Restrict);
        upload.HasOne<Library>().WithMany().HasForeignKey(u => u.LibraryId).OnDelete(DeleteBehavior.Restrict);
        upload.HasIndex(u => new { u.LibraryId, u.ExpiresAt });
        upload.ToTable(table => table.HasCheckConstraint("CK_Upload_Size", "[Size] > 0"));
    }
}
