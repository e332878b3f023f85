using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Model.Catalogue.Import;

internal sealed class ImportTables :
    IEntityTypeConfiguration<ImportBatch>, IEntityTypeConfiguration<ImportLine>, IEntityTypeConfiguration<ReplacedContent>, IEntityTypeConfiguration<StagedRecord>,
    IEntityTypeConfiguration<ImportFilePart>
{
    public void Configure(EntityTypeBuilder<ImportBatch> batch)
    {
        batch.Property(b => b.FileName).HasMaxLength(Lengths.Line);
        batch.Property(b => b.Columns).HasMaxLength(Lengths.Line);
        batch.Property(b => b.ProtectedFields).HasMaxLength(Lengths.Line);
        batch.Property(b => b.Fault).HasMaxLength(Lengths.Title);
        batch.Property(b => b.FileHash).HasMaxLength(64).IsFixedLength().IsUnicode(false);
        batch.HasOne(b => b.Library).WithMany().HasForeignKey(b => b.LibraryId).OnDelete(DeleteBehavior.Restrict);
        // Two imports of one file into one library at once would do the work twice: the second is refused.
        batch.HasIndex(b => new { b.LibraryId, b.FileHash }).HasFilter($"[State] = {(int)ImportState.Running}").IsUnique().HasDatabaseName("UX_ImportBatch_OneRunningPerFile");
    }

    public void Configure(EntityTypeBuilder<ReplacedContent> replaced)
    {
        replaced.HasKey(r => new { r.BatchId, r.Number });
        replaced.HasOne<ImportBatch>().WithMany().HasForeignKey(r => r.BatchId).OnDelete(DeleteBehavior.Cascade);
        replaced.HasIndex(r => r.RecordId);
    }

    public void Configure(EntityTypeBuilder<ImportLine> line)
    {
        line.HasIndex(l => new { l.BatchId, l.Number }).IsUnique();
        line.Property(l => l.Title).HasMaxLength(Lengths.Title);
        line.Property(l => l.Remark).HasMaxLength(Lengths.Title);
        line.HasOne(l => l.Batch).WithMany().HasForeignKey(l => l.BatchId).OnDelete(DeleteBehavior.Cascade);
        line.HasIndex(l => l.RecordId);
    }

    public void Configure(EntityTypeBuilder<StagedRecord> staged)
    {
        staged.HasKey(s => s.LineId);
        staged.Property(s => s.LineId).ValueGeneratedNever();
        staged.HasOne(s => s.Line).WithOne().HasForeignKey<StagedRecord>(s => s.LineId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ImportFilePart> part)
    {
        part.HasKey(p => new { p.BatchId, p.Number });
        part.HasOne<ImportBatch>().WithMany().HasForeignKey(p => p.BatchId).OnDelete(DeleteBehavior.Cascade);
    }
}
