using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Model.Catalogue.Standardising;

internal sealed class StandardisingTables :
    IEntityTypeConfiguration<StandardisationJob>,
    IEntityTypeConfiguration<StandardisationLine>,
    IEntityTypeConfiguration<StandardisedRecord>
{
    public void Configure(EntityTypeBuilder<StandardisationJob> job)
    {
        job.ToTable("StandardisationJobs");
        job.HasOne(j => j.Library).WithMany().HasForeignKey(j => j.LibraryId).OnDelete(DeleteBehavior.Restrict);
        job.HasIndex(j => new { j.LibraryId, j.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<StandardisationLine> line)
    {
        line.ToTable("StandardisationLines");
        line.Property(l => l.Reason).HasMaxLength(Lengths.Title);
        line.HasOne(l => l.Job).WithMany().HasForeignKey(l => l.JobId).OnDelete(DeleteBehavior.Cascade);
        line.HasOne(l => l.Record).WithMany().HasForeignKey(l => l.RecordId).OnDelete(DeleteBehavior.Restrict);
        line.HasIndex(l => new { l.JobId, l.Rule, l.Decision });
    }

    public void Configure(EntityTypeBuilder<StandardisedRecord> record)
    {
        record.ToTable("StandardisedRecords");
        record.HasKey(r => new { r.JobId, r.RecordId });
        record.HasOne<StandardisationJob>().WithMany().HasForeignKey(r => r.JobId).OnDelete(DeleteBehavior.Cascade);
    }
}
