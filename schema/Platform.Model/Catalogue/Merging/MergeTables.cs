using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Model.Catalogue.Merging;

internal sealed class MergeTables : IEntityTypeConfiguration<RecordMerge>, IEntityTypeConfiguration<MergedRow>
{
    /// <summary>A record is taken in by one other at a time.</summary>
    public const string OneMergePerRecord = "UX_RecordMerge_OnePerRecord";

    public void Configure(EntityTypeBuilder<RecordMerge> merge)
    {
        merge.ToTable("RecordMerges");
        merge.Property(m => m.AbsorbedTitle).HasMaxLength(Lengths.Title);
        merge.Property(m => m.Actor).HasMaxLength(100);
        merge.HasOne(m => m.Kept).WithMany().HasForeignKey(m => m.KeptId).OnDelete(DeleteBehavior.Restrict);
        merge.HasOne<BibliographicRecord>().WithMany().HasForeignKey(m => m.AbsorbedId).OnDelete(DeleteBehavior.Restrict);
        merge.HasOne(m => m.Library).WithMany().HasForeignKey(m => m.LibraryId).OnDelete(DeleteBehavior.Restrict);
        merge.HasIndex(m => m.AbsorbedId).IsUnique().HasDatabaseName(OneMergePerRecord).HasFilter("[UndoneAt] IS NULL");
        merge.HasIndex(m => m.KeptId);
    }

    public void Configure(EntityTypeBuilder<MergedRow> row)
    {
        row.ToTable("MergedRows");
        row.HasKey(r => new { r.MergeId, r.Kind, r.RowId });
        row.HasOne<RecordMerge>().WithMany(m => m.Rows).HasForeignKey(r => r.MergeId).OnDelete(DeleteBehavior.Cascade);
    }
}
